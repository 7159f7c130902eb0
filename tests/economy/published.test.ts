import { describe, expect, it } from 'vitest';
import { calibration2024, gdp2024 } from '../../shared/economy/calibration.ts';
import type { Equilibrium } from '../../shared/economy/solver.ts';
import { unchanged } from '../../shared/economy/wedgeTables.ts';
import { prepareWorld, type World } from '../../shared/economy/world.ts';
import { balancedFigures, onBorders, orThrow, solved, twins, walrasGap, world2024 } from './worlds.ts';

const [US, KR, CN] = [0, 1, 2];
const services = 9;

const expectNear = (found: ArrayLike<number>, wanted: readonly number[], within: number): void =>
  wanted.forEach((value, n) => {
    expect(Math.abs(found[n] - value), `[${n}] ${found[n]} is not ${value}`).toBeLessThan(within);
  });

/** Both twins' tariffs on each other. */
const duel = (first: number, second: number): Equilibrium =>
  solved(
    twins,
    onBorders(twins, 'tariff', second, (n) => n === 1, onBorders(twins, 'tariff', first)),
  );

const homeShareOf2 = (first: number, second: number): number => {
  const { flows } = duel(first, second);
  return flows[3] / (flows[3] + flows[2]);
};

/** The fixed point of t = 1 / (theta lambda_ff), Gros's formula for the best tariff. */
const bestTariff = (against: (own: number) => number): number => {
  let rate = 0.2;
  for (let step = 0; step < 60; step++) rate = 1 / (5 * homeShareOf2(rate, against(rate)));
  return rate;
};

/** Percentage points (as shares) on top of the tariffs of 2024 on all goods, services spared. */
const tariffOnGoods = (
  ...terms: readonly (readonly [importer: number, exporter: number, rate: number])[]
) => {
  const wedges = unchanged(world2024);
  for (const [n, i, rate] of terms)
    for (let j = 0; j < services; j++) wedges.tariff[(n * 4 + i) * 10 + j] += rate;
  return wedges;
};

describe('a world that nothing happens to', () => {
  it.each([
    ['2024', world2024],
    ['twins', twins],
    ['balanced', orThrow(prepareWorld(balancedFigures))],
  ])('stays as it is: %s', (_, world: World) => {
    for (const labour of ['mobile', { kappa: 1.5 }] as const) {
      const { welfare, wages, prices, sectorWages, flows, valueAdded } = solved(world, unchanged(world), {
        labour,
      });
      for (const hats of [welfare, wages, prices, sectorWages])
        expectNear(hats, new Array(hats.length).fill(1), 1e-8);
      expectNear(flows, Array.from(world.flows), 1e-8 * Math.max(...world.flows));
      expectNear(valueAdded, Array.from(world.valueAdded), 1e-8 * Math.max(...world.valueAdded));
    }
  });
});

describe('two countries alike, one sector, elasticity 5, home share .8', () => {
  const withCost = (cost: number): Equilibrium => solved(twins, onBorders(twins, 'iceberg', cost));

  it('lose the published amount when trade gets 10 % dearer, by the formula of the home share', () => {
    const { welfare, flows } = withCost(1.1);
    expectNear(welfare, [0.9843549146618937, 0.9843549146618937], 1e-12);
    expect(Math.abs(welfare[0] - (flows[0] / (flows[0] + flows[1]) / 0.8) ** (-1 / 5))).toBeLessThan(1e-12);
  });

  it('lose the published amount in autarky', () => {
    expectNear(withCost(1e6).welfare, [0.956352499790037, 0.956352499790037], 1e-12);
  });

  it('lose both when both put 10 % on imports; one alone gains at 25 %', () => {
    expectNear(duel(0.1, 0.1).welfare, [0.9965281178779, 0.9965281178779], 1e-12);
    const { welfare, wages } = duel(0.25, 0);
    expectNear(welfare, [1.009639231, 0.98122625], 1e-9);
    expectNear([wages[0] / wages[1]], [1.127850736], 1e-9);
  });

  it('have the published best tariff alone, and in the trade war', () => {
    const alone = bestTariff(() => 0);
    expectNear([alone], [0.2287061], 1e-7);
    expect(duel(alone, 0).welfare[0]).toBeGreaterThan(duel(alone + 0.002, 0).welfare[0]);
    expect(duel(alone, 0).welfare[0]).toBeGreaterThan(duel(alone - 0.002, 0).welfare[0]);
    const war = bestTariff((own) => own);
    expectNear([war], [0.2155], 5e-5);
    for (const step of [-0.002, 0.002])
      expect(duel(war, war).welfare[0]).toBeGreaterThan(duel(war + step, war).welfare[0]);
  });
});

describe('theorems', () => {
  it('Lerner: a 20 % tariff on all imports is a 20 % tax on all exports', () => {
    const world = orThrow(prepareWorld(balancedFigures));
    const importTariff = solved(
      world,
      onBorders(world, 'tariff', 0.2, (n) => n === 0),
    );
    const exportTax = solved(
      world,
      onBorders(world, 'exportTax', 0.2, (_, i) => i === 0),
    );
    expectNear(exportTax.welfare, Array.from(importTariff.welfare), 1e-10);
    expect(importTariff.welfare[1]).toBeLessThan(0.999);
    expect(exportTax.wages[0]).toBeLessThan(importTariff.wages[0] * 0.95);
  });

  it('money is a veil: all flows and transfers times 1000 leave welfare alone', () => {
    const figures = { ...calibration2024, flows: Array.from(calibration2024.flows, (flow) => flow * 1000) };
    const rich = orThrow(prepareWorld(figures));
    const [here, there] = [1, 1000].map((unit) => {
      const wedges = tariffOnGoods([US, CN, 1.45], [CN, US, 1.25]);
      wedges.transfer.set([10 * unit, -10 * unit, 0, 0]);
      return solved(unit === 1 ? world2024 : rich, wedges, { tolerance: 1e-13 });
    });
    expectNear(there.welfare, Array.from(here.welfare), 1e-12);
  });

  it('workers who can hardly stay put are mobile workers', () => {
    const wedges = tariffOnGoods([US, KR, 0.25]);
    const mobile = solved(world2024, wedges);
    const nearlyMobile = solved(world2024, wedges, { labour: { kappa: 1e8 } });
    expectNear(nearlyMobile.welfare, Array.from(mobile.welfare), 1e-8);
    expectNear(nearlyMobile.sectorWages, Array.from(mobile.sectorWages), 1e-8);
  });
});

describe('the calibrated world of 2024', () => {
  it('adds up to the GDP of 2024', () => expectNear(world2024.totalValueAdded, gdp2024.slice(), 0.02));

  it('25 % on all Korean goods costs Korea .64 % and the United States almost nothing', () => {
    const wedges = tariffOnGoods([US, KR, 0.25]);
    const equilibrium = solved(world2024, wedges);
    expectNear(equilibrium.welfare, [0.999978719, 0.993594223, 1.000031959, 1.000062371], 1e-8);
    expectNear([equilibrium.wages[KR] / equilibrium.wages[US]], [0.980338168], 1e-8);
    expect(walrasGap(world2024, wedges, equilibrium)).toBeLessThan(1e-10);
  });

  it('the 145/125 war costs both about .45 %', () => {
    const { welfare } = solved(world2024, tariffOnGoods([US, CN, 1.45], [CN, US, 1.25]));
    expectNear(welfare, [0.995427128, 1.000641304, 0.995574878, 1.000361269], 1e-8);
  });

  it('Korean retaliation costs the United States 5 bn and Korea .2 bn', () => {
    const before = solved(world2024, tariffOnGoods([US, KR, 0.25]));
    const after = solved(world2024, tariffOnGoods([US, KR, 0.25], [KR, US, 0.25]));
    const lost = [US, KR].map((n) => (before.welfare[n] - after.welfare[n]) * world2024.incomes[n]);
    expectNear(lost, [5, 0.2], 0.5);
  });

  it('decoupling costs Korea 2.6 % from China, 1.6 % from the United States', () => {
    const apart = (partner: number): number => {
      const isBetween = (n: number, i: number) => (n === KR && i === partner) || (i === KR && n === partner);
      return solved(world2024, onBorders(world2024, 'iceberg', 1e4, isBetween)).welfare[KR];
    };
    expectNear([1 - apart(CN), 1 - apart(US)], [0.026, 0.016], 0.0005);
  });
});
