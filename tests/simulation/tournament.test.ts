import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { accuracies, companyOf } from '../../shared/debrief/accuracy.ts';
import { bySeat, SEATS, type Seat } from '../../shared/seats.ts';
import { estimateMean, estimateShare, testPaired } from '../../shared/simulation/bootstrap.ts';
import { frontierDistance } from '../../shared/simulation/frontierDistance.ts';
import type { GameRow } from '../../shared/simulation/gameRow.ts';
import { type LineUp, lineUpsOf, mixedLineUpsOf } from '../../shared/simulation/lineUps.ts';
import { randomStream } from '../../shared/simulation/randomStream.ts';
import { compareNeighbours, tournamentFigures } from '../../shared/simulation/tournament.ts';
import { twoSeats } from '../helpers/tinyScenario.ts';
import { jsonOf, runTool } from './commandLine.ts';

const folder = mkdtempSync(join(tmpdir(), 'between-giants-tournament-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Nearly normal numbers, mean 0, standard deviation 1: twelve uniform ones added up. */
const bells = (seed: string, count: number): number[] => {
  const random = randomStream(seed);
  const bell = () => Array.from({ length: 12 }, random).reduce((sum, value) => sum + value, -6);
  return Array.from({ length: count }, bell);
};

const share = (list: readonly boolean[]): number => list.filter(Boolean).length / list.length;

describe('figures with bounds', () => {
  test('a 95 % bootstrap interval holds the true mean in about 95 of 100 samples', () => {
    const holds = Array.from({ length: 300 }, (_, i) => {
      const { low, high } = estimateMean(bells(`cover ${i}`, 40).map((value) => 7 + 3 * value));
      return low <= 7 && 7 <= high;
    });
    expect(share(holds)).toBeGreaterThan(0.9);
    expect(share(holds)).toBeLessThan(0.985);
  });

  test('an interval narrows as samples grow, holds its mean, and one value has none', () => {
    const width = (count: number) => {
      const { mean, low, high } = estimateMean(bells('width', count));
      expect(low).toBeLessThan(mean);
      expect(mean).toBeLessThan(high);
      return high - low;
    };
    expect(width(400) / width(100)).toBeCloseTo(0.5, 1);
    expect(estimateMean([3])).toEqual({ mean: 3, low: 3, high: 3 });
  });

  test('a 95 % interval of a share holds the true one, near 0, too', () => {
    for (const truth of [0.01, 0.03, 0.5]) {
      const holds = Array.from({ length: 300 }, (_, i) => {
        const random = randomStream(`share ${truth} ${i}`);
        const hits = Array.from({ length: 500 }, random).filter((value) => value < truth).length;
        const { low, high } = estimateShare(hits, 500);
        return low <= truth && truth <= high;
      });
      expect(share(holds)).toBeGreaterThan(0.91);
    }
    expect(estimateShare(0, 100).high).toBeGreaterThan(0.02);
  });

  test('a paired test finds a difference that is there, and seldom one that is not', () => {
    const noise = (i: number) => bells(`noise ${i}`, 60);
    const pOf = (shift: number) =>
      Array.from({ length: 60 }, (_, i) => testPaired(noise(i).map((value) => value + shift)).p);
    expect(share(pOf(0.8).map((p) => p < 0.01))).toBe(1);
    const none = pOf(0);
    expect(share(none.map((p) => p < 0.05))).toBeLessThan(0.15);
    expect(share(none.map((p) => p > 0.5))).toBeGreaterThan(0.3);
    expect(testPaired([0, 0, 0, 0]).p).toBe(1);
  });

  test('a stream of random numbers is even, and another for another seed', () => {
    const numbers = Array.from({ length: 20_000 }, randomStream('even'));
    for (let tenth = 0; tenth < 10; tenth++) {
      const count = numbers.filter((value) => Math.floor(10 * value) === tenth).length;
      expect(Math.abs(count - 2_000)).toBeLessThan(200);
    }
    expect(randomStream('even')()).toBe(numbers[0]);
    expect(randomStream('odd')()).not.toBe(numbers[0]);
  });

  test('a distance is 0 on the frontier and the mean gap in shares of the ranges elsewhere', () => {
    const at = (US: number, KR: number, CN: number) => ({ US, KR, CN });
    const frontier = [at(50, 0, 0), at(30, 20, 10), at(0, 40, 0)];
    const measure = { ranges: at(50, 40, 20), seats: SEATS };
    expect(frontierDistance(frontier, at(30, 20, 10), measure)).toBe(0);
    expect(frontierDistance(frontier, at(25, 16, 8), measure)).toBeCloseTo(0.1, 6);
    expect(frontierDistance(frontier, at(30, 20, -99), { ...measure, seats: ['US', 'KR'] })).toBe(0);
  });
});

const row = (index: number, score: Partial<Record<Seat, number>>): GameRow => ({
  index,
  mandates: bySeat(() => 'any'),
  treaties: 1,
  treatiesOfAll: 0,
  actions: 1,
  score: bySeat((seat) => 10 * (score[seat] ?? 0)),
  payoff: bySeat(() => 0),
  settlement: bySeat(() => 0),
  harm: bySeat(() => 0),
  distance: 0,
  hash: '',
});

const DRAWS = 25;

/** Made-up games: what each seat scores in a line-up and a draw. */
const madeUp = (lineUps: readonly LineUp[], scoreOf: (lineUp: LineUp, seat: Seat, draw: number) => number) =>
  lineUps.map((lineUp) => ({
    lineUp,
    rows: Array.from({ length: DRAWS }, (_, draw) =>
      row(
        draw,
        bySeat((seat) => scoreOf(lineUp, seat, draw)),
      ),
    ),
  }));

describe('a tournament', () => {
  test('line-ups are all ways to seat the bots; those of a pair need both', () => {
    expect(lineUpsOf(['a', 'b', 'c'], SEATS)).toHaveLength(27);
    expect(new Set(lineUpsOf(['a', 'b', 'c'], SEATS).map((lineUp) => JSON.stringify(lineUp))).size).toBe(27);
    const mixed = mixedLineUpsOf(['a', 'b'], SEATS);
    expect(mixed).toHaveLength(6);
    for (const seat of SEATS) expect(mixed.filter((lineUp) => lineUp[seat] === 'a')).toHaveLength(3);
    expect(mixedLineUpsOf(['a', 'b'], ['US', 'KR'])).toHaveLength(2);
  });

  test('where all play alike nobody regrets anything', () => {
    const lineUps = lineUpsOf(['a', 'b'], SEATS);
    const { regrets, ratings } = tournamentFigures(
      ['a', 'b'],
      SEATS,
      madeUp(lineUps, (_, __, draw) => draw),
    );
    for (const { regret } of regrets) expect(regret).toEqual({ mean: 0, low: 0, high: 0 });
    expect(ratings[0].score).toEqual(ratings[1].score);
    expect(ratings[0].score.mean).toBe(12);
    const alone = tournamentFigures(
      ['a'],
      SEATS,
      madeUp(lineUpsOf(['a'], SEATS), () => 3),
    );
    expect(alone.regrets).toMatchObject([{ bot: 'a', best: 'a', regret: { mean: 0 } }]);
  });

  test('regret is what the best deviation gains, over the seats; ratings are mean scores', () => {
    // Whoever plays b scores 6 more in Washington and 3 less in Seoul; c never gains.
    const bonus = { a: bySeat(() => 0), b: { US: 6, KR: -3, CN: 0 }, c: bySeat(() => -1) };
    const lineUps = lineUpsOf(['a', 'b', 'c'], SEATS);
    const played = madeUp(
      lineUps,
      (lineUp, seat, draw) => draw + bonus[lineUp[seat] as keyof typeof bonus][seat],
    );
    const { regrets, ratings, deviations } = tournamentFigures(['a', 'b', 'c'], SEATS, played);
    const regretOf = (bot: string) => regrets.find((one) => one.bot === bot);
    expect(regretOf('a')).toMatchObject({ best: 'b', regret: { mean: 1 } });
    expect(regretOf('b')).toMatchObject({ best: 'b', regret: { mean: 0 } });
    expect(regretOf('c')?.regret.mean).toBeCloseTo(2, 9);
    const away = deviations.find(({ resident, deviator }) => resident === 'a' && deviator === 'b');
    expect(away?.bySeat).toEqual({ US: 6, KR: -3, CN: 0 });
    expect(ratings.map(({ bot, score }) => [bot, score.mean])).toEqual([
      ['b', 13],
      ['a', 12],
      ['c', 11],
    ]);
  });

  test('neighbours are compared draw by draw, so luck that is common to both does not hide a difference', () => {
    const luck = bells('luck', DRAWS);
    const play = (gap: number) =>
      compareNeighbours(
        ['weak', 'strong'],
        SEATS,
        madeUp(mixedLineUpsOf(['weak', 'strong'], SEATS), (lineUp, seat, draw) => {
          const own = lineUp[seat] === 'strong' ? gap : 0;
          return 100 * luck[draw] + own + ((SEATS.indexOf(seat) * 7 + draw) % 5);
        }),
      );
    const clear = play(3);
    expect(clear.difference.mean).toBeCloseTo(3, 9);
    expect(clear).toMatchObject({ games: 150, draws: DRAWS, beats: true });
    expect(clear.p).toBeLessThan(0.001);
    expect(play(0)).toMatchObject({ difference: { mean: 0 }, p: 1, beats: false });
    expect(play(-3)).toMatchObject({ beats: false });
  });
});

describe('accuracy', () => {
  test('draws other bots for the seats of each game, each bot about as often', () => {
    const bots = ['a', 'b', 'c', 'd'];
    const companies = Array.from({ length: 400 }, (_, game) => companyOf(bots, SEATS, `company ${game}`));
    for (const company of companies) expect(new Set(SEATS.map((seat) => company[seat])).size).toBe(3);
    for (const bot of bots)
      for (const seat of SEATS)
        expect(Math.abs(companies.filter((company) => company[seat] === bot).length - 100)).toBeLessThan(35);
    expect(companyOf(['a'], SEATS, '1')).toEqual({ US: 'a', KR: 'a', CN: 'a' });
  });

  test('counts each game once, and only where something was at stake', () => {
    const seat = (bot: string, accuracy: number | null) => ({ bot, score: 10, accuracy, lost: 4 });
    const games = [[seat('a', 80), seat('a', 60), seat('b', null)], [seat('a', 40)]];
    expect(accuracies(['a', 'b'], games)).toMatchObject([
      { bot: 'a', games: 2, score: { mean: 10 }, accuracy: { mean: 55 } },
      { bot: 'b', games: 1, lost: { mean: 4 }, accuracy: null },
    ]);
  });
});

describe('the command line', () => {
  const tiny = join(folder, 'tiny.json');
  writeFileSync(tiny, JSON.stringify(twoSeats()));
  const line = ['--bots', 'random,trader', '--games', '12', '--scenario', tiny];

  test('line-ups play common draws, and one thread or three come to the same', () => {
    const figures = jsonOf('tournament', [...line, '--workers', '1']);
    expect(jsonOf('tournament', [...line, '--workers', '3'])).toEqual(figures);
    expect(jsonOf('tournament', [...line, '--seed', 'other'])).not.toEqual(figures);
    expect(figures).toMatchObject({ draws: 12, games: 48 });
    expect(figures.lineUps).toHaveLength(4);
    for (const { agreementRate, score, paretoDistance } of figures.lineUps) {
      expect(agreementRate.low).toBeLessThanOrEqual(agreementRate.mean);
      expect(score.US.high).toBeGreaterThanOrEqual(score.US.mean);
      expect(paretoDistance.mean).toBeGreaterThanOrEqual(0);
    }
    expect(figures.ratings.map(({ bot }: { bot: string }) => bot)).toEqual(['trader', 'random']);
  });

  test('the gate of a ladder: the trader beats random play, random play does not beat the trader', () => {
    const gate = (bots: string) =>
      jsonOf('tournament', ['--bots', bots, '--neighbours', '--games', '60', '--scenario', tiny]).neighbours;
    expect(gate('random,trader')).toMatchObject([
      { lower: 'random', upper: 'trader', games: 60, beats: true },
    ]);
    expect(gate('trader,random')).toMatchObject([{ upper: 'random', beats: false }]);
  });

  test('the accuracy of bots comes of their reviews, the same in one thread or two', () => {
    const review = (workers: string) =>
      jsonOf('tournament', [...line, '--accuracy', '--workers', workers]).accuracies;
    const [random, trader] = review('1');
    expect(random).toMatchObject({ bot: 'random', games: 12 });
    expect(random.accuracy.mean).toBeLessThan(trader.accuracy.mean);
    expect(random.lost.mean).toBeGreaterThan(trader.lost.mean);
    expect(review('2')).toEqual([random, trader]);
  });

  test.each([
    [2, []],
    [2, ['--bots', 'trader,napoleon']],
    [2, ['--bots', 'trader,trader']],
    [2, ['--bots', 'trader', '--neighbours']],
    [2, ['--bots', 'trader,random', '--neighbours', '--accuracy']],
    [2, ['--bots', 'trader', '--games', '-1']],
    [1, ['--bots', 'trader', '--scenario', 'no-such-file.json']],
  ])('wrong input ends with exit code %d: %j', (status, words) => {
    const ended = runTool('tournament', [...words, '--json']);
    expect(ended.status).toBe(status);
    expect(ended.stderr.trim()).not.toBe('');
  });
});
