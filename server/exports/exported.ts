import { createHmac } from 'node:crypto';
import { type Author, discreetLog } from '../../shared/debrief/discreet.ts';
import { fold, initialState } from '../../shared/engine/evolve.ts';
import type { Entry } from '../../shared/engine/log.ts';
import type { State } from '../../shared/engine/state.ts';
import type { Book } from '../../shared/scenarios/book.ts';
import { bookOf } from '../../shared/scenarios/index.ts';
import { type BySeat, bySeat } from '../../shared/seats.ts';
import type { AnswerRow } from '../classes/forms.ts';
import type { Treatment } from '../classes/protocol.ts';

/** A finished table to be exported. `entries`: its whole log, with who held which seat. */
export type ExportSource = {
  readonly number: number;
  readonly scenario: string;
  readonly treatment: Treatment | null;
  readonly entries: readonly Entry[];
};

/** What is exported: tables, and the answers to questionnaires, of one class or of one table alone. */
export type ExportPlan = {
  /** Pseudonyms follow from it: equal within an export, different between classes. Secret, or they could be undone. */
  readonly key: string;
  readonly tables: readonly ExportSource[];
  /** `member`: the guest. */
  readonly answers: readonly AnswerRow[];
  /**
   * The guests whose words go along, for they agreed to it; those of others are marked as withheld. null: no words at all,
   * the facilitator's neither.
   */
  readonly words: readonly string[] | null;
};

/** A table as it is exported: a log that names nobody, what it folds to, and who sat there by pseudonym. */
export type ExportedTable = {
  readonly id: string;
  readonly book: Book;
  readonly treatment: Treatment | null;
  readonly entries: readonly Entry[];
  readonly end: State;
  readonly people: BySeat<readonly string[]>;
};

/** The pseudonym of a guest. */
export const pseudonymOf = (key: string, guest: string): string =>
  `P-${createHmac('sha256', key).update(guest).digest('hex').slice(0, 12)}`;

/** The pseudonym of a class or of a table alone. */
export const groupOf = (key: string): string =>
  `G-${createHmac('sha256', key).update('group').digest('hex').slice(0, 12)}`;

const folded = (book: Book, entries: readonly Entry[]): State =>
  fold(
    book,
    initialState(book),
    entries.flatMap(({ events }) => events),
  );

/** Whether the words of an author go along: those of two who share a seat are both's. */
export const givesWords =
  (words: ExportPlan['words']) =>
  ({ actor, guests }: Author): boolean => {
    if (words === null) return false;
    return actor === 'facilitator' || (guests.length > 0 && guests.every((guest) => words.includes(guest)));
  };

/** Takes the names out of a table, and the words of those who did not agree to give them away. */
export const exportedTable = (
  { number, scenario, treatment, entries }: ExportSource,
  { key, words }: Pick<ExportPlan, 'key' | 'words'>,
): ExportedTable => {
  const book = bookOf(scenario);
  const { holders } = folded(book, entries);
  const people = bySeat((seat) =>
    (holders[seat] ?? '')
      .split(' ')
      .filter((guest) => guest !== '')
      .map((guest) => pseudonymOf(key, guest)),
  );
  const discreet = discreetLog(entries, {
    names: (seat) => people[seat].join(' ') || seat,
    words: givesWords(words),
  });
  return {
    id: `T${String(number).padStart(2, '0')}`,
    book,
    treatment,
    entries: discreet,
    end: folded(book, discreet),
    people,
  };
};
