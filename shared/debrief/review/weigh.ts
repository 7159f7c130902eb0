import { clausesOf, dealAt } from '../../bots/bargain.ts';
import { optionAt } from '../../bots/options.ts';
import { afterPackage, type Mask, maskOf, seatsOf } from '../../bots/situation.ts';
import { dealWith, hopefuls, type Study, studyOf } from '../../bots/study.ts';
import { PLAIN } from '../../bots/style.ts';
import { advantages, openTrial, type Trial, takenBy } from '../../bots/trial.ts';
import type { Clause, Offer } from '../../engine/state.ts';
import type { Seat } from '../../seats.ts';
import type { Juncture } from './sights.ts';

/**
 * A package and what it promised a seat when it was looked at. `worths`: over doing nothing, in each of the worlds that the
 * seat could believe in, by its chance to be signed there; `gain`: if it is signed. USD bn a year, or points.
 */
export type Weighed = {
  readonly parties: readonly Seat[];
  readonly clauses: readonly Clause[];
  readonly worths: readonly number[];
  readonly gain: number;
};

/** How a strong negotiator weighs things at one point: by playing them out, with what the seat could see. */
export type Scales = {
  readonly study: Study;
  readonly trial: () => Trial;
};

// Everything that a seat does between two things that it learns is weighed on the same scales.
const trials = new WeakMap<Study['found'], Map<string, Trial>>();

/** Sets up the scales at a point of the game. */
export const scalesAt = ({ sight, worlds }: Juncture): Scales => {
  const study = studyOf(sight, PLAIN);
  return {
    study,
    trial: () => {
      const key = `${sight.view.round} ${sight.view.phase}`;
      const known = trials.get(study.found) ?? new Map<string, Trial>();
      trials.set(study.found, known);
      const trial = known.get(key) ?? openTrial(study, worlds);
      known.set(key, trial);
      return trial;
    },
  };
};

/** Weighs a package for a group that still lacks the word of `open`. */
const weigh = (
  { study, trial }: Scales,
  group: Mask,
  levels: readonly number[],
  open: readonly Seat[],
): Weighed => {
  const { sight, situation, known, trust } = study;
  const { bargain } = dealWith(study, group, []);
  const deal = dealAt(bargain, levels);
  const { passes } = optionAt(bargain, known, deal);
  const taken = takenBy(study, open, group, levels);
  const plan = {
    leads: afterPackage(situation, levels, group),
    gain: deal.mine,
    chance: (world: Parameters<typeof taken>[0]) => passes * trust * taken(world),
  };
  return {
    parties: seatsOf(group),
    clauses: clausesOf(sight.book, situation.outlook, levels),
    worths: advantages(trial(), plan),
    gain: deal.mine,
  };
};

/** Weighs some clauses put to a group by the seat. */
export const weighClauses = (
  scales: Scales,
  parties: readonly Seat[],
  clauses: readonly Clause[],
): Weighed => {
  const { study } = scales;
  const group = maskOf(parties);
  const { deal } = dealWith(study, group, clauses);
  const open = parties.filter((seat) => seat !== study.sight.own.seat);
  return { ...weigh(scales, group, deal.levels, open), clauses };
};

/** Weighs saying yes to an offer. */
export const weighOffer = (scales: Scales, offer: Offer): Weighed => {
  const { study } = scales;
  const { deal } = dealWith(study, maskOf(offer.parties), offer.clauses);
  const open = offer.parties.filter(
    (seat) => !offer.accepted.includes(seat) && seat !== study.sight.own.seat,
  );
  return { ...weigh(scales, maskOf(offer.parties), deal.levels, open), clauses: offer.clauses };
};

// Packages of each group that are played out.
const PER_GROUP = 4;

/** The packages that a strong negotiator would put to a group (to any, without one). */
export const bestPackages = (scales: Scales, parties: readonly Seat[] | null): readonly Weighed[] =>
  scales.study.groups
    .filter(({ bargain }) => parties === null || bargain.group === maskOf(parties))
    .flatMap((chances) => {
      const { group, others } = chances.bargain;
      const open = others.map(({ seat }) => seat);
      return hopefuls(scales.study, chances, PER_GROUP).map(({ option }) =>
        weigh(scales, group, option.deal.levels, open),
      );
    });
