import { Router } from 'express';
import { BOTS } from '../../shared/bots/index.ts';
import { PERSONALITIES } from '../../shared/bots/personalities.ts';
import { SCENARIOS } from '../../shared/scenarios/index.ts';
import { TIME_CONTROLS } from '../tableFacts.ts';
import { route } from './answer.ts';

/** `GET /scenarios`: what a table can be opened with. */
export const scenarioRoutes = (): Router => {
  const scenarios = Object.values(SCENARIOS).map(({ id, title, summary, seats }) => ({
    id,
    title,
    summary,
    seats,
  }));
  const body = {
    scenarios,
    bots: Object.keys(BOTS),
    personalities: Object.keys(PERSONALITIES),
    timeControls: TIME_CONTROLS,
  };
  const routes = Router();
  routes.get(
    '/scenarios',
    route(() => ({ status: 200, body })),
  );
  return routes;
};
