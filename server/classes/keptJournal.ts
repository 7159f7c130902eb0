import type { Clock } from '../clock.ts';
import type { ClassStore } from '../storage/classStore.ts';
import { type ClassState, EMPTY_CLASS, evolveClass, type Fact } from './journal.ts';

/** A fact and when it happened. */
export type Kept = { readonly seq: number; readonly at: number; readonly fact: Fact };

/** The journal of one class: a fact is beyond loss before it counts. */
export type Journal = {
  readonly state: () => ClassState;
  readonly facts: () => readonly Kept[];
  /** Throws what the store throws; then nothing happened. */
  readonly note: (fact: Fact) => Promise<void>;
  /** Whether nothing has been written to the class elsewhere, nor has it been deleted. */
  readonly isCurrent: () => Promise<boolean>;
};

const tableIdsOf = (fact: Fact): readonly string[] =>
  fact.kind === 'begun' ? fact.tables.map(({ id }) => id) : [];

/**
 * Opens the journal of a class from the store. `onDoubt`: a fact could not be written. It may be there all the same, or somebody
 * else's in its place: whoever goes on has to open the journal again.
 */
export const openJournal = async (
  store: ClassStore,
  clock: Clock,
  classId: string,
  onDoubt: () => void,
): Promise<Journal> => {
  const facts: Kept[] = (await store.factsOf(classId)).map(({ seq, at, fact }) => ({
    seq,
    at,
    fact: fact as Fact,
  }));
  let state = facts.reduce((before, { fact }) => evolveClass(before, fact), EMPTY_CLASS);
  let underWay = 0;
  return {
    state: () => state,
    facts: () => facts,
    note: async (fact) => {
      const kept = { seq: facts.length + 1, at: clock.now(), fact };
      underWay += 1;
      try {
        await store.addFact(classId, kept, tableIdsOf(fact));
        facts.push(kept);
        state = evolveClass(state, fact);
      } catch (failure) {
        onDoubt();
        throw failure;
      } finally {
        underWay -= 1;
      }
    },
    isCurrent: async () => {
      const known = facts.length;
      const kept = await store.countFacts(classId);
      return underWay > 0 || facts.length !== known || kept === known;
    },
  };
};
