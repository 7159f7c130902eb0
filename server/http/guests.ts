import { createHash, randomBytes } from 'node:crypto';
import { type Request, Router } from 'express';
import * as z from 'zod';
import type { Clock } from '../clock.ts';
import type { Removals } from '../removal/removals.ts';
import type { LogStore } from '../storage/logStore.ts';
import { bodyOf, guestRoute, type Identify, route } from './answer.ts';
import { isProblem } from './errorCodes.ts';
import { guestName } from './guestName.ts';
import type { Limits } from './limits.ts';

const TOKEN = /^Bearer ([A-Za-z0-9_-]{22})$/;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

const tokenOf = (request: Request): string | null =>
  TOKEN.exec(request.get('authorization') ?? '')?.[1] ?? null;

const DAY_MS = 86_400_000;

/** Finds the guest of a request by the token in its header, and keeps in mind, to the day, that they were there. */
export const identifyBy =
  (store: LogStore, clock: Clock): Identify =>
  async (request) => {
    const token = tokenOf(request);
    const guest = token === null ? null : await store.guestByToken(hashOf(token));
    if (guest !== null && clock.now() - guest.seen > DAY_MS)
      await store.keeping.noteSeen(guest.id, clock.now());
    return guest;
  };

const Named = z.strictObject({ name: z.string().max(1000) });

/** The parts that the routes of guests need. */
export type GuestRoutesParts = {
  readonly store: LogStore;
  readonly clock: Clock;
  readonly identify: Identify;
  readonly limits: Limits;
  readonly removals: Pick<Removals, 'guest'>;
};

/**
 * `POST /guests`: a name becomes a guest with a token. `GET /me`: who am I. `POST /me`: the same guest under another name.
 * `DELETE /me`: the guest and all that is theirs alone is deleted.
 */
export const guestRoutes = ({ store, clock, identify, limits, removals }: GuestRoutesParts): Router => {
  const routes = Router();
  routes.post(
    '/guests',
    route(async (request) => {
      const tooFast = limits.enter(request);
      if (tooFast !== null) return tooFast;
      const body = bodyOf(request, Named);
      if (isProblem(body)) return body;
      const named = guestName(body.name);
      if (isProblem(named)) return named;
      const token = randomBytes(16).toString('base64url');
      const guest = { id: randomBytes(9).toString('base64url'), name: named.name, created: clock.now() };
      await store.addGuest(guest, hashOf(token));
      return { status: 201, body: { token, id: guest.id, name: guest.name } };
    }),
  );
  routes.get(
    '/me',
    guestRoute(identify, (_, { id, name }) => ({ status: 200, body: { id, name } })),
  );
  routes.post(
    '/me',
    guestRoute(identify, async (request, { id }) => {
      const body = bodyOf(request, Named);
      if (isProblem(body)) return body;
      const named = guestName(body.name);
      if (isProblem(named)) return named;
      await store.renameGuest(id, named.name);
      return { status: 200, body: { id, name: named.name } };
    }),
  );
  routes.delete(
    '/me',
    guestRoute(identify, async (_, guest) => {
      const tooFast = limits.join(guest);
      if (tooFast !== null) return tooFast;
      await removals.guest(guest.id);
      return { status: 200, body: {} };
    }),
  );
  return routes;
};
