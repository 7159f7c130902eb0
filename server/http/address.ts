import type { IncomingMessage } from 'node:http';

const MAPPED = '::ffff:';
const NETWORK_GROUPS = 4;

/** The eight groups of an IPv6 address; `::` stands for as many zeros as are missing. */
const groupsOf = (address: string): readonly string[] => {
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  if (tail === undefined) return before;
  const after = tail === '' ? [] : tail.split(':');
  return [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after];
};

/** What is counted as one address: an IPv4 address, or the /64 of an IPv6 address, which one household has whole. */
export const networkOf = (address: string): string => {
  if (address.startsWith(MAPPED)) return address.slice(MAPPED.length);
  if (!address.includes(':')) return address;
  return `${groupsOf(address).slice(0, NETWORK_GROUPS).join(':')}::`;
};

/** From which network a request comes, seen through so many proxies whose X-Forwarded-For is believed. */
export const networkBehind = ({ socket, headers }: IncomingMessage, proxies: number): string => {
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const path = [socket.remoteAddress ?? '', ...forwarded.reverse()];
  return networkOf(path[Math.min(proxies, path.length - 1)] ?? '');
};
