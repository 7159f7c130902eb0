import { clausesOf, type Deal, dealAt } from '../../bots/bargain.ts';
import { chanceIn, optionAt } from '../../bots/options.ts';
import { afterPackage, maskOf, seatsOf } from '../../bots/situation.ts';
import { type Chances, dealWith, type Study, studyOf } from '../../bots/study.ts';
import { PLAIN } from '../../bots/style.ts';
import { advantages, openTrial, type Trial, takenBy, type Waiting } from '../../bots/trial.ts';
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

/** The last round in which an offer of some round can be accepted: it stands until the next one is over. */
const lastRoundOf = ({ study }: Scales, round: number): number => Math.min(study.known.rounds, round + 1);

/** Weighs a package that still waits for some seats' word. */
const weigh = ({ study, trial }: Scales, waiting: Waiting): Weighed => {
  const { sight, situation, known, trust } = study;
  const { group, levels } = waiting;
  const { bargain } = dealWith(study, group, []);
  const deal = dealAt(bargain, levels);
  const { passes } = optionAt(bargain, known, deal);
  const taken = takenBy(study, waiting);
  return {
    parties: seatsOf(group),
    clauses: clausesOf(sight.book, situation.outlook, levels),
    worths: advantages(trial(), {
      leads: afterPackage(situation, levels, group),
      gain: deal.mine,
      chance: (world) => passes * trust * taken(world),
    }),
    gain: deal.mine,
  };
};

/** Weighs some clauses put to a group by the seat. */
export const weighClauses = (
  scales: Scales,
  parties: readonly Seat[],
  clauses: readonly Clause[],
): Weighed => {
  const { own, view } = scales.study.sight;
  const group = maskOf(parties);
  const { levels } = dealWith(scales.study, group, clauses).deal;
  const open = parties.filter((seat) => seat !== own.seat);
  const until = lastRoundOf(scales, view.round);
  return { ...weigh(scales, { group, levels, open, until }), clauses };
};

/** Weighs saying yes to an offer. */
export const weighOffer = (scales: Scales, { parties, clauses, accepted, round }: Offer): Weighed => {
  const { own } = scales.study.sight;
  const group = maskOf(parties);
  const { levels } = dealWith(scales.study, group, clauses).deal;
  const open = parties.filter((seat) => !accepted.includes(seat) && seat !== own.seat);
  const until = lastRoundOf(scales, round);
  return { ...weigh(scales, { group, levels, open, until }), clauses };
};

// Packages of each group that are played out.
const PER_GROUP = 4;

/** The packages that promise most at a glance: by their chance, and what they bring more than waiting. */
const shortlist = ({ known, later }: Study, { bargain, options }: Chances, until: number): readonly Deal[] =>
  options
    .map((option) => ({
      deal: option.deal,
      hope: chanceIn(bargain, known, option, until) * (option.deal.mine - later),
    }))
    .sort((one, other) => other.hope - one.hope)
    .slice(0, PER_GROUP)
    .map(({ deal }) => deal);

/** The packages that a strong negotiator would put to a group (to any, without one). */
export const bestPackages = (scales: Scales, parties: readonly Seat[] | null): readonly Weighed[] => {
  const { study } = scales;
  const until = lastRoundOf(scales, study.sight.view.round);
  return study.groups
    .filter(({ bargain }) => parties === null || bargain.group === maskOf(parties))
    .flatMap((chances) => {
      const { group, others } = chances.bargain;
      const open = others.map(({ seat }) => seat);
      return shortlist(study, chances, until).map(({ levels }) =>
        weigh(scales, { group, levels, open, until }),
      );
    });
};
