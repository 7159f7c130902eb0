import { describe, expect, it } from 'vitest';
import { isEconomyError } from '../../shared/economy/economyError.ts';
import { compileModel, type Outcome, solveModel } from '../../shared/economy/model.ts';
import { importsOf, outcomeOf } from '../../shared/economy/outcome.ts';
import { solveEquilibrium } from '../../shared/economy/solver.ts';
import { Wedge } from '../../shared/economy/wedge.ts';
import { unchanged } from '../../shared/economy/wedgeTables.ts';
import { always, index, orThrow, outcomeUnder, world2024 } from './worlds.ts';

const [US, KR, CN] = [0, 1, 2];
const [CHP, AUT] = [2, 4];

const outcomeOfTables = (edit: (wedges: ReturnType<typeof unchanged>) => void): Outcome => {
  const wedges = unchanged(world2024);
  edit(wedges);
  return outcomeOf(world2024, orThrow(solveEquilibrium(world2024, wedges)));
};

describe('what each kind of wedge does to the solver', () => {
  it('tariff: percentage points, by the strength of the sector', () => {
    const found = outcomeUnder([
      { kind: 'tariff', importer: 'US', exporter: 'CN', sectors: { AUT: 1, CHP: 0.3 }, ...always(54) },
      { kind: 'tariff', importer: 'US', exporter: 'CN', sectors: { AUT: 1 }, ...always(-4) },
    ]);
    const wanted = outcomeOfTables(({ tariff }) => {
      tariff[index(US, CN, AUT)] += 0.5;
      tariff[index(US, CN, CHP)] += 0.162;
    });
    expect(found).toEqual(wanted);
  });

  it('tariffScale: the base only, whatever the order', () => {
    const scale: Wedge = {
      kind: 'tariffScale',
      importer: 'KR',
      exporter: 'CN',
      sectors: { AUT: 1 },
      ...always(0.4),
    };
    const points: Wedge = {
      kind: 'tariff',
      importer: 'KR',
      exporter: 'CN',
      sectors: { AUT: 1 },
      ...always(10),
    };
    const wanted = outcomeOfTables(({ tariff }) => {
      tariff[index(KR, CN, AUT)] = 0.4 * world2024.tariffs[index(KR, CN, AUT)] + 0.1;
    });
    expect(outcomeUnder([scale, points])).toEqual(wanted);
    expect(outcomeUnder([points, scale])).toEqual(wanted);
  });

  it('iceberg and control: factors that multiply, strengths as exponents of the one, shares of the other', () => {
    const found = outcomeUnder([
      { kind: 'iceberg', importer: 'CN', exporter: 'KR', sectors: { CHP: 2 }, ...always(1.1) },
      { kind: 'control', importer: 'CN', exporter: 'KR', sectors: { CHP: 0.28 }, ...always(0.5) },
      { kind: 'control', importer: 'CN', exporter: 'KR', sectors: { CHP: 1 }, ...always(-0.3) },
    ]);
    const wanted = outcomeOfTables(({ iceberg }) => {
      iceberg[index(CN, KR, CHP)] = 1.1 ** 2 * (0.86 * 1.3) ** (-1 / world2024.elasticities[CHP]);
    });
    expect(found).toEqual(wanted);
  });

  it('control cuts about the share of the flow that it names', () => {
    const before = outcomeUnder([]);
    const after = outcomeUnder([
      { kind: 'control', importer: 'CN', exporter: 'US', sectors: { CHP: 1 }, ...always(0.5) },
    ]);
    const kept = importsOf(after, 'CN', 'US', ['CHP']) / importsOf(before, 'CN', 'US', ['CHP']);
    expect(kept).toBeGreaterThan(0.47);
    expect(kept).toBeLessThan(0.56);
  });

  it('export tax, subsidy, productivity and transfer', () => {
    const found = outcomeUnder([
      { kind: 'exportTax', importer: '*', exporter: 'CN', sectors: { MET: 1 }, ...always(15) },
      { kind: 'subsidy', region: 'KR', sectors: { CHP: 1 }, ...always(1) },
      { kind: 'productivity', region: 'US', sectors: { SHP: 2, CHP: 0.5 }, ...always(1) },
      { kind: 'productivity', region: 'US', sectors: { SHP: 1 }, ...always(-3) },
      { kind: 'transfer', from: 'KR', to: 'US', ...always(4.5) },
      { kind: 'transfer', from: 'CN', to: 'KR', ...always(0.5) },
    ]);
    const wanted = outcomeOfTables(({ exportTax, subsidy, productivity, transfer }) => {
      for (const n of [0, 1, 3]) exportTax[index(n, CN, 5)] = 0.15;
      subsidy[KR * 10 + CHP] = 0.01;
      productivity[US * 10 + 6] = 1.02 * 0.97;
      productivity[US * 10 + CHP] = 1.005;
      transfer.set([4.5, -4, -0.5, 0]);
    });
    expect(found).toEqual(wanted);
  });

  it('* is everybody else, never home trade', () => {
    const found = outcomeUnder([
      { kind: 'tariff', importer: 'US', exporter: '*', sectors: { AUT: 1 }, ...always(15) },
    ]);
    const wanted = outcomeOfTables(({ tariff }) => {
      for (const i of [1, 2, 3]) tariff[index(US, i, AUT)] += 0.15;
    });
    expect(found).toEqual(wanted);
  });
});

describe('levels', () => {
  const table: Wedge = {
    kind: 'tariff',
    importer: 'US',
    exporter: 'KR',
    sectors: { AUT: 1 },
    by: ['cars', 'mood', 'moon'],
    values: Array.from({ length: 2 * 3 * 2 }, (_, at) => at),
  };
  const counts = { cars: 2, mood: 3, moon: 2 };
  const model = orThrow(compileModel(world2024, counts, [table]));

  it('choose from the table, the last lever fastest', () => {
    for (const [cars, mood, moon] of [
      [0, 0, 1],
      [0, 1, 0],
      [1, 0, 0],
      [1, 2, 1],
    ]) {
      const levels: Record<string, number> = { cars, mood, moon };
      const { outcome } = orThrow(solveModel(model, (lever) => levels[lever]));
      const fixed: Wedge = { ...table, by: [], values: [cars * 6 + mood * 2 + moon] };
      expect(outcome).toEqual(outcomeUnder([fixed]));
    }
  });

  it('that no ladder has are refused', () => {
    for (const level of [-1, 2, 0.5, Number.NaN])
      expect(solveModel(model, (lever) => (lever === 'cars' ? level : 0))).toMatchObject({
        code: 'economy.badModel',
        params: { reason: 'level' },
      });
  });

  it('go together with the shocks of the news', () => {
    const shock: Wedge = { kind: 'productivity', region: 'KR', sectors: { CHP: 1 }, ...always(-5) };
    const { outcome } = orThrow(solveModel(model, () => 1, { extra: [shock] }));
    expect(outcome).toEqual(outcomeUnder([{ ...table, by: [], values: [9] }, shock]));
  });

  it.each<[string, Wedge, string]>([
    ['a lever that nobody declared', { ...table, by: ['cars', 'mood', 'sun'] }, 'lever'],
    ['an inherited name for a lever', { ...table, by: ['toString', 'mood', 'moon'] }, 'lever'],
    ['a table too short', { ...table, values: [1, 2, 3] }, 'size'],
    ['a value that is none', { ...table, values: table.values.with(3, Number.NaN) }, 'value'],
    ['no sectors', { ...table, sectors: {} }, 'nothing'],
    ['home trade', { ...table, exporter: 'US' }, 'nothing'],
    ['a flow cut to nothing', { ...table, kind: 'control', by: [], values: [1] }, 'value'],
    ['a delivery that costs nothing', { ...table, kind: 'iceberg', by: [], values: [0] }, 'value'],
    ['no productivity', { kind: 'productivity', region: 'US', sectors: { CHP: 2 }, ...always(-50) }, 'value'],
  ])('refuse a wedge with %s', (_, wedge, reason) => {
    expect(compileModel(world2024, counts, [wedge])).toMatchObject({
      code: 'economy.badModel',
      params: { reason },
    });
    expect(solveModel(model, () => 0, { extra: [wedge] })).toMatchObject({ code: 'economy.badModel' });
  });

  it('refuse tariffs that add up to -100 %', () => {
    const subsidised: Wedge = { ...table, by: [], values: [-60] };
    const doomed = orThrow(compileModel(world2024, {}, [subsidised, subsidised]));
    expect(solveModel(doomed, () => 0)).toMatchObject({
      code: 'economy.badWedge',
      params: { wedge: 'tariff' },
    });
  });
});

describe('the schema of a wedge', () => {
  it('takes what the model takes and nothing else', () => {
    const wedge = {
      kind: 'tariff',
      importer: 'US',
      exporter: '*',
      sectors: { AUT: 1 },
      by: ['a'],
      values: [0, 15],
    };
    expect(Wedge.parse(wedge)).toEqual(wedge);
    for (const change of [
      { kind: 'levy' },
      { importer: 'EU' },
      { sectors: { CAR: 1 } },
      { sectors: { AUT: Number.NaN } },
      { by: ['a', 'b', 'c', 'd'] },
      { values: [] },
      { values: [Infinity] },
      { note: 'hello' },
    ])
      expect(Wedge.safeParse({ ...wedge, ...change }).success, JSON.stringify(change)).toBe(false);
  });
});

it('a world that was refused stays refused', () => {
  const refused = compileModel({ code: 'economy.badWorld', params: {} }, {}, []);
  expect(isEconomyError(refused)).toBe(true);
});
