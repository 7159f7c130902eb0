import type { Treaty } from '../../../shared/engine/state.ts';
import type { Book } from '../../../shared/scenarios/book.ts';
import type { Seat } from '../../../shared/seats.ts';
import { figure, levelText } from '../../words/figures.ts';
import { localeTag, t, words } from '../../words/language.ts';
import { seatNames } from '../../words/telling.ts';

/** What a result card is made of. `seat`, `score`: the sharer's own, null for one who watched. `at`: when it was played, epoch ms. */
export type CardSource = {
  readonly book: Book;
  readonly code: string;
  readonly at: number;
  readonly seat: Seat | null;
  readonly score: number | null;
  readonly treaties: readonly Treaty[];
  /** Level index per lever at the end, in the scenario's order. */
  readonly levels: readonly number[];
};

/** A lever on the card, in words. */
type Moved = { readonly label: string; readonly from: string; readonly to: string };

/** A result as it is drawn: all words ready in the language in use. */
export type Card = {
  readonly seat: Seat | null;
  readonly name: string;
  readonly score: string | null;
  readonly treaties: readonly { readonly parties: readonly Seat[]; readonly name: string }[];
  readonly moved: readonly Moved[];
  /** How many more levers moved than there is room for. */
  readonly more: number;
  readonly isPlain: boolean;
  readonly date: string;
  readonly code: string;
};

const MOST_TREATIES = 3;
const MOST_LEVERS = 6;

const movedIn = ({ book, levels }: CardSource): readonly Moved[] => {
  const moved = book.scenario.levers.filter((lever, i) => levels[i] !== lever.pause);
  // Tariffs are what the game is known by.
  const ordered = [...moved].sort((a, b) => Number(b.track === 'tariffs') - Number(a.track === 'tariffs'));
  return ordered.map((lever) => ({
    label: words(lever.label),
    from: levelText(lever, lever.pause),
    to: levelText(lever, levels[book.leverIndex[lever.id]]),
  }));
};

/**
 * The card of a result. It tells what everybody at the table knows, and the sharer's own score: no mandate, and no treaty
 * under seal.
 */
export const cardOf = (source: CardSource): Card => {
  const { book, code, at, seat, score, treaties } = source;
  const open = treaties.filter(({ sealed, fallen, clauses }) => !sealed && !fallen && clauses.length > 0);
  const moved = movedIn(source);
  return {
    seat,
    name: seat === null ? words(book.scenario.title) : t(`seat.${seat}`),
    score: score === null ? null : figure(score),
    treaties: open.slice(-MOST_TREATIES).map(({ parties }) => ({
      parties,
      name: t('treaties.of', { seats: seatNames(parties) }),
    })),
    moved: moved.slice(0, MOST_LEVERS),
    more: Math.max(0, moved.length - MOST_LEVERS),
    isPlain: book.scenario.rules.complete === true,
    date: new Intl.DateTimeFormat(localeTag(), { dateStyle: 'long' }).format(new Date(at)),
    code,
  };
};

/** The card in a sentence, for those who don't see it. */
export const cardText = ({ seat, name, score, treaties }: Card): string => {
  const signed = treaties.length === 0 ? '0' : treaties.map((treaty) => treaty.name).join(', ');
  return seat === null || score === null
    ? t('card.aboutWatching', { treaties: signed })
    : t('card.about', { seat: name, score, treaties: signed });
};
