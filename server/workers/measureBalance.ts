import { paretoPicture } from '../../shared/debrief/paretoPicture.ts';
import type { Seat } from '../../shared/seats.ts';
import { type Appraiser, appraiserOf, type Profile } from '../../shared/simulation/balance/appraiser.ts';
import { type Bargain, searchBargain } from '../../shared/simulation/balance/bargains.ts';
import { type Bests, searchBests } from '../../shared/simulation/balance/ideals.ts';
import { countLevels } from '../../shared/simulation/balance/levers.ts';
import type { Effort } from '../../shared/simulation/balance/search.ts';
import { chooseStance, type StanceChoice } from '../../shared/simulation/balance/stances.ts';
import { sampleZone, type ZoneSample } from '../../shared/simulation/balance/zones.ts';
import { bookFrom } from './bookFrom.ts';
import type { Job } from './job.ts';

/** One piece of a balance report. `steps`: fineness of the search for an efficient set. */
export type BalanceTask =
  | {
      readonly kind: 'zone';
      readonly parties: readonly Seat[];
      readonly samples: number;
      readonly seed: string;
    }
  | { readonly kind: 'bargain' | 'stance' | 'bests'; readonly profile: Profile; readonly effort: Effort }
  | { readonly kind: 'efficient'; readonly profile: Profile; readonly steps: number };

export type BalancePiece =
  | { readonly kind: 'zone'; readonly zone: ZoneSample }
  | { readonly kind: 'bargain'; readonly bargain: Bargain }
  | { readonly kind: 'stance'; readonly choice: StanceChoice | null }
  | { readonly kind: 'bests'; readonly bests: Bests }
  | { readonly kind: 'efficient'; readonly levelCounts: readonly number[] };

const measure = (appraiser: Appraiser, task: BalanceTask): BalancePiece => {
  const { book } = appraiser;
  switch (task.kind) {
    case 'zone':
      return { kind: 'zone', zone: sampleZone(appraiser, task.parties, task) };
    case 'bargain':
      return { kind: 'bargain', bargain: searchBargain(appraiser, task.profile, task.effort) };
    case 'stance':
      return { kind: 'stance', choice: chooseStance(appraiser, task.profile, task.effort) };
    case 'bests':
      return { kind: 'bests', bests: searchBests(appraiser, task.profile, task.effort) };
    case 'efficient': {
      const { frontier } = paretoPicture(book, task.profile, { steps: task.steps, samples: 0 });
      const efficient = frontier.map(({ levels }) => levels);
      return { kind: 'efficient', levelCounts: countLevels(book, efficient) };
    }
  }
};

/** Measures pieces of a scenario's balance report. */
export const job: Job<{ readonly scenario: string }, BalanceTask, BalancePiece> = {
  file: import.meta.url,
  prepare: ({ scenario }) => {
    const appraiser = appraiserOf(bookFrom(scenario));
    return (task) => measure(appraiser, task);
  },
};
