import { type Book, openBook } from '../../shared/scenarios/book.ts';
import type { Scenario } from '../../shared/scenarios/schema.ts';
import type { Seat } from '../../shared/seats.ts';

const words = (text: string) => ({ en: text, ko: text, zh: text });

const lever = (id: string, owners: Seat[]): Scenario['levers'][number] => ({
  id,
  owners,
  track: 'tariffs',
  unit: 'word',
  label: words(id),
  description: words(id),
  levels: ['low', 'middle', 'high'].map((name) => ({ id: name, amount: 0, label: words(name) })),
  pause: 0,
  snapback: 0,
});

const component = (
  seat: Seat,
  id: string,
  levers: Record<string, number[]>,
): Scenario['components'][number] => ({
  id: `${seat.toLowerCase()}-${id}`,
  seat,
  label: words(id),
  weight: 1,
  forms: Object.entries(levers).map(([name, values]) => ({ form: 'points', lever: name, values })),
});

const mandate = (seat: Seat, name: string, weight: number): Scenario['mandates'][number] => ({
  id: `${seat.toLowerCase()}-${name}`,
  seat,
  label: words(name),
  brief: words(name),
  weights: { [`${seat.toLowerCase()}-sheet`]: weight },
  goals: [],
  redLines: [],
  ideal: 20,
  reservation: 0,
  blocShares: {},
});

/** Two seats, two levers, nothing but points: the smallest negotiation that the rules admit. */
export const twoSeats = (rules: Partial<Scenario['rules']> = {}): Scenario => ({
  id: 'two-seats',
  version: 1,
  title: words('Two seats'),
  summary: words('A sale'),
  situation: { US: words('Seller'), KR: words('Buyer'), CN: words('-') },
  seats: ['US', 'KR'],
  rules: {
    rounds: 3,
    daysPerRound: 1,
    flow: { weight: 0, floor: 0, ceiling: 0 },
    complete: false,
    maxClauses: 4,
    noteLength: 40,
    tablings: 3,
    openOffers: 2,
    messages: 2,
    messageLength: 20,
    measures: { perRound: 0, capital: 0 },
    sealed: { capital: 0, support: 0 },
    capital: { start: 0, perRound: 0, max: 0, value: 0 },
    ratification: null,
    denunciation: null,
    credibility: { brokenPledge: 0, supportPer10: 0 },
    offAgenda: { opener: 'US', capital: 0, support: 0, target: 'KR' },
    ...rules,
  },
  levers: [lever('price', ['US', 'KR']), lever('date', ['US', 'KR'])],
  economy: null,
  components: [
    component('US', 'sheet', { price: [0, 4, 8], date: [0, 1, 2] }),
    component('KR', 'sheet', { price: [0, -1, -2], date: [0, 4, 8] }),
  ],
  mandates: [
    mandate('US', 'plain', 1),
    mandate('US', 'eager', 2),
    mandate('KR', 'plain', 1),
    mandate('KR', 'eager', 2),
  ],
  blocs: [],
  news: [],
  stance: null,
  remarks: [],
});

export const tinyBook = (rules: Partial<Scenario['rules']> = {}): Book => {
  const book = openBook(twoSeats(rules));
  if ('error' in book) throw new Error(JSON.stringify(book.error));
  return book;
};
