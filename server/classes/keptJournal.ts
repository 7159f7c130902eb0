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
};

const tableIdsOf = (fact: Fact): readonly string[] =>
  fact.kind === 'begun' ? fact.tables.map(({ id }) => id) : [];

/** Opens the journal of a class from the store. */
export const openJournal = async (store: ClassStore, clock: Clock, classId: string): Promise<Journal> => {
  const facts: Kept[] = (await store.factsOf(classId)).map(({ seq, at, fact }) => ({
    seq,
    at,
    fact: fact as Fact,
  }));
  let state = facts.reduce((before, { fact }) => evolveClass(before, fact), EMPTY_CLASS);
  return {
    state: () => state,
    facts: () => facts,
    note: async (fact) => {
      const kept = { seq: facts.length + 1, at: clock.now(), fact };
      await store.addFact(classId, kept, tableIdsOf(fact));
      facts.push(kept);
      state = evolveClass(state, fact);
    },
  };
};
