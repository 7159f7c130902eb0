import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Log } from '../log.ts';
import { ERROR_STATUS, problem } from './errorCodes.ts';

const CODE = 'server.failed';

const refuseBare = (response: ServerResponse): void => {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(ERROR_STATUS[CODE], { 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ error: problem(CODE) }));
};

// When everybody comes at once, tables and clocks get their turns all the same. The share keeps requests from starving
// while it is the tables that take long over their turns.
const AT_LEAST_A_TURN = 8;
const SHARE_A_TURN = 1 / 8;

/**
 * Puts an application behind a server so that whatever it throws costs that request alone, and that no more than a few
 * requests are begun in one turn of the event loop. Whoever has gone while they waited is not served any more.
 */
export const requestListener = (app: RequestListener, log: Log): RequestListener => {
  const waiting: { readonly request: IncomingMessage; readonly response: ServerResponse }[] = [];
  const serveSome = (): void => {
    const most = Math.max(AT_LEAST_A_TURN, waiting.length * SHARE_A_TURN);
    for (let served = 0; served < most; ) {
      const next = waiting.shift();
      if (next === undefined) return;
      const { request, response } = next;
      if (request.socket.destroyed) continue;
      served += 1;
      try {
        app(request, response as Parameters<RequestListener>[1]);
      } catch (err) {
        log.error({ err }, 'a request failed');
        refuseBare(response);
      }
    }
    if (waiting.length > 0) setImmediate(serveSome);
  };
  return (request, response) => {
    waiting.push({ request, response });
    if (waiting.length === 1) setImmediate(serveSome);
  };
};
