import { withClauses } from '../engine/treaties.ts';
import type { Seat } from '../seats.ts';
import { tableDeal } from './analyst.ts';
import type { Move } from './bot.ts';
import { appealOf, takingIn } from './mind.ts';
import { accept, isBusy, isLastTurn, toAnswer } from './moves.ts';
import type { World } from './playout.ts';
import { afterPackage, type Mask, maskOf, type Situation } from './situation.ts';
import { dealWith, hopefuls, type Study } from './study.ts';

/** Something that could be done now: where it leads if it succeeds, what that brings at once (USD bn), and its chance in a world. */
export type Plan = {
  readonly move: Move;
  readonly leads: Situation;
  readonly gain: number;
  readonly chance: (world: World) => number;
};

/** The chance in a world that some seats take a package. */
export const takenBy = (study: Study, seats: readonly Seat[], group: Mask, levels: readonly number[]) => {
  const { sight, situation, known } = study;
  const { book, view } = sight;
  const { rounds } = book.scenario.rules;
  const time = (view.round - 1) / Math.max(1, rounds - 1);
  const scene = { situation, group, credibility: known.credibility };
  const takers = seats.map((seat) => ({ seat, appeal: appealOf(book, scene, seat, levels) }));
  return ({ mandates, tempers }: World): number =>
    takers.reduce((chance, { seat, appeal }) => {
      const mandate = book.mandatesOf(seat).findIndex(({ id }) => id === mandates[seat]);
      return chance * takingIn(appeal[mandate], tempers[seat], time, view.round >= rounds);
    }, 1);
};

/** The packages that promise most, to each group that is not busy. */
export const offersToMake = (study: Study, perGroup: number): readonly Plan[] =>
  study.groups.flatMap((chances) => {
    const { bargain } = chances;
    if (isBusy(study.sight, bargain.group)) return [];
    return hopefuls(study, chances, perGroup).flatMap(({ option: { deal, passes } }): readonly Plan[] => {
      const move = tableDeal(study, bargain, deal);
      if (move === null) return [];
      const others = bargain.others.map(({ seat }) => seat);
      const taken = takenBy(study, others, bargain.group, deal.levels);
      return [
        {
          move,
          leads: afterPackage(study.situation, deal.levels, bargain.group),
          gain: deal.mine,
          chance: (world) => passes * study.trust * taken(world),
        },
      ];
    });
  });

// A legislature's swing and a partner's second thoughts.
const SLIP = 0.05;

/** The offers on the table that could be accepted to one's gain. */
export const offersToTake = (study: Study): readonly Plan[] =>
  toAnswer(study.sight).flatMap((offer): readonly Plan[] => {
    const { sight, situation } = study;
    const group = maskOf(offer.parties);
    const { deal } = dealWith(study, group, offer.clauses);
    if (deal.mine <= 0) return [];
    const key = isLastTurn(sight) ? 'reason.bot.deadline' : 'reason.bot.best';
    const move = accept(sight, offer, { key, params: { seat: offer.by } });
    if (move === null) return [];
    const levels = withClauses(sight.book, situation.outlook, offer.clauses);
    const open = offer.parties.filter((seat) => !offer.accepted.includes(seat) && seat !== sight.own.seat);
    const taken = takenBy(study, open, group, levels);
    const leads = afterPackage(situation, levels, group);
    return [{ move, leads, gain: deal.mine, chance: (world) => (1 - SLIP) * taken(world) }];
  });
