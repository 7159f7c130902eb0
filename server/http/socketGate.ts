import type { IncomingMessage } from 'node:http';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { networkBehind } from './address.ts';
import type { OriginCheck } from './origins.ts';

const SOCKET_PATH = /^\/[\w-]+\/[\w-]+\?/;

const turnAway = ({ socket }: IncomingMessage, status: string): false => {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  return false;
};

/**
 * Sockets come from our own pages, or from programs, and to a room's path, and not too many from one address; all others are
 * turned away before Colyseus sees them. Nothing stands between this and the process: what it throws costs that socket.
 */
export const socketGate = (
  isAllowed: OriginCheck,
  { ADDRESS_LIMIT, SOCKETS_PER_ADDRESS, TRUST_PROXY }: Config,
  log: Log,
): ((request: IncomingMessage) => boolean) => {
  const most = ADDRESS_LIMIT === 0 ? Number.POSITIVE_INFINITY : SOCKETS_PER_ADDRESS;
  const open = new Map<string, number>();
  const change = (network: string, by: number): void => {
    const count = (open.get(network) ?? 0) + by;
    if (count > 0) open.set(network, count);
    else open.delete(network);
  };
  const admit = (request: IncomingMessage): boolean => {
    if (!SOCKET_PATH.test(request.url ?? '') || !isAllowed(request.headers))
      return turnAway(request, '403 Forbidden');
    const network = networkBehind(request, TRUST_PROXY);
    if ((open.get(network) ?? 0) >= most) return turnAway(request, '429 Too Many Requests');
    change(network, 1);
    request.socket.once('close', () => change(network, -1));
    return true;
  };
  return (request) => {
    try {
      return admit(request);
    } catch (err) {
      log.error({ err }, 'a socket could not be let in');
      return turnAway(request, '500 Internal Server Error');
    }
  };
};
