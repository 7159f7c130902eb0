import type { Request, RequestHandler, Response } from 'express';
import type * as z from 'zod';
import type { Guest } from '../storage/logStore.ts';
import { ERROR_STATUS, isProblem, type Problem, problem } from './errorCodes.ts';

/** What a route says: a status and a JSON body, or a problem. */
export type Answer = { readonly status: number; readonly body: object } | Problem;

/** Writes a problem as `{error: {code, params}}` with its status. */
export const refuseRequest = (response: Response, { code, params }: Problem): void => {
  // A browser's own word for "later", in whole seconds.
  if (typeof params.ms === 'number') response.set('Retry-After', String(Math.ceil(params.ms / 1000)));
  response.status(ERROR_STATUS[code]).json({ error: { code, params } });
};

/** Turns a function from request to answer into a route. */
export const route =
  (answerTo: (request: Request) => Answer | Promise<Answer>): RequestHandler =>
  async (request, response) => {
    const answer = await answerTo(request);
    if (isProblem(answer)) refuseRequest(response, answer);
    else response.status(answer.status).json(answer.body);
  };

/** Finds out who asks. */
export type Identify = (request: Request) => Promise<Guest | null>;

/** A route for guests only: whoever has no token, or an unknown one, is refused. */
export const guestRoute = (
  identify: Identify,
  answerTo: (request: Request, guest: Guest) => Answer | Promise<Answer>,
): RequestHandler =>
  route(async (request) => {
    const guest = await identify(request);
    return guest === null ? problem('guest.unknown') : answerTo(request, guest);
  });

/** The body of a request in a format; no body counts as an empty object. */
export const bodyOf = <T>(request: Request, format: z.ZodType<T>): T | Problem => {
  const body = format.safeParse(request.body ?? {});
  if (body.success) return body.data;
  return problem('request.malformed', { field: body.error.issues[0]?.path.join('.') ?? '' });
};
