import { join } from 'node:path';
import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import type { OpenClasses } from '../classes/openClasses.ts';
import type { House } from '../house.ts';
import { networkOf } from '../http/address.ts';
import { refuseRequest } from '../http/answer.ts';
import { problem } from '../http/errorCodes.ts';
import { isOverTls, type OriginCheck } from '../http/origins.ts';
import { readTableCode } from '../http/tableCode.ts';
import type { Removals } from '../removal/removals.ts';
import type { OpenTables } from '../rooms/openTables.ts';
import { languageOf } from '../words.ts';
import { adminDoor, type Visit } from './adminDoor.ts';
import { overviewOf } from './overview.ts';
import { doorPage, overviewPage, type PageParts, questionPage } from './pages.ts';
import { wordsIn } from './words.ts';

/** The parts of the server that are administered. */
export type AdminParts = Pick<House, 'config' | 'clock' | 'store'> & {
  readonly tables: OpenTables;
  readonly classes: OpenClasses;
  readonly removals: Removals;
  readonly isAllowed: OriginCheck;
};

const COOKIE = 'admin';
const TOKEN = new RegExp(`(?:^|;\\s*)${COOKIE}=([A-Za-z0-9_-]{22})(?:;|$)`);

const tokenOf = (request: Request): string | null => TOKEN.exec(request.get('cookie') ?? '')?.[1] ?? null;

const giveCookie = (request: Request, response: Response, token: string | null): void => {
  const life = token === null ? ['Max-Age=0'] : [];
  const secure = isOverTls(request) ? ['Secure'] : [];
  const parts = [
    `${COOKIE}=${token ?? ''}`,
    'Path=/admin',
    'HttpOnly',
    'SameSite=Strict',
    ...life,
    ...secure,
  ];
  response.append('Set-Cookie', parts.join('; '));
};

const field = (request: Request, name: string): string => {
  const value: unknown = request.body?.[name];
  return typeof value === 'string' ? value : '';
};

const unknown: RequestHandler = (_request, response) => refuseRequest(response, problem('request.unknown'));

type Visited = (request: Request, response: Response, visit: Visit) => void | Promise<void>;

/** What may be done, each by the name of its question. */
const actsOf = ({ store, tables, removals }: AdminParts) => {
  const upon =
    (task: (id: string) => Promise<void>) =>
    async (code: string): Promise<void> => {
      const record = await store.tableByCode(code);
      if (record !== null) await task(record.id);
    };
  return {
    close: upon(async (id) => {
      await tables.takeOver(id);
      await tables.putAway(id, async () => {});
    }),
    delete: upon(removals.table),
    deleteClass: async (code: string): Promise<void> => {
      const record = await store.classes.classByCode(code);
      if (record !== null) await removals.wholeClass(record);
    },
  };
};

const PATHS = {
  close: '/tables/:code/close',
  delete: '/tables/:code/delete',
  deleteClass: '/classes/:code/delete',
} as const;

/** The administration under `/admin`: pages without scripts. Without a secret there is none, and nothing tells that there could be. */
export const adminRoutes = (parts: AdminParts): Router => {
  const { config, clock, store, isAllowed } = parts;
  const routes = Router();
  if (config.ADMIN_SECRET === undefined) return routes;
  const door = adminDoor(config.ADMIN_SECRET, store.visits, clock);
  const overview = overviewOf(parts);
  const acts = actsOf(parts);

  const partsOf = (request: Request, csrf = ''): PageParts => {
    const language = languageOf(request);
    return { say: wordsIn(language), language, csrf };
  };
  const show = (response: Response, page: string, status = 200): void => {
    response.status(status).type('html').send(page);
  };
  /** For whoever has entered; everybody else is shown the door. */
  const visited =
    (go: Visited): RequestHandler =>
    async (request, response) => {
      const visit = await door.visitOf(tokenOf(request));
      if (visit === null) show(response, doorPage(partsOf(request), false), 401);
      else await go(request, response, visit);
    };
  /** For forms that were written for this very visit. */
  const written = (go: Visited): RequestHandler =>
    visited(async (request, response, visit) => {
      if (door.isOwn(visit, field(request, 'csrf'))) return go(request, response, visit);
      show(response, overviewPage(partsOf(request, visit.csrf), await overview(), true), 403);
    });

  routes.use((request, response, next) => {
    response.set('Cache-Control', 'no-store');
    // With no referrer at all browsers send forms from an origin of `null`.
    response.set('Referrer-Policy', 'same-origin');
    if (isAllowed(request.headers)) next();
    else refuseRequest(response, problem('origin.foreign'));
  });
  routes.use(express.urlencoded({ extended: false, limit: '4kb', parameterLimit: 10 }));
  routes.get('/admin.css', (_request, response) => response.sendFile(join(import.meta.dirname, 'admin.css')));
  routes.get(
    '/',
    visited(async (request, response, { csrf }) =>
      show(response, overviewPage(partsOf(request, csrf), await overview(), false)),
    ),
  );
  routes.post('/enter', async (request, response) => {
    const token = await door.enter(field(request, 'secret'), networkOf(request.ip ?? ''));
    if (token === null) return show(response, doorPage(partsOf(request), true), 403);
    giveCookie(request, response, token);
    response.redirect(303, '/admin');
  });
  routes.post(
    '/leave',
    written(async (request, response) => {
      await door.leave(tokenOf(request));
      giveCookie(request, response, null);
      response.redirect(303, '/admin');
    }),
  );
  for (const [question, path] of Object.entries(PATHS) as [keyof typeof PATHS, string][]) {
    routes.get(
      path,
      visited((request, response, { csrf }) => {
        const code = readTableCode(String(request.params.code));
        if (code === null) return refuseRequest(response, problem('request.unknown'));
        const here = `/admin${path.replace(':code', code)}`;
        show(response, questionPage(partsOf(request, csrf), question, code, here));
      }),
    );
    routes.post(
      path,
      written(async (request, response) => {
        const code = readTableCode(String(request.params.code));
        if (code !== null) await acts[question](code);
        response.redirect(303, '/admin');
      }),
    );
  }
  routes.use(unknown);
  return routes;
};
