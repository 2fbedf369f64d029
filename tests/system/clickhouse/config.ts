/** A node of a test cluster: its folder and its ports on the loopback address. */
export interface Node {
  folder: string;
  http: number;
  tcp: number;
}

/** The users of a test server. `writer` may make tables; `reader` may only read, as the user of a gateway should. */
export const WRITER = { user: 'writer', password: 'write-7' };
export const READER = { user: 'reader', password: 'read-7' };

/** The name of the cluster, as `--cluster` takes it. */
export const CLUSTER = 'parts';

/** Returns the main configuration of a node, without the nodes of its cluster. */
export function serverConfig({ folder, http, tcp }: Node): string {
  return `<?xml version="1.0"?>
<yandex>
  <logger><level>warning</level><log>${folder}/server.log</log><errorlog>${folder}/error.log</errorlog></logger>
  <listen_host>127.0.0.1</listen_host>
  <http_port>${http}</http_port>
  <tcp_port>${tcp}</tcp_port>
  <path>${folder}/data/</path>
  <tmp_path>${folder}/tmp/</tmp_path>
  <user_files_path>${folder}/files/</user_files_path>
  <users_config>users.xml</users_config>
  <default_profile>default</default_profile>
  <default_database>default</default_database>
  <timezone>UTC</timezone>
  <mark_cache_size>268435456</mark_cache_size>
  <keep_alive_timeout>10</keep_alive_timeout>
  <max_concurrent_queries>200</max_concurrent_queries>
  <query_log><database>system</database><table>query_log</table>
    <flush_interval_milliseconds>600000</flush_interval_milliseconds></query_log>
</yandex>
`;
}

/** Returns the configuration that names the nodes of the cluster. */
export function clusterConfig(nodes: readonly Node[]): string {
  const shards = nodes.map(
    node => `<shard><replica><host>127.0.0.1</host><port>${node.tcp}</port>
        <user>${WRITER.user}</user><password>${WRITER.password}</password></replica></shard>`,
  );
  return `<yandex><remote_servers><${CLUSTER}>${shards.join('\n    ')}</${CLUSTER}></remote_servers></yandex>\n`;
}

/** Returns the users of a node. `queriesPerMinute` limits the reader; 0 is no limit. */
export function usersConfig(queriesPerMinute = 0): string {
  const user = (name: string, password: string, quota: string) => `<${name}>
      <password>${password}</password><networks><ip>127.0.0.1</ip></networks>
      <profile>${name}</profile><quota>${quota}</quota>
    </${name}>`;
  return `<?xml version="1.0"?>
<yandex>
  <profiles>
    <default><log_queries>1</log_queries><log_query_threads>0</log_query_threads><max_threads>2</max_threads></default>
    <writer><log_queries>1</log_queries><log_query_threads>0</log_query_threads><max_threads>2</max_threads></writer>
    <reader>
      <log_queries>1</log_queries><log_query_threads>0</log_query_threads><max_threads>2</max_threads>
      <max_execution_time>10</max_execution_time><timeout_overflow_mode>throw</timeout_overflow_mode>
      <max_query_size>4000000</max_query_size>
      <max_ast_elements>500000</max_ast_elements>
      <max_expanded_ast_elements>2000000</max_expanded_ast_elements>
      <replace_running_query>1</replace_running_query>
      <skip_unavailable_shards>1</skip_unavailable_shards>
      <connect_timeout_with_failover_ms>1000</connect_timeout_with_failover_ms>
      <readonly>1</readonly>
    </reader>
  </profiles>
  <users>
    ${user(WRITER.user, WRITER.password, 'unlimited')}
    ${user(READER.user, READER.password, 'limited')}
  </users>
  <quotas>
    <default/>
    <unlimited/>
    <limited><interval><duration>60</duration><queries>${queriesPerMinute}</queries></interval></limited>
  </quotas>
</yandex>
`;
}
