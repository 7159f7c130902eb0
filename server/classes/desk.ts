import { bookOf } from '../../shared/scenarios/index.ts';
import type { OpenTables } from '../rooms/openTables.ts';
import type { ClassRecord } from '../storage/classStore.ts';
import { MOST_PEOPLE } from './classPlan.ts';
import { type DealRules, deal, tablesFor } from './deal.ts';
import { type ClassState, type Fact, present } from './journal.ts';
import type { Journal } from './keptJournal.ts';
import type { ClassPlan, Treatment } from './protocol.ts';
import type { SeatKeeper } from './seatKeeper.ts';
import { treatmentsOf } from './treatments.ts';

/** A class's plan and the seed that its seats, treatments and tables are drawn from. */
export type StoredPlan = { readonly plan: ClassPlan; readonly seed: string };

/** What the parts of a class work on. */
export type ClassDesk = StoredPlan & {
  readonly record: ClassRecord;
  readonly journal: Journal;
  readonly keeper: SeatKeeper;
  readonly tables: OpenTables;
};

const rulesOf = ({ plan, seed }: StoredPlan): DealRules => ({
  seats: bookOf(plan.scenario).scenario.seats,
  tables: plan.tables,
  remainder: plan.remainder,
  seating: plan.seating,
  seed,
});

/** How many tables a class would have if it began with so many people. */
export const tableCount = (stored: StoredPlan, people: number): number => tablesFor(people, rulesOf(stored));

/** The treatments of a class's tables if it began with so many people. */
export const plannedTreatments = (stored: StoredPlan, people: number): readonly Treatment[] =>
  treatmentsOf(stored.plan, tableCount(stored, people), stored.seed);

/** Who would sit where if the class began now: a roster's people in its order, the others as they came. */
export const plannedPlaces = (
  stored: StoredPlan,
  state: ClassState,
): Extract<Fact, { readonly kind: 'begun' }>['places'] => {
  const people = present(state).toSorted((a, b) => (a.line ?? MOST_PEOPLE) - (b.line ?? MOST_PEOPLE));
  const places = deal(
    people.map(({ id }) => id),
    rulesOf(stored),
  );
  return [...places].map(([member, place]) => ({ member, ...place }));
};
