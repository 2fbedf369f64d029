import { GRAMMAR_VERSION } from './params';

type Upgrade = (params: URLSearchParams) => URLSearchParams;

/** Upgrades by the version they start from: `upgrades[1]` converts version 1 to version 2. */
const upgrades: Readonly<Record<number, Upgrade>> = {};

/**
 * Converts the parameters of older links to the current grammar; without `v` the version is 1. Newer links are read
 * unchanged.
 */
export function upgradeParams(params: URLSearchParams): URLSearchParams {
  let current = params;
  for (let version = Math.max(1, Number(params.get('v') ?? 1) || 1); version < GRAMMAR_VERSION; version += 1) {
    current = upgrades[version]?.(current) ?? current;
  }
  return current;
}
