import { timingSafeEqual } from 'node:crypto';
import { request as ask, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import type { Request, Response } from 'express';
import type { Peer } from '../storage/logStore.ts';

/** Marks what another server has sent on, by the secret of whom it is sent to, so that nothing goes in circles. */
const HOP = 'x-between-giants-hop';

const PATIENCE_MS = 10_000;
const LOBBY_PATIENCE_MS = 1000;

// Those of the line, not of the message; the body is written anew.
const OF_THE_LINE = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'content-length',
  'expect',
  'accept-encoding',
]);

const headersOf = (headers: Readonly<Record<string, string | readonly string[] | undefined>>) =>
  Object.fromEntries(
    Object.entries(headers).filter(([name, value]) => value !== undefined && !OF_THE_LINE.has(name)),
  ) as OutgoingHttpHeaders;

const isSame = (given: string, secret: string): boolean => {
  const [one, other] = [Buffer.from(given), Buffer.from(secret)];
  return one.length === other.length && timingSafeEqual(one, other);
};

/** Whether another server has sent a request on: nobody else knows this one's secret from the store. */
export const isSentOn = (request: Request, self: Peer): boolean =>
  isSame(request.get(HOP) ?? '', self.secret);

/** Whether another server commands something. */
export const isCommand = (request: Request, self: Peer): boolean =>
  isSame(request.get('authorization') ?? '', `Peer ${self.secret}`);

type Question = {
  readonly method: string;
  readonly path: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body?: string;
  readonly patience: number;
};

/** Asks another server something. Rejects when it can't be reached or takes too long. */
const askPeer = ({ address, secret }: Peer, { method, path, headers, body, patience }: Question) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const [host, port] = address.split(':');
    const going = ask({ host, port, method, path, headers: { ...headers, [HOP]: secret } }, resolve);
    going.setTimeout(patience, () => going.destroy(new Error('no answer in time')));
    going.on('error', reject);
    going.end(body);
  });

/** Whether nobody listens where a process used to be. */
export const isNobodyThere = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED';

/** Sends a request on to another server, as it came, and its answer back. Rejects while there is no answer. */
export const sendOn = async (peer: Peer, request: Request, response: Response): Promise<void> => {
  const hasBody = request.method !== 'GET' && request.body !== undefined;
  const answer = await askPeer(peer, {
    method: request.method,
    path: request.originalUrl,
    headers: headersOf(request.headers),
    ...(hasBody && { body: JSON.stringify(request.body) }),
    patience: PATIENCE_MS,
  });
  response.writeHead(answer.statusCode ?? 502, headersOf(answer.headers));
  // Whoever asked has gone: the rest is of no use.
  response.on('close', () => answer.destroy());
  answer.on('error', () => response.destroy());
  answer.pipe(response);
};

const textOf = async (answer: IncomingMessage): Promise<string> => {
  let text = '';
  answer.setEncoding('utf8');
  for await (const part of answer) text += part;
  return text;
};

/** What another server lists in its lobby; nothing when it does not say. */
export const lobbyOf = async (peer: Peer): Promise<readonly unknown[]> => {
  try {
    const question = { method: 'GET', path: '/api/tables', headers: {}, patience: LOBBY_PATIENCE_MS };
    const answer = JSON.parse(await textOf(await askPeer(peer, question)));
    return Array.isArray(answer.tables) ? answer.tables : [];
  } catch {
    return [];
  }
};

/** Asks another server for something that only servers may ask for. */
const command = async (peer: Peer, path: string): Promise<void> => {
  const headers = { authorization: `Peer ${peer.secret}` };
  const answer = await askPeer(peer, { method: 'POST', path, headers, patience: PATIENCE_MS });
  answer.resume();
};

/** Asks another server to hand a table over to the process `to`. */
export const askToHandOver = (peer: Peer, id: string, to: string): Promise<void> =>
  command(peer, `/peers/tables/${encodeURIComponent(id)}/hand-over/${to}`);

/** Asks another server to open a class from its journal again, which has been changed or deleted. */
export const askToForget = (peer: Peer, code: string): Promise<void> =>
  command(peer, `/peers/classes/${encodeURIComponent(code)}/forget`);
