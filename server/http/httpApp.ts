import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { adminRoutes } from '../admin/routes.ts';
import type { OpenClasses } from '../classes/openClasses.ts';
import { classRoutes } from '../classes/routes.ts';
import type { House } from '../house.ts';
import type { Removals } from '../removal/removals.ts';
import type { OpenTables } from '../rooms/openTables.ts';
import type { Fleet } from '../storage/logStore.ts';
import { StoreFailure } from '../storage/storeFailure.ts';
import type { Packer } from '../workers/packer.ts';
import { refuseRequest } from './answer.ts';
import { branchRoutes } from './branches.ts';
import { clientRoutes } from './client.ts';
import { dailyRoutes } from './daily.ts';
import type { Elsewhere } from './elsewhere.ts';
import { problem } from './errorCodes.ts';
import { exportRoutes } from './exports.ts';
import { guestRoutes, identifyBy } from './guests.ts';
import { jsonBodies } from './jsonBody.ts';
import { requestLimits } from './limits.ts';
import type { OriginCheck } from './origins.ts';
import { peerRoutes } from './peerRoutes.ts';
import { rematchRoutes } from './rematch.ts';
import { type ReaderByClass, replayRoutes } from './replays.ts';
import { scenarioRoutes } from './scenarios.ts';
import { tableRoutes } from './tables.ts';

/** How the server is: `draining`: going down; `degraded`: it serves, but its store takes nothing. */
export type Health = 'ready' | 'degraded' | 'draining';

/** What the HTTP side is made of. */
export type HttpParts = House & {
  readonly tables: OpenTables;
  readonly classes: OpenClasses;
  readonly removals: Removals;
  readonly packer: Pick<Packer, 'pack'>;
  readonly isAllowed: OriginCheck;
  readonly health: () => Health;
  readonly clientFolder: string;
  readonly elsewhere: Elsewhere;
  /** Null: no other server serves the same tables. */
  readonly fleet: Fleet | null;
};

const socketOrigin = (publicUrl: string | undefined): readonly string[] =>
  publicUrl === undefined ? [] : [new URL(publicUrl).origin.replace(/^http/, 'ws')];

/** Security headers: everything comes from the server itself, no inline script or style. */
const shields = (publicUrl: string | undefined): RequestHandler =>
  helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'", 'data:'],
        'media-src': ["'self'", 'data:', 'blob:'],
        'worker-src': ["'self'", 'blob:'],
        'connect-src': ["'self'", 'data:', 'blob:', ...socketOrigin(publicUrl)],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: publicUrl?.startsWith('https:') ?? false,
  });

/** Lets the pages of PUBLIC_URL read the answers; requests from any other foreign page are refused. */
const guardOrigin =
  (isAllowed: OriginCheck): RequestHandler =>
  (request, response, next) => {
    const origin = request.get('origin');
    if (!isAllowed(request.headers)) return refuseRequest(response, problem('origin.foreign'));
    response.vary('Origin');
    if (origin !== undefined) {
      response.set('Access-Control-Allow-Origin', origin);
      response.set('Access-Control-Allow-Methods', 'GET, POST, DELETE');
      response.set('Access-Control-Allow-Headers', 'Authorization, Content-Type, X-Share-Key');
    }
    if (request.method === 'OPTIONS') response.status(204).end();
    else next();
  };

/** Bad bodies and anything unforeseen, as typed problems. */
const lastResort =
  ({ log }: House): ErrorRequestHandler =>
  (error: { type?: string; status?: number; code?: string }, _request, response, next) => {
    if (response.headersSent) return next(error);
    if (error.type === 'entity.too.large') return refuseRequest(response, problem('request.tooLarge'));
    if (error.status !== undefined && error.status < 500)
      return refuseRequest(response, problem('request.malformed', { field: '' }));
    log.error({ err: error }, 'a request failed');
    refuseRequest(response, problem(error instanceof StoreFailure ? error.code : 'server.failed'));
  };

/** The whole HTTP side: API, health and the built client. */
export const httpApp = (parts: HttpParts): Express => {
  const { config, clock, store, tables, classes, removals, isAllowed, health, clientFolder } = parts;
  const identify = identifyBy(store, clock);
  const limits = requestLimits(config.ADDRESS_LIMIT, clock);
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', config.TRUST_PROXY);
  app.use(shields(config.PUBLIC_URL));
  const isClosing = (): boolean => health() === 'draining';
  app.get('/healthz', (_request, response) => {
    response
      .status(isClosing() ? 503 : 200)
      .set('Cache-Control', 'no-store')
      .json({ status: health() });
  });
  app.use('/api', guardOrigin(isAllowed), (_request, response, next) => {
    response.set('Cache-Control', 'no-store');
    if (isClosing()) refuseRequest(response, problem('server.closing'));
    else next();
  });
  app.use('/api', ...jsonBodies());
  app.use('/api', parts.elsewhere.lead);
  app.use('/api', guestRoutes({ store, clock, identify, limits, removals }), scenarioRoutes());
  app.use('/api', tableRoutes({ clock, store, tables, identify, limits, lobby: parts.elsewhere.lobby }));
  app.use('/api', rematchRoutes({ store, tables, identify, limits }));
  app.use('/api', dailyRoutes({ store, tables, clock, identify, limits }));
  app.use('/api', classRoutes({ classes, store: store.classes, clock, identify, limits, removals }));
  const readerByClass: ReaderByClass = async (request, guest, { id }) => {
    const theirs = await classes.facilitatorOfTable(request, id);
    if (theirs !== null)
      return { reader: 'facilitator', isSealed: await theirs.wouldTell(id, 'facilitator') };
    const classmate = guest !== null && (await classes.isClassmate(guest.id, id)) ? guest : null;
    const ofClass = await classes.byTable(id);
    const reader = classmate === null ? 'anybody' : { guest: classmate.id };
    return {
      reader: classmate === null ? null : 'classmate',
      isSealed: (await ofClass?.wouldTell(id, reader)) ?? false,
    };
  };
  const readers = { store, tables, clock, identify, limits, readerByClass };
  app.use('/api', replayRoutes(readers), branchRoutes(readers));
  app.use('/api', exportRoutes({ ...readers, classes, packer: parts.packer }));
  app.use('/api', (_request, response) => refuseRequest(response, problem('request.unknown')));
  app.use('/admin', adminRoutes(parts));
  if (parts.fleet !== null) app.use('/peers', peerRoutes(tables, classes, parts.fleet));
  app.use(clientRoutes(clientFolder, config.PUBLIC_URL, clock.now));
  app.use((_request, response) => refuseRequest(response, problem('request.unknown')));
  app.use(lastResort(parts));
  return app;
};
