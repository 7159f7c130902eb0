import { startOurs } from '../../server/cli/load/children.ts';
import { openGameTable } from '../../server/cli/load/gameTables.ts';
import { measure } from '../../server/cli/load/measure.ts';
import { newGuest } from '../../server/cli/load/player.ts';
import { mustBe, type Soak } from './soak.ts';

const RATE = 0.2;

/** The answer to somebody who wants one table more. */
const oneMore = async (url: string): Promise<{ readonly status: number; readonly code: string | null }> => {
  const { token } = await newGuest(url, 'Too late');
  const response = await fetch(`${url}/api/tables`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: '{}',
  });
  const body = (await response.json()) as { readonly error?: { readonly code: string } };
  return { status: response.status, code: body.error?.code ?? null };
};

/** R9: as many tables as the server is told to carry, and one more. */
export const capacity: Soak = async ({ chance, plan: { tables, seconds }, show, progress }) => {
  const server = await startOurs({ MOST_TABLES: String(tables) });
  try {
    const open = () => openGameTable({ origin: server.url, chance: chance.next, hear: () => {} });
    let answer: Awaited<ReturnType<typeof oneMore>> | null = null;
    progress(`opening ${tables} tables`);
    const figures = await measure(
      {
        open,
        meter: server.meter,
        opened: async () => {
          answer = await oneMore(server.url);
        },
      },
      { tables, seconds, rate: RATE },
      { chance: chance.next },
    );
    mustBe('the answer to one more', answer, { status: 503, code: 'server.full' });
    show({
      what: 'seats that act 0.2 times a second',
      value: figures.clients,
      unit: '',
      target: 900,
      least: true,
    });
    show({ what: 'answers lost', value: figures.lost, unit: '', target: 0 });
    show({ what: 'answered, p99', value: figures.p99 ?? Number.NaN, unit: 'ms', target: 100 });
    show({
      what: 'CPU of the server, of one core',
      value: figures.serverCpu ?? Number.NaN,
      unit: '%',
      target: 80,
    });
    show({ what: 'memory of the server', value: figures.rssMB ?? Number.NaN, unit: 'MB', target: 600 });
  } finally {
    await server.stop();
  }
};
