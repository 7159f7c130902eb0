import { random } from '../../../shared/bots/random.ts';
import type { SeatAction } from '../../../shared/engine/actions/index.ts';
import { allowed } from '../../../shared/engine/submit.ts';
import type { View } from '../../../shared/engine/view.ts';
import type { Book } from '../../../shared/scenarios/book.ts';

const TALK = 0.5;
const WORDS = 'If the chips stay free we could live with the investment figure that you named yesterday.';

/** A legal action of the seat that a view belongs to: talk, a move of the random bot, or ready and unready in turn; null: none now. */
export const chooseAction = (book: Book, view: View, chance: () => number): SeatAction | null => {
  const { own, phase, pause } = view;
  if (own === null || phase === 'waiting' || phase === 'ended' || pause !== null) return null;
  const talk: SeatAction = { type: 'speak', to: 'all', text: WORDS, pledge: null };
  if (chance() < TALK && allowed(book, view, own.seat, talk, 0) === null) return talk;
  const sight = { book, view, own, events: [], random: chance, standIn: false };
  return random.next(sight)?.action ?? { type: 'ready', ready: !own.ready };
};
