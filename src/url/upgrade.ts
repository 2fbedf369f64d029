import { GRAMMAR_VERSION } from './params';

type Upgrade = (params: URLSearchParams) => URLSearchParams;

/** Upgrade functions by the version from which they start: `upgrades[1]` converts version 1 to version 2. */
const upgrades: Readonly<Record<number, Upgrade>> = {};

/** Upgrades the parameters of an older link. A link without `v` has version 1. Newer versions stay unchanged. */
export function upgradeParams(params: URLSearchParams): URLSearchParams {
  let current = params;
  for (let version = Math.max(1, Number(params.get('v') ?? 1) || 1); version < GRAMMAR_VERSION; version += 1) {
    current = upgrades[version]?.(current) ?? current;
  }
  return current;
}
