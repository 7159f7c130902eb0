import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import compression from 'compression';
import express, { Router } from 'express';
import { refuseRequest } from './answer.ts';
import { problem } from './errorCodes.ts';
import { withPreview } from './linkPreview.ts';

/** Where the build leaves the client. */
export const BUILT_CLIENT = join(import.meta.dirname, '../../dist/client');

const isPage = (path: string): boolean => !/\.[^/]+$/.test(path);

/**
 * Serves the built client. Its hashed assets never change; every path without an extension is its one page, which says where
 * it is pasted what it is a link to.
 */
export const clientRoutes = (folder: string, publicUrl: string | undefined, now: () => number): Router => {
  const page = join(folder, 'index.html');
  const routes = Router();
  // Files only: answers that hold secrets are better not compressed.
  routes.use(compression());
  routes.use(
    '/assets',
    express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', index: false, redirect: false }),
  );
  routes.use(
    express.static(folder, {
      index: false,
      redirect: false,
      setHeaders: (res) => res.set('Cache-Control', 'no-cache'),
    }),
  );
  routes.get(/.*/, async (request, response, next) => {
    if (!isPage(request.path)) return next();
    if (!existsSync(page)) return refuseRequest(response, problem('client.notBuilt'));
    const text = withPreview(await readFile(page, 'utf8'), request, publicUrl, now());
    response.set('Cache-Control', 'no-cache').vary('Accept-Language').type('html').send(text);
  });
  return routes;
};
