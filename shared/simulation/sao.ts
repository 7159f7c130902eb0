import { draw } from '../engine/chance.ts';
import type { Domain } from './sao/domain.ts';
import { type OutcomeSpace, openSpace } from './sao/outcomeSpace.ts';
import { NO_OFFER, newBot, type SaoBot, type Strategy } from './sao/saoBots.ts';
import { bargainingSolutions, paretoOutcomes } from './sao/solutions.ts';

/** How a domain is negotiated: one strategy per party, in the domain's order. */
export type SaoPlan = {
  readonly strategies: readonly Strategy[];
  readonly rounds: number;
  readonly seed: string;
};

/**
 * How a negotiation ended. `agreement`: an outcome's index, or null; `round`: that of the agreement, from 0, or the number
 * of rounds; `offers`: how many were made.
 */
export type Negotiation = {
  readonly agreement: number | null;
  readonly round: number;
  readonly offers: number;
};

const botsOf = (space: OutcomeSpace, { strategies, seed }: SaoPlan): readonly SaoBot[] =>
  strategies.map((strategy, party) =>
    newBot(strategy, {
      ranking: space.rankingOf(party),
      utilities: space.utilities[party],
      reserved: space.reserved[party],
      random: (count) => draw(seed, `sao ${party} ${count}`),
    }),
  );

/**
 * Stacked alternating offers. In a round every party acts once, in the domain's order: it accepts the standing offer, or
 * rejects it and puts an own one in its place. Once all others have accepted in a row, the offer is the agreement. Time is
 * (round + 1) / (rounds + 1), rounds counted from 0. As many strategies as parties.
 */
export const negotiate = (space: OutcomeSpace, plan: SaoPlan): Negotiation => {
  const bots = botsOf(space, plan);
  let standing = NO_OFFER;
  let acceptances = 0;
  let offers = 0;
  for (let round = 0; round < plan.rounds; round++) {
    const time = (round + 1) / (plan.rounds + 1);
    for (const bot of bots) {
      if (standing !== NO_OFFER && bot.answer(standing, time)) {
        acceptances++;
        if (acceptances === bots.length - 1) return { agreement: standing, round, offers };
        continue;
      }
      standing = bot.offer(time);
      acceptances = 0;
      if (standing !== NO_OFFER) offers++;
    }
  }
  return { agreement: null, round: plan.rounds, offers };
};

/**
 * A negotiation measured against what was possible. `agreement`: option index per issue; `utilities`: per party, without
 * an agreement the reservation values; `welfare`: their sum; `pareto`: the number of efficient outcomes; `nash`, `kalai`:
 * the utilities of these solutions, null where no outcome is acceptable to all.
 */
export type SaoResult = {
  readonly name: string;
  readonly agreement: readonly number[] | null;
  readonly utilities: readonly number[];
  readonly round: number;
  readonly offers: number;
  readonly pareto: number;
  readonly nash: readonly number[] | null;
  readonly kalai: readonly number[] | null;
  readonly welfare: number;
};

const worthOf = (space: OutcomeSpace, outcome: number | null): readonly number[] | null =>
  outcome === null ? null : space.worthOf(outcome);

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** Negotiates a domain once and measures the result. Pure: the same plan gives the same result. */
export const runDomain = (domain: Domain, plan: SaoPlan): SaoResult => {
  const space = openSpace(domain);
  const { agreement, round, offers } = negotiate(space, plan);
  const { nash, kalai } = bargainingSolutions(space);
  const utilities = worthOf(space, agreement) ?? space.reserved;
  return {
    name: domain.name,
    agreement: agreement === null ? null : space.optionsOf(agreement),
    utilities,
    round,
    offers,
    pareto: paretoOutcomes(space).length,
    nash: worthOf(space, nash),
    kalai: worthOf(space, kalai),
    welfare: total(utilities),
  };
};

/** The figures of a batch over domains with equally many parties. */
export type SaoFigures = {
  readonly negotiations: number;
  readonly agreementRate: number;
  readonly meanUtilities: readonly number[];
  readonly meanWelfare: number;
  readonly offers: number;
};

/** Sums results up. */
export const saoFigures = (results: readonly SaoResult[]): SaoFigures => {
  const mean = (figureOf: (result: SaoResult) => number): number =>
    results.length === 0 ? 0 : total(results.map(figureOf)) / results.length;
  return {
    negotiations: results.length,
    agreementRate: mean(({ agreement }) => (agreement === null ? 0 : 1)),
    meanUtilities: (results[0]?.utilities ?? []).map((_, party) => mean(({ utilities }) => utilities[party])),
    meanWelfare: mean(({ welfare }) => welfare),
    offers: total(results.map(({ offers }) => offers)),
  };
};
