import { REGIONS, type Region, SECTORS, type Sector } from './calibration.ts';
import type { EconomyError } from './economyError.ts';
import type { Wedge } from './wedge.ts';
import type { WedgeTables } from './wedgeTables.ts';
import type { World } from './world.ts';

/** Number of levels of every lever by its id. */
export type LevelCounts = Readonly<Record<string, number>>;

/** A wedge with its places in the solver's tables looked up. `strengths` go with `cells`. */
export type CompiledWedge = {
  readonly kind: Wedge['kind'];
  readonly by: readonly string[];
  readonly counts: readonly number[];
  readonly values: readonly number[];
  readonly cells: readonly number[];
  readonly strengths: readonly number[];
};

const strengthsOf = (sectors: Partial<Record<Sector, number>>): (readonly [number, number])[] =>
  SECTORS.flatMap((sector, j) => {
    const strength = sectors[sector];
    return strength === undefined ? [] : [[j, strength] as const];
  });

const regionsMeant = (named: Region | '*'): readonly number[] =>
  named === '*' ? REGIONS.map((_, n) => n) : [REGIONS.indexOf(named)];

/** [cell, strength] of everything that a wedge touches, home trade excepted. */
const placesOf = (wedge: Wedge): (readonly [number, number])[] => {
  if (wedge.kind === 'transfer')
    return [
      [REGIONS.indexOf(wedge.from), -1],
      [REGIONS.indexOf(wedge.to), 1],
    ];
  const strengths = strengthsOf(wedge.sectors);
  if (wedge.kind === 'subsidy' || wedge.kind === 'productivity') {
    const row = REGIONS.indexOf(wedge.region) * SECTORS.length;
    return strengths.map(([j, strength]) => [row + j, strength]);
  }
  return regionsMeant(wedge.importer).flatMap((n) =>
    regionsMeant(wedge.exporter)
      .filter((i) => i !== n)
      .flatMap((i) =>
        strengths.map(([j, strength]) => [(n * REGIONS.length + i) * SECTORS.length + j, strength] as const),
      ),
  );
};

const isPossible = (kind: Wedge['kind'], value: number, strength: number): boolean => {
  if (kind === 'iceberg') return value > 0;
  if (kind === 'tariffScale') return value >= 0;
  if (kind === 'control') return strength * value < 1;
  if (kind === 'productivity') return 1 + (strength * value) / 100 > 0;
  return true;
};

const bad = (reason: string, params: EconomyError['params']): EconomyError => ({
  code: 'economy.badModel',
  params: { reason, ...params },
});

/**
 * Checks a wedge and looks up its places. Refuses (`economy.badModel`, `params.reason`): an unknown `lever`; a table of
 * the wrong `size`; a wedge that touches `nothing`; a `value` that its kind cannot have.
 */
export const compileWedge = (levelCounts: LevelCounts, wedge: Wedge): CompiledWedge | EconomyError => {
  const { kind, by, values } = wedge;
  const unknown = by.find((lever) => !Object.hasOwn(levelCounts, lever));
  if (unknown !== undefined) return bad('lever', { kind, lever: unknown });
  const counts = by.map((lever) => levelCounts[lever]);
  const size = counts.reduce((product, count) => product * count, 1);
  if (values.length !== size)
    return bad('size', { kind, levers: by.join(' '), expected: size, found: values.length });
  const places = placesOf(wedge);
  if (places.length === 0) return bad('nothing', { kind, levers: by.join(' ') });
  const strengths = places.map(([, strength]) => strength);
  for (const value of values)
    if (!Number.isFinite(value) || strengths.some((strength) => !isPossible(kind, value, strength)))
      return bad('value', { kind, levers: by.join(' '), found: String(value) });
  return { kind, by, counts, values, cells: places.map(([cell]) => cell), strengths };
};

/** The value that the levels in force choose, or null when a level is not on its lever's ladder. */
export const valueInForce = (wedge: CompiledWedge, levelOf: (lever: string) => number): number | null => {
  let at = 0;
  for (let l = 0; l < wedge.by.length; l++) {
    const level = levelOf(wedge.by[l]);
    if (!Number.isInteger(level) || level < 0 || level >= wedge.counts[l]) return null;
    at = at * wedge.counts[l] + level;
  }
  return wedge.values[at];
};

/** Adds a wedge of the given value to the tables; `tariffScale` collects factors on base tariffs, per cell. */
export const applyWedge = (
  world: World,
  tables: WedgeTables,
  tariffScale: Float64Array,
  { kind, cells, strengths }: CompiledWedge,
  value: number,
): void => {
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at];
    const strength = strengths[at];
    if (kind === 'tariff') tables.tariff[cell] += (strength * value) / 100;
    else if (kind === 'tariffScale') tariffScale[cell] *= value ** strength;
    else if (kind === 'iceberg') tables.iceberg[cell] *= value ** strength;
    else if (kind === 'control')
      tables.iceberg[cell] *= (1 - strength * value) ** (-1 / world.elasticities[cell % SECTORS.length]);
    else if (kind === 'exportTax') tables.exportTax[cell] += (strength * value) / 100;
    else if (kind === 'subsidy') tables.subsidy[cell] += (strength * value) / 100;
    else if (kind === 'productivity') tables.productivity[cell] *= 1 + (strength * value) / 100;
    else tables.transfer[cell] += strength * value;
  }
};
