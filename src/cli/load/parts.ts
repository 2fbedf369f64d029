import { identifier } from '../../engine/clickhouse/sql';
import { FileError } from '../command';
import { type Account, type ClickHouseNode, ConnectionBroken, clickHouseNode, rowsAsked } from './clickhouse-node';

/** The parts (shards) of the activities. With N parts, part i has the activities whose position modulo N is i. */
export interface Parts {
  /** The nodes of each part. If a part has several nodes, all of them have the same activities. */
  nodes: readonly (readonly ClickHouseNode[])[];
  /** The name of the ClickHouse cluster that the Distributed tables cover. Null without a cluster. */
  cluster: string | null;
}

interface Member {
  part: number;
  host: string;
  address: string;
  port: number;
  isAsked: boolean;
}

/**
 * Finds the nodes of each part. Without a cluster, each address is a part. With a cluster, the servers' configuration
 * names the nodes. If no address in `urls` leads to a node, tries the node's own host with the port of the first
 * address.
 */
export async function findParts(urls: readonly string[], account: Account, cluster: string | null): Promise<Parts> {
  const given = urls.map(url => clickHouseNode(checkedAddress(url), account));
  const first = given[0]!;
  if (cluster === null) {
    for (const node of given) await rowsAsked(node, 'SELECT version()');
    return { nodes: given.map(node => [node]), cluster };
  }
  const members = await membersOf(first, cluster);
  if (members.length === 0) {
    const known = (await rowsAsked(first, 'SELECT DISTINCT cluster FROM system.clusters')).map(([name]) => name);
    throw new FileError(`${first.url} knows no cluster “${cluster}”, only: ${known.join(', ') || 'none'}.`);
  }
  const found = new Map<string, ClickHouseNode>();
  for (const node of given) found.set(keyOf(await memberAt(node, cluster)), node);
  for (const member of members) {
    if (found.has(keyOf(member))) continue;
    const guessed = clickHouseNode(addressOn(first.url, member.host), account);
    const isThere = await memberAt(guessed, cluster).then(
      at => keyOf(at) === keyOf(member),
      error => {
        if (error instanceof ConnectionBroken) return false;
        throw error;
      },
    );
    if (!isThere) {
      throw new FileError(
        `The node ${member.host}:${member.port} of the cluster “${cluster}” was not found at ${guessed.url}. ` +
          'Give the HTTP addresses of all nodes: --clickhouse URL,URL',
      );
    }
    found.set(keyOf(member), guessed);
  }
  const count = Math.max(...members.map(({ part }) => part)) + 1;
  const nodes = Array.from({ length: count }, (_, part) =>
    members.filter(member => member.part === part).map(member => found.get(keyOf(member))!),
  );
  return { nodes, cluster };
}

function checkedAddress(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new FileError(`“${address}” is not the address of a ClickHouse server, such as http://localhost:8123.`);
  }
  if (url.username !== '' || url.password !== '' || url.searchParams.has('password')) {
    throw new FileError(
      'Leave user and password out of the address. Give the user by --user and the password in CLICKHOUSE_PASSWORD.',
    );
  }
  return address;
}

async function membersOf(node: ClickHouseNode, cluster: string): Promise<Member[]> {
  const rows = await rowsAsked(
    node,
    'SELECT shard_num, host_name, host_address, port, is_local FROM system.clusters ' +
      `WHERE cluster = '${identifier(cluster)}' ORDER BY shard_num, replica_num`,
  );
  return rows.map(([shard, host, address, port, isLocal]) => ({
    part: Number(shard) - 1,
    host: String(host),
    address: String(address),
    port: Number(port),
    isAsked: Number(isLocal) === 1,
  }));
}

/**
 * Returns the entry for a node in the cluster's configuration. A node reports its own entry as local. If it reports
 * none, takes the entry with the node's host name or address.
 */
async function memberAt(node: ClickHouseNode, cluster: string): Promise<Member> {
  const members = await membersOf(node, cluster);
  const { hostname } = new URL(node.url);
  const itself =
    members.find(({ isAsked }) => isAsked) ??
    members.find(({ host, address }) => host === hostname || address === hostname);
  if (itself) return itself;
  throw new FileError(`${node.url} is no node of the cluster “${cluster}”.`);
}

function keyOf({ host, port }: Member): string {
  return `${host}:${port}`;
}

function addressOn(url: string, host: string): string {
  const moved = new URL(url);
  moved.hostname = host.includes(':') ? `[${host}]` : host;
  return moved.href;
}
