import { project } from '../../shared/engine/project.ts';
import { submit } from '../../shared/engine/submit.ts';
import { bookOf } from '../../shared/scenarios/index.ts';
import { SEATS, type Viewer } from '../../shared/seats.ts';
import { playGame } from '../../shared/simulation/playGame.ts';
import { restoreTable, type Table } from '../../shared/table/table.ts';
import { type BenchRow, quantile } from './benchRow.ts';

const VIEWERS: readonly Viewer[] = [...SEATS, 'spectator'];

const median = (values: readonly number[]): number => quantile(values, 0.5);

const microseconds = (times: number, work: () => void): number => {
  work();
  const began = performance.now();
  for (let i = 0; i < times; i++) work();
  return Math.round(((performance.now() - began) * 10_000) / times) / 10;
};

const playedGames = (count: number): readonly Table[] =>
  Array.from({ length: count }, (_, i) =>
    playGame({
      book: bookOf('tariff-pause-2025'),
      bots: { US: 'random', KR: 'random', CN: 'random' },
      seed: `bench ${i}`,
    }),
  );

/** The bytes of every update that a game of four viewers sends, JSON. */
const updateBytes = (table: Table): readonly number[] => {
  const again = restoreTable({ book: table.book, entries: table.entries.slice(0, 1) });
  if ('brokenAt' in again) return [];
  const sizes: number[] = [];
  for (const { actor, id, action, at } of table.entries.slice(1)) {
    const { entry } = again.submit(actor, { ...(action as object), ...(id === null ? {} : { id }) }, at);
    for (const viewer of entry === null ? [] : VIEWERS) {
      const update = again.updateFor(viewer, entry as NonNullable<typeof entry>, 0);
      if (update !== null) sizes.push(Buffer.byteLength(JSON.stringify(update)));
    }
  }
  return sizes;
};

/** Actions, projections and messages of the rules core, each beside a floor measured in the same run. */
export const benchEngine = (): readonly BenchRow[] => {
  const tables = playedGames(20);
  const table = tables[0] as Table;
  const { book, state } = table;
  const live = { ...state, phase: 'negotiation' as const, pause: null };
  const speak = { type: 'speak', to: 'all', text: 'We are ready to talk.', pledge: null };
  const spoken = { ...live, spoken: { US: 0, KR: 0, CN: 0 } };
  const sizes = tables.flatMap(updateBytes);
  return [
    {
      name: 'action: judged and decided',
      value: microseconds(20_000, () => submit(book, spoken, 'US', speak, 0)),
      unit: 'µs',
      note: 'a message in a played-out game',
    },
    {
      name: '  floor: the state copied once',
      value: microseconds(2_000, () => structuredClone(state)),
      unit: 'µs',
      note: 'structuredClone',
    },
    {
      name: 'projection: one view',
      value: microseconds(20_000, () => project(state, 'US')),
      unit: 'µs',
      note: '',
    },
    {
      name: '  floor: that view as JSON',
      value: microseconds(2_000, () => JSON.stringify(project(state, 'US'))),
      unit: 'µs',
      note: '',
    },
    {
      name: 'update: median size',
      value: median(sizes),
      unit: 'bytes',
      note: `JSON, ${sizes.length} updates to four viewers`,
    },
    {
      name: '  floor: the whole state',
      value: Buffer.byteLength(JSON.stringify(state)),
      unit: 'bytes',
      note: 'JSON',
    },
  ];
};
