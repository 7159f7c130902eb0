import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isEconomyError } from '../../shared/economy/economyError.ts';
import { solveEquilibrium } from '../../shared/economy/solver.ts';
import { unchanged, type WedgeTables } from '../../shared/economy/wedgeTables.ts';
import { type Figures, prepareWorld } from '../../shared/economy/world.ts';
import { balancedFigures, onBorders, solved, twins, walrasGap, world2024 } from './worlds.ts';

const { regions: N, sectors: J } = world2024;

/** Any package of wedges within wide bounds, most cells untouched. */
const packages = fc
  .record({
    tariffs: fc.array(fc.tuple(fc.nat(159), fc.double({ min: -0.3, max: 10, noNaN: true })), {
      maxLength: 60,
    }),
    icebergs: fc.array(fc.tuple(fc.nat(159), fc.double({ min: 0.7, max: 50, noNaN: true })), {
      maxLength: 30,
    }),
    exportTaxes: fc.array(fc.tuple(fc.nat(159), fc.double({ min: -0.2, max: 2, noNaN: true })), {
      maxLength: 20,
    }),
    subsidies: fc.array(fc.tuple(fc.nat(39), fc.double({ min: -0.1, max: 0.1, noNaN: true })), {
      maxLength: 10,
    }),
    productivities: fc.array(fc.tuple(fc.nat(39), fc.double({ min: 0.8, max: 1.3, noNaN: true })), {
      maxLength: 10,
    }),
    transfer: fc.double({ min: -40, max: 40, noNaN: true }),
  })
  .map(({ tariffs, icebergs, exportTaxes, subsidies, productivities, transfer }): WedgeTables => {
    const wedges = unchanged(world2024);
    const isBorder = (at: number): boolean => Math.floor(at / (N * J)) !== Math.floor(at / J) % N;
    for (const [at, rate] of tariffs) if (isBorder(at)) wedges.tariff[at] = rate;
    for (const [at, factor] of icebergs) if (isBorder(at)) wedges.iceberg[at] = factor;
    for (const [at, rate] of exportTaxes) if (isBorder(at)) wedges.exportTax[at] = rate;
    for (const [at, rate] of subsidies) wedges.subsidy[at] = rate;
    for (const [at, factor] of productivities) wedges.productivity[at] = factor;
    wedges.transfer.set([transfer, -transfer, 0, 0]);
    return wedges;
  });

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);
const near = (found: number, wanted: number, within = 1e-9): void =>
  expect(Math.abs(found / wanted - 1), `${found} is not ${wanted}`).toBeLessThan(within);

describe('any package of wedges', () => {
  it('has an equilibrium in which prices, flows, incomes and welfare fit each other', () => {
    fc.assert(
      fc.property(packages, fc.constantFrom('mobile' as const, { kappa: 1.5 }), (wedges, labour) => {
        const found = solved(world2024, wedges, { labour });
        const { prices, sectorWages, flows, incomes, welfare, tariffRevenue, valueAdded } = found;
        expect(walrasGap(world2024, wedges, found)).toBeLessThan(1e-10);
        near(sum(valueAdded), sum(world2024.totalValueAdded));
        let exportTaxesLessSubsidies = 0;
        const duties = new Array<number>(N).fill(0);
        const costs = prices.map((_, at) => {
          const [n, j] = [Math.floor(at / J), at % J];
          let log =
            world2024.valueAddedShares[at] * Math.log(sectorWages[at]) - Math.log(wedges.productivity[at]);
          for (let k = 0; k < J; k++)
            log += world2024.inputs[(n * J + k) * J + j] * Math.log(prices[n * J + k]);
          return Math.exp(log);
        });
        for (let n = 0; n < N; n++)
          for (let j = 0; j < J; j++) {
            const terms = [0, 1, 2, 3].map((i) => {
              const at = (n * N + i) * J + j;
              const wedge =
                ((1 + wedges.tariff[at]) / (1 + world2024.tariffs[at])) *
                wedges.iceberg[at] *
                (1 + wedges.exportTax[at]) *
                (1 - wedges.subsidy[i * J + j]);
              const receipt = flows[at] / (1 + wedges.exportTax[at]) / (1 - wedges.subsidy[i * J + j]);
              exportTaxesLessSubsidies += flows[at] - receipt;
              duties[n] += flows[at] * wedges.tariff[at];
              return world2024.originShares[at] * (wedge * costs[i * J + j]) ** -world2024.elasticities[j];
            });
            near(prices[n * J + j], sum(terms) ** (-1 / world2024.elasticities[j]));
            const spent = [0, 1, 2, 3].map((i) => {
              const at = (n * N + i) * J + j;
              return flows[at] * (1 + wedges.tariff[at]);
            });
            for (let i = 0; i < N; i++)
              expect(Math.abs(spent[i] / sum(spent) - terms[i] / sum(terms))).toBeLessThan(1e-9);
          }
        near(sum(incomes), sum(valueAdded) + sum(duties) + exportTaxesLessSubsidies);
        for (let n = 0; n < N; n++) {
          expect(Math.abs(tariffRevenue[n] - duties[n])).toBeLessThan(1e-9 * incomes[n]);
          let logPrices = 0;
          for (let j = 0; j < J; j++)
            logPrices += world2024.budgetShares[n * J + j] * Math.log(prices[n * J + j]);
          near(welfare[n], incomes[n] / world2024.incomes[n] / Math.exp(logPrices));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('has the same equilibrium wherever the search starts', () => {
    fc.assert(
      fc.property(packages, packages, (before, after) => {
        const from = solved(world2024, before);
        const cold = solved(world2024, after);
        const warm = solved(world2024, after, { from });
        for (let at = 0; at < cold.logs.length; at++)
          expect(Math.abs(warm.logs[at] - cold.logs[at])).toBeLessThan(1e-10);
      }),
      { numRuns: 100 },
    );
  });
});

describe('extremes', () => {
  it('1000 % on all goods everywhere, and on services too', () => {
    const goods = solved(
      world2024,
      onBorders(world2024, 'tariff', 10, (_n, _i, j) => j < 9),
    );
    const everything = onBorders(world2024, 'tariff', 10);
    const all = solved(world2024, everything);
    expect(goods.welfare[1]).toBeLessThan(0.92);
    expect(all.welfare[1]).toBeLessThan(goods.welfare[1]);
    expect(walrasGap(world2024, everything, all)).toBeLessThan(1e-10);
  });

  it('an embargo between any two regions leaves no trade between them', () => {
    for (let first = 0; first < N; first++)
      for (let second = 0; second < first; second++) {
        const isBetween = (n: number, i: number) =>
          (n === first && i === second) || (n === second && i === first);
        const { flows, welfare } = solved(world2024, onBorders(world2024, 'iceberg', 1e6, isBetween));
        expect(sum(flows.subarray((first * N + second) * J, (first * N + second + 1) * J))).toBeLessThan(
          1e-3,
        );
        expect(welfare[first]).toBeLessThan(1);
        expect(welfare[second]).toBeLessThan(1);
      }
  });

  it('a prohibitive tariff is autarky', () => {
    near(solved(twins, onBorders(twins, 'tariff', 1e4)).welfare[0], 0.956352499790037);
  });
});

describe('refusals', () => {
  const worldWith = (change: Partial<Figures>) => prepareWorld({ ...balancedFigures, ...change });
  const flowsWhere = (isMeant: (at: number) => boolean, value: number): Partial<Figures> => ({
    flows: Array.from(balancedFigures.flows, (flow, at) => (isMeant(at) ? value : flow)),
  });
  const exporterOf = (at: number): number => Math.floor(at / 2) % 3;
  const importerOf = (at: number): number => Math.floor(at / 6);
  const isSecondSector = (at: number): boolean => at % 2 === 1;

  it.each<[string, Partial<Figures>, string]>([
    ['no regions', { regions: 0 }, 'size'],
    ['a table too short', { tariffs: [0, 0] }, 'length'],
    ['a flow that is no number', flowsWhere((at) => at === 4, Number.NaN), 'value'],
    ['a negative flow', flowsWhere((at) => at === 4, -1), 'value'],
    ['an infinite flow', flowsWhere((at) => at === 4, Infinity), 'value'],
    ['a base tariff of -100 %', { tariffs: new Array(18).fill(-1) }, 'value'],
    ['an elasticity of 0', { elasticities: [0, 5] }, 'value'],
    ['costs that do not sum to 1', { valueAddedShares: [0.65, 0.6, 0.55, 0.75, 0.6, 0.66] }, 'shares'],
    ['a region without income', flowsWhere((at) => exporterOf(at) === 1, 0), 'noIncome'],
    ['a sector that nobody makes', flowsWhere(isSecondSector, 0), 'noSpending'],
    [
      'a region that skips a sector',
      flowsWhere((at) => importerOf(at) === 0 && isSecondSector(at), 0),
      'noSpending',
    ],
    [
      'inputs beyond what is bought',
      flowsWhere((at) => importerOf(at) === 0 && !isSecondSector(at), 20),
      'negativeDemand',
    ],
  ])('a base year with %s', (_, change, reason) => {
    expect(worldWith(change)).toMatchObject({ code: 'economy.badWorld', params: { reason } });
  });

  it.each<[Exclude<keyof WedgeTables, 'transfer'>, number]>([
    ['tariff', -1],
    ['tariff', -1.2],
    ['tariff', Number.NaN],
    ['tariff', Infinity],
    ['iceberg', 0],
    ['iceberg', -2],
    ['exportTax', -1],
    ['subsidy', 1],
    ['productivity', 0],
    ['productivity', Number.NaN],
  ])('a wedge of %s %d', (wedge, value) => {
    const wedges = unchanged(world2024);
    wedges[wedge][7] = value;
    expect(solveEquilibrium(world2024, wedges)).toEqual({
      code: 'economy.badWedge',
      params: { wedge, at: 7, found: String(value) },
    });
  });

  it('transfers that do not sum to zero', () => {
    const wedges = unchanged(world2024);
    wedges.transfer.set([5, -4, 0, 0]);
    expect(solveEquilibrium(world2024, wedges)).toMatchObject({
      code: 'economy.badWedge',
      params: { wedge: 'transferSum' },
    });
  });

  it('wedges of another world', () => {
    expect(solveEquilibrium(world2024, unchanged(twins))).toMatchObject({ code: 'economy.badWedge' });
  });

  it('too few passes, with how far it got', () => {
    const wedges = onBorders(world2024, 'tariff', 0.25);
    const refused = solveEquilibrium(world2024, wedges, { maxPasses: 3 });
    expect(refused).toMatchObject({ code: 'economy.noConvergence', params: { passes: 3 } });
    expect(isEconomyError(refused) && Number(refused.params.residual)).toBeGreaterThan(1e-12);
  });

  it('a region that gives away more than it has', () => {
    const wedges = unchanged(world2024);
    wedges.transfer.set([1900, -1900, 0, 0]);
    expect(solveEquilibrium(world2024, wedges)).toMatchObject({
      code: 'economy.insolvent',
      params: { region: 1 },
    });
  });
});
