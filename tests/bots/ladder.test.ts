import { describe, expect, it } from 'vitest';
import { STRENGTHS } from '../../client/pages/strengths.ts';
import { job } from '../../server/workers/playGames.ts';
import { runJob } from '../../server/workers/runJob.ts';
import { BOTS } from '../../shared/bots/index.ts';
import { surrogateError } from '../../shared/bots/sheet.ts';
import { draw } from '../../shared/engine/chance.ts';
import { bookOf, SCENARIOS } from '../../shared/scenarios/index.ts';
import { bySeat, SEATS } from '../../shared/seats.ts';
import type { GameRow } from '../../shared/simulation/gameRow.ts';
import { playGame } from '../../shared/simulation/playGame.ts';
import { pause2025 } from '../helpers/game.ts';

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const resultsOf = (bot: string, games: number): readonly number[] =>
  Array.from({ length: games }, (_, i) =>
    playGame({ book: pause2025(), bots: bySeat(() => bot), seed: `${bot} ${i}` }),
  ).flatMap(({ state }) => SEATS.map((seat) => state.results![seat].result));

describe('the ladder', () => {
  it.each(Object.keys(SCENARIOS))('plays %s to its end with every rung at one table', (scenario) => {
    const rungs = Object.keys(BOTS);
    for (const [i, rung] of rungs.entries()) {
      const bots = { US: rung, KR: rungs[(i + 1) % rungs.length], CN: rungs[(i + 2) % rungs.length] };
      const { state } = playGame({ book: bookOf(scenario), bots, seed: `whole ${i}` });
      expect(state.results, JSON.stringify(bots)).not.toBeNull();
    }
  });

  it.each([
    ['micro', 12],
    ['trader', 12],
    ['analyst', 8],
    ['statesman', 3],
  ])('does better than no deal on average with %s in all seats', (bot, games) => {
    expect(meanOf(resultsOf(bot, games))).toBeGreaterThan(0);
  });

  it('leaves the third seat less, the stronger the two others are said to be', () => {
    const [easy, fair, strong] = [STRENGTHS.easy, STRENGTHS.fair, STRENGTHS.strong].map((others) =>
      meanOf(
        SEATS.flatMap((seat) =>
          [0, 1, 2, 3].map((game) => {
            const bots = { ...bySeat(() => others as string), [seat]: 'trader' };
            const { state } = playGame({ book: pause2025(), bots, seed: `third ${game}` });
            return state.results![seat].score;
          }),
        ),
      ),
    );
    expect(easy).toBeGreaterThan(fair! + 10);
    expect(fair).toBeGreaterThan(strong! + 2);
  });

  it('decides the same in a fresh thread as after other games: what it remembers follows from what it saw', async () => {
    const bots = { US: 'statesman', KR: 'analyst', CN: 'micro' };
    const hashes = async (workers: number): Promise<readonly string[]> => {
      const rows: GameRow[] = [];
      await runJob(job, {
        setup: { scenario: 'tariff-pause-2025', press: 'full', logs: null, distances: false },
        tasks: [2, 0, 1].map((from) => ({ bots, seed: 'thread', from, to: from + 1 })),
        workers,
        signal: new AbortController().signal,
        onDone: (played) => rows.push(...played),
      });
      return rows.toSorted((one, other) => one.index - other.index).map(({ hash }) => hash);
    };
    const warm = await hashes(1);
    expect(new Set(warm).size).toBe(3);
    expect(await hashes(3)).toEqual(warm);
  });
});

describe('the surrogate of the payoff', () => {
  const book = pause2025();
  const packages = Array.from({ length: 150 }, (_, n) =>
    book.scenario.levers.map(({ levels, snapback }, i) => {
      const treaty = levels.flatMap((level, step) => (level.treaty === false ? [] : [step]));
      return treaty[Math.floor(draw('hold-out', `${n} ${i}`) * treaty.length)] ?? snapback;
    }),
  );

  it.each(book.scenario.mandates.map(({ id }) => id))(
    'is within 1 bn (root mean square) of the exact one for %s',
    (mandate) => {
      const errors = packages.map((levels) => surrogateError(book, mandate, levels));
      expect(Math.sqrt(meanOf(errors.map((error) => error ** 2)))).toBeLessThan(1);
    },
  );
});
