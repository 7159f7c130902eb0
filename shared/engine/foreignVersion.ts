import type { Book } from '../scenarios/book.ts';
import type { Entry } from './log.ts';
import { RULES_VERSION, type Versions } from './versions.ts';

/** A version that is not known here: a later one than `known`, or none at all. */
export type ForeignVersion = {
  readonly of: keyof Versions;
  readonly version: string;
  readonly known: number;
};

/** Logs from before versions were recorded are of the first. */
const FIRST: Versions = { rules: 1, scenario: 1 };

const isKnown = (version: unknown, known: number): boolean =>
  typeof version === 'number' && Number.isInteger(version) && version >= 1 && version <= known;

/** The version of a log that can't be read here, by name; null: all is known. */
export const foreignVersion = (book: Book, entries: readonly Entry[]): ForeignVersion | null => {
  const first = entries[0]?.events[0];
  const recorded = (first?.kind === 'tableOpened' ? first.versions : undefined) ?? FIRST;
  const known: Versions = { rules: RULES_VERSION, scenario: book.scenario.version };
  const parts = ['rules', 'scenario'] as const;
  const of = parts.find((part) => !isKnown(recorded[part], known[part]));
  return of === undefined ? null : { of, version: String(recorded[of]), known: known[of] };
};
