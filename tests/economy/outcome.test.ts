import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REGIONS, SECTORS } from '../../shared/economy/calibration.ts';
import {
  compileModel,
  type LevelOf,
  type Model,
  sluggishLabour,
  solveModel,
} from '../../shared/economy/model.ts';
import {
  balanceOf,
  importsOf,
  realIncomeOf,
  realWagesOf,
  valueAddedOf,
} from '../../shared/economy/outcome.ts';
import type { Wedge } from '../../shared/economy/wedge.ts';
import { always, index, orThrow, outcomeUnder, world2024 } from './worlds.ts';

const [US, KR, AUT] = [0, 1, 4];

describe('the outcome', () => {
  const { flows, totalValueAdded, incomes } = world2024;
  const base = outcomeUnder([]);

  it('of a year that nothing happens in is the base year', () => {
    REGIONS.forEach((region, n) => {
      expect(realIncomeOf(base, region)).toBeCloseTo(incomes[n], 2);
      expect(valueAddedOf(base, region)).toBeCloseTo(totalValueAdded[n], 2);
      expect(base.wages[n]).toBe(1e6);
    });
    expect(importsOf(base, 'US', 'KR', ['AUT'])).toBeCloseTo(flows[index(US, KR, AUT)], 2);
    expect(importsOf(base, 'US', 'US')).toBe(0);
    expect(balanceOf(base, 'US', 'KR')).toBeCloseTo(-balanceOf(base, 'KR', 'US'), 9);
    expect(balanceOf(base, 'US', 'KR')).toBeLessThan(0);
  });

  it('counts value added in what it buys', () => {
    const productive: Wedge = {
      kind: 'productivity',
      region: 'KR',
      sectors: Object.fromEntries(SECTORS.map((sector) => [sector, 1])),
      ...always(10),
    };
    const model = orThrow(compileModel(world2024, {}, [productive]));
    const { outcome, equilibrium } = orThrow(solveModel(model, () => 0));
    const nominal = equilibrium.valueAdded.subarray(10, 20).reduce((total, value) => total + value, 0);
    expect(valueAddedOf(outcome, 'KR')).toBeCloseTo(nominal / equilibrium.livingCosts[1], 1);
    expect(valueAddedOf(outcome, 'KR')).toBeGreaterThan(1.1 * totalValueAdded[1]);
  });

  it('says who is hurt when workers cannot move freely', () => {
    const cars: Wedge = {
      kind: 'tariff',
      importer: 'US',
      exporter: 'KR',
      sectors: { AUT: 1 },
      ...always(25),
    };
    const model = orThrow(compileModel(world2024, {}, [cars]));
    const { equilibrium } = orThrow(solveModel(model, () => 0, { labour: sluggishLabour }));
    const korean = realWagesOf(equilibrium, 'KR');
    const american = realWagesOf(equilibrium, 'US');
    expect(korean.indexOf(Math.min(...korean))).toBe(AUT);
    expect(korean[AUT]).toBeLessThan(0.97);
    expect(american.indexOf(Math.max(...american))).toBe(AUT);
  });

  it('is small plain JSON of whole numbers', () => {
    const text = JSON.stringify(base);
    expect(JSON.parse(text)).toEqual(base);
    expect(text).not.toMatch(/[.e]\d|null|-0\b/);
    expect(text.length).toBeLessThan(1400);
  });

  it('rounds alike from wherever the search starts', () => {
    const levers = ['a', 'b', 'c', 'd', 'e', 'f'];
    const flow = { importer: 'US', exporter: 'KR' } as const;
    const model: Model = orThrow(
      compileModel(world2024, Object.fromEntries(levers.map((lever) => [lever, 3])), [
        { kind: 'tariff', ...flow, sectors: { AUT: 1, MET: 2 }, by: ['a'], values: [0, 15, 25] },
        {
          kind: 'tariff',
          importer: 'US',
          exporter: 'CN',
          sectors: { OTH: 1, ELE: 0.6 },
          by: ['b'],
          values: [10, 54, 145],
        },
        {
          kind: 'tariff',
          importer: 'CN',
          exporter: 'US',
          sectors: { OTH: 1, AGR: 1 },
          by: ['c'],
          values: [0, 34, 125],
        },
        {
          kind: 'control',
          importer: 'CN',
          exporter: 'KR',
          sectors: { CHP: 1 },
          by: ['d'],
          values: [0, 0.14, 0.28],
        },
        { kind: 'productivity', region: 'US', sectors: { ELE: 1 }, by: ['e'], values: [0, -0.2, -0.8] },
        { kind: 'transfer', from: 'KR', to: 'US', by: ['f'], values: [0, 1.5, 4.5] },
      ]),
    );
    const levels = fc.array(fc.nat(2), { minLength: 6, maxLength: 6 });
    const chooser =
      (chosen: number[]): LevelOf =>
      (lever) =>
        chosen[levers.indexOf(lever)];
    fc.assert(
      fc.property(levels, levels, (before, after) => {
        const { equilibrium } = orThrow(solveModel(model, chooser(before)));
        const cold = orThrow(solveModel(model, chooser(after)));
        const warm = orThrow(solveModel(model, chooser(after), { from: equilibrium }));
        expect(warm.outcome).toEqual(cold.outcome);
      }),
      { numRuns: 300 },
    );
  });
});
