import { describe, expect, test } from 'vitest';
import { type Book, openBook } from '../../shared/scenarios/book.ts';
import { bookOf } from '../../shared/scenarios/index.ts';
import type { Scenario } from '../../shared/scenarios/schema.ts';
import { bySeat, SEATS } from '../../shared/seats.ts';
import { appraiserOf, profilesOf } from '../../shared/simulation/balance/appraiser.ts';
import {
  judgeConflict,
  judgeLogrolling,
  nashValue,
  searchBargain,
} from '../../shared/simulation/balance/bargains.ts';
import { judgeDiplomacy, listDecrees } from '../../shared/simulation/balance/decrees.ts';
import { judgeIdeals, searchBests } from '../../shared/simulation/balance/ideals.ts';
import { countLevels, judgeRelevance } from '../../shared/simulation/balance/levers.ts';
import { judgeSkill, type Play } from '../../shared/simulation/balance/play.ts';
import { searchBest } from '../../shared/simulation/balance/search.ts';
import { chooseStance, judgeDilemma, type StanceChoice } from '../../shared/simulation/balance/stances.ts';
import { measureSheets } from '../../shared/simulation/balance/surrogate.ts';
import { choicesOf, midpointOf, treatyLevels } from '../../shared/simulation/balance/treatyLevels.ts';
import { judgeWinnability } from '../../shared/simulation/balance/winnability.ts';
import { judgeZone, mergeZones, sampleZone } from '../../shared/simulation/balance/zones.ts';
import type { GameRow } from '../../shared/simulation/gameRow.ts';
import { randomStream } from '../../shared/simulation/randomStream.ts';
import { levelOf, pause2025 } from '../helpers/game.ts';
import { tinyBook, twoSeats } from '../helpers/tinyScenario.ts';
import { runTool } from './commandLine.ts';

const council = bookOf('chip-council');
const [delegations] = profilesOf(council);
const EFFORT = { anneals: 2, changes: 2_000 };

/** Every package of a scenario small enough to write them all down. */
const allPackages = (book: Book): readonly (readonly number[])[] =>
  treatyLevels(book).reduce<readonly (readonly number[])[]>(
    (packages, levels) => packages.flatMap((pack) => levels.map((level) => [...pack, level])),
    [[]],
  );

const opened = (scenario: Scenario): Book => {
  const book = openBook(scenario);
  if ('error' in book) throw new Error(JSON.stringify(book.error));
  return book;
};

describe('what is searched and sampled, against counting all 960 packages of a scenario', () => {
  const appraiser = appraiserOf(council);
  const packages = allPackages(council);
  const gainsAt = (levels: readonly number[]) =>
    SEATS.map((seat) => appraiser.exact(delegations[seat])(levels));
  const space = { start: council.snapback, choices: treatyLevels(council) };

  test('the zone of agreement lies within its interval, and parts add up to the whole', () => {
    const zone = packages.filter((levels) => gainsAt(levels).every((gain) => gain >= 0));
    const parts = ['a', 'b', 'c'].map((seed) => sampleZone(appraiser, SEATS, { samples: 2_000, seed }));
    const { lowest, highest, samples, isHeld } = judgeZone(mergeZones(parts));
    expect(samples).toBe(6_000);
    expect(lowest).toEqual(highest);
    expect(lowest.share.low).toBeLessThan(zone.length / packages.length);
    expect(lowest.share.high).toBeGreaterThan(zone.length / packages.length);
    expect(isHeld).toBe(true);
  });

  test('the search finds the Nash bargain and every ideal', () => {
    const most = Math.max(...packages.map((levels) => nashValue(gainsAt(levels))));
    const found = searchBest(
      appraiser,
      { mandates: SEATS.map((seat) => delegations[seat]), value: nashValue },
      space,
      { ...EFFORT, random: randomStream('nash') },
    );
    expect(found.value).toBeCloseTo(most, 9);
    expect(nashValue(gainsAt(found.levels))).toBeCloseTo(most, 9);

    const { bests } = searchBests(appraiser, delegations, EFFORT);
    const acceptable = (seat: number) =>
      packages.map(gainsAt).filter((gains) => gains.every((gain, i) => i === seat || gain >= 0));
    expect(bests).toEqual(SEATS.map((_, i) => Math.max(...acceptable(i).map((gains) => gains[i]))));
    expect(judgeIdeals(council, [{ profile: delegations, bests }]).isHeld).toBe(true);
    expect(
      judgeIdeals(council, [{ profile: delegations, bests: bests.map((gain) => 1.2 * gain) }]).isHeld,
    ).toBe(false);
  });

  test('each seat’s best is its best, and the midpoint is what the Nash bargain must beat', () => {
    const bargain = searchBargain(appraiser, delegations, EFFORT);
    for (const [i, seat] of SEATS.entries())
      expect(bargain.best[seat][seat]).toBeCloseTo(
        Math.max(...packages.map((levels) => gainsAt(levels)[i])),
        9,
      );
    expect(SEATS.map((seat) => bargain.midpoint[seat])).toEqual(gainsAt([1, 1, 1, 1, 2]));
    expect(judgeLogrolling([bargain], SEATS).isHeld).toBe(
      SEATS.every((s) => bargain.nash[s] > bargain.midpoint[s]),
    );
    const dull = { ...bargain, midpoint: bargain.nash };
    expect(judgeLogrolling([dull], SEATS)).toMatchObject({ isHeld: false, narrowest: { margin: 0 } });
    expect(judgeConflict([bargain], SEATS)).toMatchObject({ bests: 3, isHeld: true });
    const kind = { ...bargain, best: bySeat(() => bySeat(() => 1)) };
    expect(judgeConflict([kind], SEATS)).toMatchObject({ isHeld: false });
    expect(judgeConflict([kind], SEATS).kind).toHaveLength(3);
  });
});

describe('the pause of 2025', () => {
  const book = pause2025();

  test('the midpoint is the lower middle, the co-operative level of two, and never one that only a measure reaches', () => {
    const midpoint = midpointOf(book);
    const at = (lever: string) => midpoint[book.leverIndex[lever]];
    expect(at('us-kr-reciprocal-tariff')).toBe(levelOf('us-kr-reciprocal-tariff', '10'));
    expect(at('us-cn-tariff')).toBe(levelOf('us-cn-tariff', '20'));
    expect(at('kr-cn-fta')).toBe(levelOf('kr-cn-fta', 'upgrade'));
    expect(at('us-fab-licences')).toBe(levelOf('us-fab-licences', 'granted'));
    expect(treatyLevels(book)[book.leverIndex['us-cn-tariff']]).not.toContain(levelOf('us-cn-tariff', '145'));
  });

  test('a pair’s package leaves out what is another’s or aimed at another', () => {
    const choices = choicesOf(book, ['KR', 'CN']);
    const isFree = (lever: string) => choices[book.leverIndex[lever]].length > 1;
    expect(isFree('kr-cn-fta')).toBe(true);
    expect(isFree('cn-kr-rare-earths')).toBe(true);
    expect(isFree('cn-us-rare-earths')).toBe(false);
    expect(isFree('kr-us-fabs')).toBe(false);
    expect(isFree('us-kr-auto-tariff')).toBe(false);
    expect(choicesOf(book, SEATS)).toEqual(treatyLevels(book));
  });

  test('no deal is worth 0 to every mandate, fast and exact, and fast is near exact', () => {
    const appraiser = appraiserOf(book);
    const random = randomStream('near');
    const choices = treatyLevels(book);
    for (const { id } of book.scenario.mandates) {
      const [fast, exact] = [appraiser.fast(id), appraiser.exact(id)];
      expect(Math.abs(fast(book.snapback))).toBeLessThan(1e-9);
      expect(Math.abs(exact(book.snapback))).toBeLessThan(1e-9);
      const errors = Array.from({ length: 60 }, () => {
        const levels = choices.map((options) => options[Math.floor(random() * options.length)]);
        return fast(levels) - exact(levels);
      });
      const square = errors.reduce((sum, error) => sum + error * error, 0) / errors.length;
      expect(Math.sqrt(square), id).toBeLessThan(4);
    }
  });

  test('a stance is searched among packages that are of it, and the best is the one that gives most', () => {
    const [profile] = profilesOf(book);
    const choice = chooseStance(appraiserOf(book), profile, EFFORT);
    const values = Object.values(choice!.gains).map((gain) => gain ?? Number.NEGATIVE_INFINITY);
    expect(choice!.gains[choice!.best]).toBe(Math.max(...values));
    expect(choice!.gains[choice!.best]).toBeGreaterThan(0);
    expect(chooseStance(appraiserOf(council), delegations, EFFORT)).toBeNull();
  });

  test('every decree is listed once for each mandate of its owner; one that snaps back counts by the weight of flows', () => {
    const decrees = listDecrees(appraiserOf(book));
    const single = book.scenario.levers.filter(({ owners }) => owners.length === 1);
    expect(decrees).toHaveLength(single.reduce((sum, { levels }) => sum + 3 * (levels.length - 1), 0));
    const { capital, measures, flow } = book.scenario.rules;
    for (const { lever, isLasting, pause, snapback, result } of decrees) {
      const kept = isLasting ? (1 - flow.weight) * snapback : 0;
      expect(result, lever).toBeCloseTo(flow.weight * pause + kept - capital.value * measures.capital, 9);
    }
    expect(new Set(decrees.map(({ isLasting }) => isLasting)).size).toBe(2);
  });
});

describe('verdicts', () => {
  test('a share surely out of bounds fails; one whose interval holds the bound is only tight', () => {
    const judge = (hits: number, samples: number) =>
      judgeZone({ parties: SEATS, samples, hits: { some: hits, others: samples / 2 } });
    expect(judge(290, 10_000)).toMatchObject({ isHeld: true, isTight: true });
    expect(judge(200, 10_000)).toMatchObject({ isHeld: false, lowest: { mandates: 'some' } });
    expect(judge(400, 10_000)).toMatchObject({ isHeld: true, isTight: false });
    expect(judge(9_000, 10_000)).toMatchObject({ isHeld: false, highest: { mandates: 'some' } });
  });

  test('a dilemma needs every stance somewhere and none almost everywhere', () => {
    const choose = (...bests: readonly StanceChoice['best'][]) =>
      judgeDilemma(
        bests.map((best) => ({
          profile: delegations,
          best,
          gains: { aligned: 1, autonomous: null, multiAligned: 3 },
          repliedWith: [],
        })),
      );
    expect(choose('aligned', 'autonomous', 'multiAligned')).toMatchObject({ isHeld: true, medianMargin: 2 });
    expect(choose('aligned', 'autonomous', 'aligned').isHeld).toBe(false);
    expect(choose('aligned', 'aligned', 'aligned', 'autonomous', 'multiAligned').isHeld).toBe(true);
    expect(choose(...Array(8).fill('aligned'), 'autonomous', 'multiAligned').isHeld).toBe(false);
  });

  test('skill: each part can fail by itself', () => {
    const near = (mean: number, width = 1) => ({ mean, low: mean - width, high: mean + width });
    const play = (change: Partial<Play> = {}): Play => ({
      bot: 'b',
      games: 100,
      agreementRate: near(0.8, 0.05),
      someTreaty: near(1, 0),
      score: bySeat(() => near(40)),
      welfare: near(120),
      paretoDistance: near(0.08, 0.01),
      ...change,
    });
    const chance = play({ agreementRate: near(0.3), welfare: near(10), paretoDistance: near(0.4, 0.01) });
    const failing = (strong: Play, other = chance) =>
      Object.entries(judgeSkill(strong, other, SEATS).parts)
        .filter(([, isHeld]) => !isHeld)
        .map(([part]) => part);
    expect(failing(play())).toEqual([]);
    expect(failing(play({ agreementRate: near(1, 0.02) }))).toEqual(['agreement']);
    expect(failing(play({ score: { US: near(60), KR: near(40), CN: near(44) } }))).toEqual(['fair']);
    expect(failing(play({ paretoDistance: near(0.2, 0.02) }))).toEqual(['efficient']);
    expect(failing(play(), { ...chance, welfare: near(70) })).toEqual(['chanceIsWorse']);
  });

  test('a mandate that never scores, never comes first or ends below no deal is hopeless', () => {
    const book = pause2025();
    const profiles = profilesOf(book);
    const rowsWith = (change: (row: GameRow) => GameRow): readonly GameRow[] =>
      Array.from({ length: 540 }, (_, index) => {
        const winner = SEATS[(index + Math.floor(index / 27)) % 3];
        const score = bySeat((seat) => (seat === winner ? 500 : 400));
        const mandates = profiles[index % profiles.length];
        const settlement = bySeat(() => 20_000);
        return change({ index, mandates, score, settlement } as GameRow);
      });
    const spoiling = (spoilt: Partial<GameRow>) =>
      judgeWinnability(
        book,
        rowsWith((row) => (row.mandates.KR === 'autonomy' ? { ...row, ...spoilt } : row)),
      ).hopeless;
    const even = judgeWinnability(
      book,
      rowsWith((row) => row),
    );
    expect(even).toMatchObject({ isHeld: true, hopeless: [] });
    expect(even.lines.map(({ games }) => games)).toEqual(book.scenario.mandates.map(() => 180));
    expect(spoiling({ score: { US: 400, KR: 100, CN: 50 } })).toEqual(['autonomy']);
    expect(spoiling({ score: { US: 500, KR: 400, CN: 400 } })).toEqual(['autonomy']);
    expect(spoiling({ settlement: { US: 20_000, KR: -1, CN: 20_000 } })).toEqual(['autonomy']);
  });

  test('the sheets’ error is what they tell less what the economy comes to, and none where there is no economy', () => {
    const near = { rmse: 0, largest: 0 };
    expect(measureSheets(appraiserOf(council), council)).toEqual(
      council.scenario.mandates.map(({ id }) => ({ mandate: id, ...near })),
    );
    const appraiser = appraiserOf(council);
    const off = measureSheets(
      { ...appraiser, fast: (id) => (levels) => appraiser.exact(id)(levels) - 3 },
      council,
    );
    for (const { rmse, largest } of off)
      expect([rmse, largest]).toEqual([expect.closeTo(3), expect.closeTo(3)]);
  });

  test('a lever that nobody values is idle, unless it answers alignment', () => {
    const base = twoSeats();
    const idle = { ...base.levers[0], id: 'idle' };
    const book = opened({ ...base, levers: [...base.levers, idle] });
    const counts = [
      countLevels(book, [
        [0, 0, 0],
        [2, 1, 0],
      ]),
      countLevels(book, [[0, 2, 0]]),
    ];
    expect(judgeRelevance(book, counts, [])).toMatchObject({
      isHeld: false,
      idle: [{ lever: 'idle', levels: 1 }],
    });
    const reply = { profile: delegations, best: 'aligned', repliedWith: ['idle'] } as unknown as StanceChoice;
    expect(judgeRelevance(book, counts, [reply])).toMatchObject({
      isHeld: true,
      threats: [{ lever: 'idle' }],
    });
  });

  test('a decree that pays too well fails; scenarios without measures have none', () => {
    const base = twoSeats({ measures: { perRound: 1, capital: 0 } });
    const levers = base.levers.map((lever) =>
      lever.id === 'price' ? { ...lever, owners: ['US' as const] } : lever,
    );
    const book = opened({ ...base, levers });
    const judged = judgeDiplomacy(book, listDecrees(appraiserOf(book)));
    expect(judged!.isHeld).toBe(false);
    expect(judged!.best[0]).toMatchObject({ lever: 'price', level: 'high', mandate: 'us-eager' });
    // Weight 2 on 8 points, the settlement is all there is, and the level stays.
    expect(judged!.best[0].result).toBeCloseTo(16, 9);
    expect(judged!.tempting.map(({ level }) => level)).toEqual(['high', 'high', 'middle', 'middle']);
    expect(judgeDiplomacy(tinyBook(), [])).toBeNull();
  });
});

describe('the command line', () => {
  const line = ['--quick', '--scenario', 'chip-council', '--bot', 'random'];

  test('tells the same whatever the threads, with an exit code that says whether all holds', () => {
    const [one, three] = ['1', '3'].map((workers) =>
      runTool('balance', [...line, '--json', '--workers', workers]),
    );
    expect(three.stdout).toBe(one.stdout);
    const report = JSON.parse(one.stdout);
    expect(one.status).toBe(report.isHeld ? 0 : 1);
    expect(report).toMatchObject({
      scenario: 'chip-council',
      profiles: 1,
      quick: true,
      zones: { isHeld: true },
      conflict: { isHeld: true, bests: 3 },
      logrolling: { isHeld: true },
      dilemma: null,
      skill: { isHeld: false, parts: { chanceIsWorse: false } },
      relevance: { isHeld: true, idle: [] },
      diplomacy: null,
      ideals: { isHeld: true },
      winnability: { lines: [{ games: 27 }, { games: 27 }, { games: 27 }] },
      sheets: [{ rmse: 0 }, { rmse: 0 }, { rmse: 0 }],
      isHeld: false,
    });
    expect(report.zones.groups).toHaveLength(1);
    const { mean, low, high } = report.zones.groups[0].lowest.share;
    expect([low < mean, mean < high]).toEqual([true, true]);
  });

  test('says it in words, too', () => {
    const { stdout, status } = runTool('balance', line);
    expect(status).toBe(1);
    for (const number of [1, 2, 3, 4, 5, 6, 7])
      expect(stdout).toMatch(new RegExp(`^${number}  .+: (holds|FAILS|does not apply)$`, 'm'));
  });

  test.each([
    [2, ['--bot', 'napoleon']],
    [2, ['--workers', 'many']],
    [1, ['--scenario', 'no-such-file.json']],
  ])('wrong input ends with exit code %d: %j', (status, words) => {
    const ended = runTool('balance', [...words, '--json']);
    expect(ended.status).toBe(status);
    expect(ended.stderr.trim()).not.toBe('');
  });
});
