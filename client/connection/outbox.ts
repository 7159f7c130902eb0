import type { SeatAction } from '../../shared/engine/actions/index.ts';

/** An action on its way: with the id that makes sending it twice harmless, and the round for which it was meant. */
export type Letter = { readonly action: SeatAction & { readonly id: string }; readonly round: number };

/** Where an outbox survives a reload. */
export type Shelf = { readonly read: () => string | null; readonly write: (text: string | null) => void };

/** Actions without an answer, in order. */
export type Outbox = {
  readonly letters: () => readonly Letter[];
  readonly add: (letter: Letter) => void;
  /** Takes a letter out: it was answered, or its time has passed. */
  readonly settle: (id: string) => void;
};

const readLetters = (shelf: Shelf): readonly Letter[] => {
  try {
    const kept: unknown = JSON.parse(shelf.read() ?? '[]');
    return Array.isArray(kept) ? (kept as readonly Letter[]) : [];
  } catch {
    return [];
  }
};

/** Opens the outbox that a shelf keeps. */
export const openOutbox = (shelf: Shelf): Outbox => {
  let letters = readLetters(shelf);
  const keep = (next: readonly Letter[]): void => {
    letters = next;
    shelf.write(next.length === 0 ? null : JSON.stringify(next));
  };
  return {
    letters: () => letters,
    add: (letter) => keep([...letters, letter]),
    settle: (id) => keep(letters.filter((letter) => letter.action.id !== id)),
  };
};
