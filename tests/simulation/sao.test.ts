import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { checkDomain, type Domain } from '../../shared/simulation/sao/domain.ts';
import { type OutcomeSpace, openSpace } from '../../shared/simulation/sao/outcomeSpace.ts';
import { readStrategy, type Strategy } from '../../shared/simulation/sao/saoBots.ts';
import { bargainingSolutions, paretoOutcomes } from '../../shared/simulation/sao/solutions.ts';
import { runDomain, saoFigures } from '../../shared/simulation/sao.ts';

const strategiesOf = (text: string): Strategy[] =>
  text.split(',').map((name) => {
    const strategy = readStrategy(name);
    if (strategy === null) throw new Error(`no bot ${name}`);
    return strategy;
  });

const run = (domain: Domain, bots: string, rounds: number, seed = '1') =>
  runDomain(domain, { strategies: strategiesOf(bots), rounds, seed });

/** One issue: every party's value per option. */
const oneIssue = (...parties: readonly number[][]): Domain => ({
  name: 'one issue',
  issues: ['price'],
  values: [parties[0]!.map((_, option) => option)],
  parties: parties.map((values) => ({ weights: [1], values: [values], reserved: 0 })),
});

const sale = oneIssue([0, 0.25, 0.5, 0.75, 1], [1, 0.75, 0.5, 0.25, 0]);

const withReserved = (domain: Domain, ...reserved: readonly number[]): Domain => ({
  ...domain,
  parties: domain.parties.map((party, i) => ({ ...party, reserved: reserved[i]! })),
});

describe('negotiations worked out by hand', () => {
  // rounds 3: t = .25, .5, .75; E = 1: targets .75, .5, .25; E = 4: .996, .938, .684; E = .25: .293, .159, .069
  test.each([
    ['aspiration:1,aspiration:1', { agreement: [2], utilities: [0.5, 0.5], round: 1, offers: 3 }],
    ['aspiration:4,aspiration:0.25', { agreement: [3], utilities: [0.75, 0.25], round: 2, offers: 4 }],
    ['aspiration:0.25,aspiration:4', { agreement: [1], utilities: [0.25, 0.75], round: 2, offers: 5 }],
    ['micro,micro', { agreement: [2], utilities: [0.5, 0.5], round: 2, offers: 5 }],
    ['tough,tough', { agreement: null, utilities: [0, 0], round: 3, offers: 6 }],
    // It comes down one step for the one offer that it gets, and no further.
    ['micro,tough', { agreement: null, utilities: [0, 0], round: 3, offers: 6 }],
  ])('%s over a price', (bots, expected) => {
    const solutions = { pareto: 5, nash: [0.5, 0.5], kalai: [0.5, 0.5] };
    expect(run(sale, bots, 3)).toMatchObject({ ...expected, ...solutions });
  });

  test('three parties: acceptances in a row count across rounds, a rejection starts again', () => {
    const three = oneIssue([1, 0.6, 0], [0, 0.6, 1], [0.3, 1, 0.3]);
    // t = 1/3, 2/3. First round: the best of each. Then the third one's offer is worth .6 to both others.
    const meeting = run(three, 'aspiration:1,aspiration:1,aspiration:1', 2);
    expect(meeting).toMatchObject({ agreement: [1], round: 1, offers: 3, pareto: 3, nash: [0.6, 0.6, 1] });
    expect(meeting.welfare).toBeCloseTo(2.2, 12);
    // The second one accepts what the first one offers, but never all three the same.
    const split = oneIssue([1, 0, 0], [1, 0, 1], [0, 0, 1]);
    expect(run(split, 'tough,aspiration:1,tough', 4)).toMatchObject({ agreement: null, offers: 8 });
  });

  test('a minimal conceder stops at its reservation value', () => {
    const guarded = withReserved(sale, 0.6, 0.45);
    expect(run(guarded, 'micro,micro', 50).agreement).toBeNull();
    expect(run(guarded, 'micro,micro', 50)).toMatchObject({
      utilities: [0.6, 0.45],
      nash: null,
      kalai: null,
    });
    expect(run(withReserved(sale, 0.5, 0.45), 'micro,micro', 50).agreement).toEqual([2]);
  });

  test('whom no outcome satisfies makes no offer and accepts none', () => {
    const hopeless = withReserved(sale, 2, 0);
    for (const bots of ['aspiration:1,aspiration:1', 'micro,micro', 'tough,tough'])
      expect(run(hopeless, bots, 4)).toMatchObject({ agreement: null, utilities: [2, 0], offers: 4 });
  });

  test('the last issue changes fastest, and among equals the lower number comes first', () => {
    const flat: Domain = {
      name: 'flat',
      issues: ['slow', 'fast'],
      values: [
        ['a', 'b'],
        ['x', 'y', 'z'],
      ],
      parties: [
        {
          weights: [0.4, 0.6],
          values: [
            [0, 1],
            [0.5, 1, 1],
          ],
          reserved: 0,
        },
        {
          weights: [1, 1],
          values: [
            [1, 1],
            [1, 1, 1],
          ],
          reserved: 0,
        },
      ],
    };
    const space = openSpace(flat);
    expect(Array.from({ length: 6 }, (_, outcome) => space.optionsOf(outcome))).toEqual([
      [0, 0],
      [0, 1],
      [0, 2],
      [1, 0],
      [1, 1],
      [1, 2],
    ]);
    expect([...space.utilities[0]!]).toEqual([0.3, 0.6, 0.6, 0.7, 1, 1]);
    expect([...space.rankingOf(0).order]).toEqual([4, 5, 3, 1, 2, 0]);
    expect(run(flat, 'tough,tough', 1)).toMatchObject({ agreement: [1, 1], pareto: 2 });
    expect(run(flat, 'aspiration:0.25,tough', 1)).toMatchObject({ agreement: [0, 1] });
  });

  test('equal shares count from what each could gain: Nash and Kalai-Smorodinsky part', () => {
    const uneven = oneIssue([0.2, 0.5, 0.9, 1], [1, 0.9, 0.5, 0.2]);
    const { nash, kalai } = bargainingSolutions(openSpace(withReserved(uneven, 0.1, 0.2)));
    // Gains .1 .4 .8 .9 and .8 .7 .3 0: products .08 .28 .24 0; shares of .9 and .8: least .11 .44 .375 0.
    expect([nash, kalai]).toEqual([1, 1]);
    const steep = oneIssue([0, 0.3, 0.95, 1], [1, 0.95, 0.28, 0]);
    // Products 0 .285 .266 0; least shares 0 .3 .28 0.
    expect(bargainingSolutions(openSpace(steep))).toMatchObject({ nash: 1, kalai: 1 });
    const apart = oneIssue([0, 0.35, 1, 1], [1, 0.4, 0.3, 0]);
    // Products 0 .14 .3 0; least shares 0 .35 .3 0.
    expect(bargainingSolutions(openSpace(apart))).toMatchObject({ nash: 2, kalai: 1 });
  });
});

const GRID = [0, 0.25, 0.5, 0.75, 1];

const anyDomain = fc
  .record({
    counts: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 }),
    parties: fc.integer({ min: 2, max: 4 }),
    coarse: fc.boolean(),
  })
  .chain(({ counts, parties, coarse }) => {
    const value = coarse
      ? fc.constantFrom(...GRID)
      : fc.integer({ min: 0, max: 1e6 }).map((whole) => whole / 1e6);
    return fc
      .array(
        fc.record({
          weights: fc.array(value, { minLength: counts.length, maxLength: counts.length }),
          values: fc.tuple(...counts.map((count) => fc.array(value, { minLength: count, maxLength: count }))),
          reserved: fc.oneof(value, fc.constant(-1)),
        }),
        { minLength: parties, maxLength: parties },
      )
      .map(
        (all): Domain => ({
          name: 'any',
          issues: counts.map((_, i) => `issue ${i}`),
          values: counts.map((count) => Array.from({ length: count }, (_, option) => option)),
          parties: all,
        }),
      );
  });

const outcomesOf = (space: OutcomeSpace): number[] => [...Array(space.size).keys()];

const isEfficient = (space: OutcomeSpace, outcome: number): boolean => {
  const here = space.worthOf(outcome);
  return !outcomesOf(space).some((other) => {
    const there = space.worthOf(other);
    return there.every((u, p) => u >= here[p]!) && there.some((u, p) => u > here[p]!);
  });
};

const bestScore = (space: OutcomeSpace, score: (gains: number[], ideals: number[]) => number) => {
  const gains = outcomesOf(space)
    .map((outcome) => space.worthOf(outcome).map((u, party) => u - space.reserved[party]!))
    .filter((all) => all.every((gain) => gain >= 0));
  const ideals = space.reserved.map((_, party) => Math.max(0, ...gains.map((all) => all[party]!)));
  const mine = (outcome: number) =>
    score(
      space.worthOf(outcome).map((u, party) => u - space.reserved[party]!),
      ideals,
    );
  return { best: Math.max(...gains.map((all) => score(all, ideals))), mine, none: gains.length === 0 };
};

const among = (ideals: number[], parts: number[]): number[] => parts.filter((_, party) => ideals[party]! > 0);
const nashOf = (gains: number[], ideals: number[]): number =>
  among(
    ideals,
    gains.map((gain, party) => gain / ideals[party]!),
  ).reduce((product, gain) => product * gain, 1);
const kalaiOf = (gains: number[], ideals: number[]): number =>
  Math.min(
    1,
    ...among(
      ideals,
      gains.map((gain, party) => gain / ideals[party]!),
    ),
  );

describe('on any domain', () => {
  test('utilities are the weighted sums, outcome by outcome', () => {
    fc.assert(
      fc.property(anyDomain, (domain) => {
        const space = openSpace(domain);
        for (const outcome of outcomesOf(space))
          for (const [p, party] of domain.parties.entries()) {
            const options = space.optionsOf(outcome);
            const sum = options.reduce(
              (u, option, i) => u + party.weights[i]! * party.values[i]![option]!,
              0,
            );
            expect(space.utilities[p]![outcome]).toBeCloseTo(sum, 10);
          }
      }),
    );
  });

  test('a ranking is all outcomes, best first, ties by number', () => {
    fc.assert(
      fc.property(anyDomain, (domain) => {
        const space = openSpace(domain);
        for (const [party, utilities] of space.utilities.entries()) {
          const expected = outcomesOf(space).sort((a, b) => utilities[b]! - utilities[a]! || a - b);
          expect([...space.rankingOf(party).order]).toEqual(expected);
        }
      }),
    );
  });

  test('the efficient outcomes are those that a search of all pairs finds', () => {
    fc.assert(
      fc.property(anyDomain, (domain) => {
        const space = openSpace(domain);
        const expected = outcomesOf(space).filter((outcome) => isEfficient(space, outcome));
        expect([...paretoOutcomes(space)]).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['nash', nashOf],
    ['kalai', kalaiOf],
  ] as const)(
    'no acceptable outcome has a better score than the one of %s, and it is efficient',
    (name, score) => {
      fc.assert(
        fc.property(anyDomain, (domain) => {
          const space = openSpace(domain);
          const found = bargainingSolutions(space)[name];
          const { best, mine, none } = bestScore(space, score);
          expect(found === null).toBe(none);
          if (found === null) return;
          expect(space.worthOf(found).every((u, party) => u >= space.reserved[party]!)).toBe(true);
          expect(mine(found)).toBeGreaterThan(best - 1e-9);
          // Utilities that differ by less than a hair count as alike.
          const clearly = outcomesOf(space).filter((other) =>
            space.worthOf(other).every((u, party) => u > space.worthOf(found)[party]! + 1e-9),
          );
          expect(clearly).toEqual([]);
        }),
        { numRuns: 300 },
      );
    },
  );

  test('nobody agrees to less than the reservation value, and the same seed gives the same', () => {
    const bot = fc.constantFrom('aspiration:0.2', 'aspiration:1', 'aspiration:5', 'micro', 'tough');
    let agreements = 0;
    fc.assert(
      fc.property(
        anyDomain,
        fc.array(bot, { minLength: 4, maxLength: 4 }),
        fc.integer({ min: 1, max: 40 }),
        (domain, bots, rounds) => {
          const line = bots.slice(0, domain.parties.length).join(',');
          const result = run(domain, line, rounds, 'any');
          expect(run(domain, line, rounds, 'any')).toEqual(result);
          if (result.agreement === null) return;
          agreements++;
          for (const [party, utility] of result.utilities.entries())
            expect(utility).toBeGreaterThanOrEqual(domain.parties[party]!.reserved - 1e-12);
        },
      ),
      { numRuns: 400 },
    );
    expect(agreements).toBeGreaterThan(50);
  });

  test('only what is drawn depends on the seed: a repeated offer of the minimal conceder', () => {
    // The first one soon repeats its three offers; in the end the second one would take one of them.
    const domain = withReserved(oneIssue([1, 0.9, 0.8, 0.1, 0], [0, 0.1, 0.2, 0.9, 1]), 0.8, 0);
    const rounds = (seed: string) => run(domain, 'micro,aspiration:2', 30, seed).round;
    const seen = new Set(Array.from({ length: 30 }, (_, i) => rounds(`seed ${i}`)));
    expect(rounds('seed 1')).toBe(rounds('seed 1'));
    expect(seen.size).toBeGreaterThan(1);
  });
});

const folder = mkdtempSync(join(tmpdir(), 'between-giants-sao-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, content: unknown): string => {
  const file = join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};

const sao = (...words: readonly string[]) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['server/cli/sao.ts', ...words, '--json'], {
    encoding: 'utf8',
  });
  return { status, stderr, said: JSON.parse(stdout) };
};

describe('sao', () => {
  const line = ['--rounds', '3', '--bots', 'aspiration:4,aspiration:0.25'];

  test('one domain gives one result', () => {
    const { status, said } = sao('--domain', write('sale.json', sale), ...line);
    expect(status).toBe(0);
    expect(said).toEqual(run(sale, 'aspiration:4,aspiration:0.25', 3));
  });

  test('a list of domains and a folder of them give the same results and figures', () => {
    const domains = [sale, { ...withReserved(sale, 0.8, 0), name: 'second' }];
    const inOrder = join(folder, 'domains');
    mkdirSync(inOrder);
    for (const [i, domain] of domains.entries())
      writeFileSync(join(inOrder, `${i}.json`), JSON.stringify(domain));
    writeFileSync(join(inOrder, 'notes.txt'), 'not a domain');
    const one = sao('--domain', write('list.json', domains), ...line).said;
    const other = sao('--domain', inOrder, ...line).said;
    expect(other.results).toEqual(one.results);
    const expected = domains.map((domain) => run(domain, 'aspiration:4,aspiration:0.25', 3));
    expect(one.results).toEqual(expected);
    expect(one).toMatchObject(saoFigures(expected));
    expect(one.negotiations).toBe(2);
    expect(one.negotiationsPerSecond).toBeGreaterThan(0);
    expect(one.offersPerSecond).toBeGreaterThan(0);
  });

  const party = { weights: [1], values: [[0, 1]], reserved: 0 };
  const small = { name: 'small', issues: ['a'], values: [['x', 'y']], parties: [party, party] };
  const options = Array.from({ length: 449 }, (_, i) => i);
  const wide = { weights: [1, 1], values: [options.map(() => 1), options.map(() => 1)], reserved: 0 };

  test.each([
    ['no JSON', '{', 'sao.unreadable'],
    ['nothing', [], 'sao.noDomain'],
    ['another format', { name: 'x' }, 'domain.shape'],
    ['a value above 1', { ...small, parties: [party, { ...party, values: [[0, 2]] }] }, 'domain.shape'],
    ['one party', { ...small, parties: [party] }, 'domain.shape'],
    ['an issue without options', { ...small, issues: ['a', 'b'] }, 'domain.issues'],
    ['a weight too many', { ...small, parties: [party, { ...party, weights: [1, 1] }] }, 'domain.weights'],
    ['a value too few', { ...small, parties: [{ ...party, values: [[1]] }, party] }, 'domain.values'],
    [
      'too many outcomes',
      { ...small, issues: ['a', 'b'], values: [options, options], parties: [wide, wide] },
      'domain.tooLarge',
    ],
    ['a party without a bot', { ...small, parties: [party, party, party] }, 'sao.bots'],
  ])('%s is refused with exit code 1', (_, content, code) => {
    const { status, said, stderr } = sao('--domain', write('wrong.json', content), ...line);
    expect(said.error.code).toBe(code);
    expect(status).toBe(1);
    expect(stderr.trim()).not.toBe('');
  });

  test.each([
    [['--rounds', '3', '--bots', 'aspiration:4']],
    [['--rounds', '3', '--bots', 'aspiration:0,micro']],
    [['--rounds', '3', '--bots', 'aspiration:-1,micro']],
    [['--rounds', '3', '--bots', 'napoleon,micro']],
    [['--rounds', '0', '--bots', 'micro,micro']],
    [['--bots', 'micro,micro']],
  ])('a command line that makes no sense ends with exit code 2: %j', (words) => {
    const { status, said } = sao('--domain', join(folder, 'sale.json'), ...words);
    expect([status, said.error.code]).toEqual([2, 'usage']);
  });

  test('whatever JSON comes as a domain is answered and never thrown at', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect('error' in checkDomain(JSON.parse(text))).toBe(true);
      }),
    );
  });
});
