import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import express from 'express';
import type { Entry } from '../../shared/engine/log.ts';
import { isScenario } from '../../shared/scenarios/index.ts';
import { BUILT_CLIENT, clientRoutes } from '../http/client.ts';
import { type Failure, fail } from './commandLine.ts';
import { browserAt, type PrintWish, printedPage } from './printedPage.ts';

/** A report as PDF: where to, in which language, with whose browser, and whether decisions are reviewed. */
export type PdfWish = {
  readonly pdf: string;
  readonly language: 'en' | 'ko' | 'zh';
  readonly browser: string | undefined;
  readonly review: boolean;
};

/** A code that no table has. */
const CODE = 'REPORT';

/** Serves the client's own debrief of one log, on a port of this computer, while something is done. */
const served = async <T>(entries: readonly Entry[], task: (origin: string) => Promise<T>): Promise<T> => {
  const app = express();
  app.get('/api/tables/:code/log', (_request, response) => {
    response.json({ code: CODE, created: 0, reader: 'link', seat: null, share: '', entries });
  });
  app.use('/api', (_request, response) => {
    response.status(404).json({ error: { code: 'request.unknown' } });
  });
  app.use(clientRoutes(BUILT_CLIENT, undefined, () => 0));
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    return await task(`http://127.0.0.1:${port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
};

/** Writes the debrief of a log, as its page shows it, into a PDF; null: done. */
export const writePdf = async (
  entries: readonly Entry[],
  scenario: string,
  { pdf, language, browser: named, review }: PdfWish,
): Promise<Failure | null> => {
  const browser = browserAt(named);
  if (typeof browser !== 'string') return browser;
  if (!isScenario(scenario)) return fail('pdf.scenario', { scenario });
  if (!existsSync(join(BUILT_CLIENT, 'index.html'))) return fail('pdf.notBuilt');
  const isThere = review ? '[aria-busy=false]' : '';
  const wish: Omit<PrintWish, 'url'> = {
    isDone: `document.querySelector('article.debrief${isThere}') && document.fonts.status === 'loaded'`,
    kept: { 'between-giants.locale': language, 'between-giants.theme': 'light' },
  };
  const printed = await served(entries, (origin) =>
    printedPage(browser, { ...wish, url: `${origin}/debrief/${CODE}` }),
  );
  if ('exitCode' in printed) return printed;
  try {
    await writeFile(pdf, printed);
    return null;
  } catch (problem) {
    return fail('pdf.unwritable', { file: pdf, message: problem instanceof Error ? problem.message : '' });
  }
};
