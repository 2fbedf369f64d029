import { GRAMMAR_VERSION } from './params';

type Upgrade = (params: URLSearchParams) => URLSearchParams;

/** Upgrades by the version they start from: `upgrades[1]` would make version 2 of a link of version 1. */
const upgrades: Readonly<Record<number, Upgrade>> = {};

/** Brings the parameters of an older link to today's grammar; absent `v` means 1. A newer link is read as it stands. */
export function upgradeParams(params: URLSearchParams): URLSearchParams {
  let current = params;
  for (let version = Math.max(1, Number(params.get('v') ?? 1) || 1); version < GRAMMAR_VERSION; version += 1) {
    current = upgrades[version]?.(current) ?? current;
  }
  return current;
}
