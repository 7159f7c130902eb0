import type { Book } from '../scenarios/book.ts';
import { type BySeat, SEATS } from '../seats.ts';
import { draw, shuffle } from './chance.ts';
import type { Event } from './events.ts';
import type { Occupant, Setup } from './state.ts';
import { RULES_VERSION } from './versions.ts';

/** What a table is opened with: its setup, its seed, and what is not left to chance. */
export type Opening = {
  readonly setup: Setup;
  readonly seed: string;
  readonly mandates: Partial<BySeat<string>>;
  readonly occupants: BySeat<Occupant>;
};

/** The first events of a table: the news deck and the mandates are drawn by seed, once, and put on record. */
export const openingEvents = (book: Book, opening: Opening): readonly Event[] => {
  const { setup, seed, mandates, occupants } = opening;
  const { news, rules, seats, version } = book.scenario;
  const cards = shuffle(
    news.map((card) => card.id),
    seed,
    'news',
  );
  const events: Event[] = [
    { kind: 'tableOpened', setup, versions: { rules: RULES_VERSION, scenario: version } },
    { kind: 'cardsDrawn', seed, deck: cards.slice(0, rules.rounds) },
  ];
  for (const seat of SEATS) {
    if (!seats.includes(seat)) continue;
    const choices = book.mandatesOf(seat);
    const drawn = choices[Math.floor(draw(seed, `mandate ${seat}`) * choices.length)];
    const mandate = mandates[seat] ?? drawn?.id;
    if (mandate !== undefined) events.push({ kind: 'mandateDrawn', seat, mandate });
    if (occupants[seat].kind !== 'vacant')
      events.push({ kind: 'occupantChanged', seat, occupant: occupants[seat] });
  }
  return events;
};
