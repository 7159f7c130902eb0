import type { MatchMakerDriver, Presence } from '@colyseus/core';

/** What lets Colyseus's processes know of each other's rooms. */
export type RedisLinks = { readonly driver: MatchMakerDriver; readonly presence: Presence };

const optionsOf = (url: string): object => {
  const { hostname, port, username, password, pathname, protocol } = new URL(url);
  return {
    host: hostname,
    port: Number(port || 6379),
    ...(username && { username: decodeURIComponent(username) }),
    ...(password && { password: decodeURIComponent(password) }),
    db: Number(pathname.slice(1) || 0),
    ...(protocol === 'rediss:' && { tls: {} }),
    // Colyseus does not expect its commands to fail: they wait until Redis is back. Whoever waits for them has a limit.
    maxRetriesPerRequest: null,
  };
};

/** Connects to Redis. Loaded only where it is wanted. */
export const redisLinks = async (url: string): Promise<RedisLinks> => {
  const [{ RedisDriver }, { RedisPresence }] = await Promise.all([
    import('@colyseus/redis-driver'),
    import('@colyseus/redis-presence'),
  ]);
  const options = optionsOf(url);
  return { driver: new RedisDriver(options), presence: new RedisPresence(options) };
};
