import { activity } from './activity.ts';
import { concessions } from './concessions.ts';
import type { Metric } from './metric.ts';
import { offerPath } from './offerPath.ts';
import { pledges } from './pledges.ts';
import { refusedDeals } from './refusedDeals.ts';
import { stancePath } from './stancePath.ts';
import { timelines } from './timelines.ts';
import { value } from './value.ts';
import { votes } from './votes.ts';

/** Every figure of the debrief that folds from a log. To add one: a file and a line here. */
export const METRICS = {
  value,
  offers: offerPath,
  refused: refusedDeals,
  pledges,
  concessions,
  timelines,
  stance: stancePath,
  votes,
  activity,
} as const;

type FigureOf<M> =
  M extends Metric<never, infer Figure> ? Figure : M extends Metric<infer _, infer Figure> ? Figure : never;

/** All figures of a table, by metric. */
export type Figures = { readonly [K in keyof typeof METRICS]: FigureOf<(typeof METRICS)[K]> };
