import { timingSafeEqual } from 'node:crypto';
import { Router } from 'express';
import type { OpenTables } from '../rooms/openTables.ts';
import type { Fleet } from '../storage/logStore.ts';
import { refuseRequest } from './answer.ts';
import { problem } from './errorCodes.ts';

const isSecret = (given: string, secret: string): boolean => {
  const [one, other] = [Buffer.from(given), Buffer.from(secret)];
  return one.length === other.length && timingSafeEqual(one, other);
};

/** `POST /peers/tables/:id/hand-over/:to`: another server wants a table. For those only that know this one's secret from the store. */
export const peerRoutes = (tables: OpenTables, { self }: Fleet): Router => {
  const routes = Router();
  routes.post('/tables/:id/hand-over/:to', async (request, response) => {
    if (!isSecret(request.get('authorization') ?? '', `Peer ${self.secret}`))
      return refuseRequest(response, problem('request.unknown'));
    await tables.handOver(request.params.id, request.params.to);
    response.status(204).end();
  });
  return routes;
};
