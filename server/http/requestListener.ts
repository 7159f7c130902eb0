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

/** Puts an application behind a server so that whatever it throws costs that request alone. */
export const requestListener =
  (app: RequestListener, log: Log): RequestListener =>
  (request: IncomingMessage, response): void => {
    try {
      app(request, response);
    } catch (err) {
      log.error({ err }, 'a request failed');
      refuseBare(response);
    }
  };
