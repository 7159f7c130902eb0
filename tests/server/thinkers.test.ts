import { afterAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../server/config.ts';
import { openLog } from '../../server/log.ts';
import { seatBots } from '../../server/rooms/botPlayers.ts';
import { openThinkers, type Thinkers } from '../../server/workers/thinkers.ts';
import type { PoolAnswer } from '../../server/workers/threadPool.ts';
import type { Move } from '../../shared/bots/bot.ts';
import { decideOn, type WrittenSight } from '../../shared/bots/writtenSight.ts';
import type { Entry } from '../../shared/engine/log.ts';
import type { Seat } from '../../shared/seats.ts';
import { playBot, sightFor } from '../../shared/table/autoplay.ts';
import { newTable, type Table } from '../../shared/table/table.ts';
import { clause, pause2025 } from '../helpers/game.ts';
import { manualClock } from '../helpers/manualClock.ts';

const log = openLog('silent');
const config = readConfig({ BOT_THREADS: '1' });
if ('problems' in config) throw new Error(config.problems.join());
const real = openThinkers(config, manualClock(), log);
afterAll(() => real.close());

/** A statesman in Seoul between two people, the game begun. */
const statesmanInSeoul = (): Table => {
  const person = { kind: 'person', name: 'Ann', standIn: null } as const;
  const table = newTable({
    book: pause2025(),
    opening: {
      setup: {
        scenario: 'tariff-pause-2025',
        press: 'full',
        roundMs: 60_000,
        explain: true,
        reveal: 'end',
      },
      seed: 'thinkers',
      mandates: {},
      occupants: { US: person, KR: { kind: 'bot', bot: 'statesman' }, CN: person },
    },
    now: 0,
  });
  table.submit('system', { type: 'start' }, 0);
  return table;
};

/** Thinkers who answer when the test lets them; `asked`: what they were asked. */
const slowThinkers = () => {
  const asked: {
    sight: WrittenSight;
    ms: number;
    answer: (answer: PoolAnswer<Move | null>) => void;
    fail: () => void;
  }[] = [];
  const thinkers: Thinkers = {
    patience: 2000,
    ask: (sight, ms) =>
      new Promise((answer, fail) =>
        asked.push({ sight, ms, answer, fail: () => fail(new Error('no thread')) }),
      ),
    close: async () => {},
  };
  return { thinkers, asked };
};

/** The table's bots at work, on a clock that the test moves. */
const hosted = () => {
  const table = statesmanInSeoul();
  const clock = manualClock(0);
  const { thinkers, asked } = slowThinkers();
  const published: Entry[] = [];
  const bots = seatBots({
    table,
    clock,
    log,
    delay: [0, 0],
    thinkers,
    inTurn: (task) =>
      task(async (actor, input) => {
        const submitted = table.submit(actor, input, clock.now());
        if (submitted.entry !== null) published.push(submitted.entry);
        return submitted;
      }),
  });
  return { table, clock, asked, published, bots };
};

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const tabled = (table: Table, by: Seat, id: string) =>
  table.submit(
    by,
    {
      type: 'table',
      id,
      to: ['KR'],
      clauses: [clause('us-kr-auto-tariff', '15')],
      sealed: false,
      note: '',
      spend: 0,
    },
    0,
  );

const explained = (entries: readonly Entry[]) =>
  entries.flatMap(({ events }) => events).filter((event) => event.kind === 'moveExplained');

describe('a bot that thinks for long', () => {
  test('decides in a thread exactly what it decides here', async () => {
    const table = statesmanInSeoul();
    const sights: WrittenSight[] = [];
    tabled(table, 'US', 'offer-0001');
    for (const seat of ['KR', 'KR', 'KR'] as const) {
      const sight = sightFor(table, seat)!;
      sights.push(sight);
      playBot(table, seat, 0);
    }
    const here = sights.map((sight) => decideOn(table.book, sight));
    const there = await Promise.all(sights.map((sight) => real.ask(sight, 60_000)));
    expect(there).toEqual(here.map((result) => ({ result })));
    expect(new Set(here.map((move) => JSON.stringify(move))).size).toBeGreaterThan(1);
  });

  test('is answered for by the trader when it is late, and the record says so', async () => {
    const { table, clock, asked, published, bots } = hosted();
    tabled(table, 'US', 'offer-0001');
    bots.wake();
    clock.advance(0);
    expect(asked).toHaveLength(1);
    expect(published).toEqual([]);
    asked[0]!.answer({ missed: 'late' });
    await settled();
    expect(explained(published)[0]).toMatchObject({ seat: 'KR', reason: { params: { deputy: 'trader' } } });
  });

  test('is given no more time than the phase has left', () => {
    const { table, clock, asked, bots } = hosted();
    clock.advance((table.state.clock.endsAt ?? 0) - 1000);
    bots.wake();
    clock.advance(0);
    expect(asked[0]!.ms).toBe(700);
  });

  test('thinks again when the table has moved on and its answer is out of place', async () => {
    const { table, clock, asked, published, bots } = hosted();
    tabled(table, 'US', 'offer-0001');
    bots.wake();
    clock.advance(0);
    const { offers } = asked[0]!.sight.view;
    table.submit('US', { type: 'withdraw', id: 'withdraw-1', offer: offers[0]!.id }, 0);
    const reason = { key: 'reason.bot.enough', params: { seat: 'US' } };
    asked[0]!.answer({ result: { action: { type: 'accept', offer: offers[0]!.id, spend: 0 }, reason } });
    await settled();
    clock.advance(0);
    expect(published).toEqual([]);
    expect(asked).toHaveLength(2);
    expect(asked[1]!.sight.view.offers[0]!.state).toBe('withdrawn');
  });

  test('is ready when nobody can be asked what to do, and is asked again when something has happened', async () => {
    const { table, clock, asked, bots } = hosted();
    bots.wake();
    clock.advance(0);
    asked[0]!.fail();
    await settled();
    expect(table.state.ready.KR).toBe(true);
    tabled(table, 'US', 'offer-0001');
    bots.wake();
    clock.advance(0);
    expect(asked).toHaveLength(2);
  });

  test('says nothing more once its table is closed', async () => {
    const { table, clock, asked, published, bots } = hosted();
    bots.wake();
    clock.advance(0);
    bots.stop();
    asked[0]!.answer({ missed: 'failed' });
    await settled();
    expect(published).toEqual([]);
    expect(table.entries).toHaveLength(2);
  });
});
