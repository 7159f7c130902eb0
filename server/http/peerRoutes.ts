import { Router } from 'express';
import type { OpenClasses } from '../classes/openClasses.ts';
import type { OpenTables } from '../rooms/openTables.ts';
import type { Fleet } from '../storage/logStore.ts';
import { refuseRequest } from './answer.ts';
import { problem } from './errorCodes.ts';
import { isCommand } from './peers.ts';

/**
 * `POST /peers/tables/:id/hand-over/:to`: another server wants a table. `POST /peers/classes/:code/forget`: it has changed or
 * deleted a class. For those only that know this one's secret from the store.
 */
export const peerRoutes = (tables: OpenTables, classes: OpenClasses, { self }: Fleet): Router => {
  const routes = Router();
  routes.use((request, response, next) => {
    if (isCommand(request, self)) next();
    else refuseRequest(response, problem('request.unknown'));
  });
  routes.post('/tables/:id/hand-over/:to', async (request, response) => {
    await tables.handOver(request.params.id, request.params.to);
    response.status(204).end();
  });
  routes.post('/classes/:code/forget', (request, response) => {
    classes.forget(request.params.code);
    response.status(204).end();
  });
  return routes;
};
