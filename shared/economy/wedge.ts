import * as z from 'zod/mini';
import { REGIONS, SECTORS } from './calibration.ts';

const RegionName = z.enum(REGIONS);
const Partner = z.enum([...REGIONS, '*']);

/**
 * Which levers choose the value: their ids, and a table over their level indices, row by row, the last lever's index
 * running fastest. No levers and one value: always in force.
 */
const chosen = {
  by: z.array(z.string()).check(z.maxLength(3)),
  values: z.array(z.number()).check(z.minLength(1)),
};

/** Sectors concerned, each with how strongly: 1 in full, .5 half, not named not at all. */
const Sectors = z.partialRecord(z.enum(SECTORS), z.number());

/** Goods of these sectors on their way from exporter to importer; `*` is everybody else. */
const flow = { importer: Partner, exporter: Partner, sectors: Sectors };
const producer = { region: RegionName, sectors: Sectors };

/**
 * What a lever, a news card or the fixed surroundings do to the economy, as data. `m` is the sector's strength.
 * Wedges add up (tariff, exportTax, subsidy, transfer) or multiply (all others), in whatever order they come.
 */
export const Wedge = z.discriminatedUnion('kind', [
  /** Percentage points on top of the base tariff, or off it: t + m * value / 100. */
  z.strictObject({ kind: z.literal('tariff'), ...flow, ...chosen }),
  /** The base tariff times value ** m; points of other wedges come on top unscaled. */
  z.strictObject({ kind: z.literal('tariffScale'), ...flow, ...chosen }),
  /** Cost of delivery times value ** m: 1.1 is 10 % dearer, and nobody earns it. */
  z.strictObject({ kind: z.literal('iceberg'), ...flow, ...chosen }),
  /** Share m * value (< 1) of the flow cut, all else equal; negative where a control is loosened. */
  z.strictObject({ kind: z.literal('control'), ...flow, ...chosen }),
  /** Percent of the exporter's price, paid by the buyer to the exporter's state. */
  z.strictObject({ kind: z.literal('exportTax'), ...flow, ...chosen }),
  /** Percent of the cost of production that the state pays: m * value. */
  z.strictObject({ kind: z.literal('subsidy'), ...producer, ...chosen }),
  /** Percent by which a sector gets more productive (or less): times 1 + m * value / 100. */
  z.strictObject({ kind: z.literal('productivity'), ...producer, ...chosen }),
  /** Money in USD bn a year that one region gives another. */
  z.strictObject({ kind: z.literal('transfer'), from: RegionName, to: RegionName, ...chosen }),
]);
export type Wedge = z.infer<typeof Wedge>;
