import type { SeatAction } from '../engine/actions/index.ts';
import type { Refusal } from '../engine/refusal.ts';
import type { Clause, Offer } from '../engine/state.ts';
import { allowed } from '../engine/submit.ts';
import type { OwnView, View } from '../engine/view.ts';
import type { Book } from '../scenarios/book.ts';
import { othersOf, type Seat } from '../seats.ts';

/** Level indices by lever id; levers without any are left out. */
export type LevelsByLever = Readonly<Record<string, readonly number[]>>;

/** A package in the making: a new one (`to`), or an answer to an offer on the table (`offer`). */
export type Draft = ({ readonly to: readonly Seat[] } | { readonly offer: string }) & {
  readonly sealed: boolean;
  readonly clauses: readonly Clause[];
};

/**
 * How a draft may go on. `refusal`: why it may not be tabled as it stands, null: it may; `spend`: then the most capital to
 * set aside for its ratification. `sealed`: the seals that it may have; `levers`: what a further clause may say, and `from`:
 * when it may start (0: at once). A clause that is listed fits this package; whether the whole would be ratified, or was
 * turned down in this round, is said by the `refusal` of the draft with it.
 */
export type PackageMask = {
  readonly refusal: Refusal | null;
  readonly spend: number;
  readonly sealed: readonly boolean[];
  readonly levers: LevelsByLever;
  readonly from: readonly number[];
};

/**
 * What a seat may do now, judged on its own view alone. Empty: nothing of that kind. `table` and `counter`: where a package
 * can begin, before its first clause. `speak.pledges`: own levers, any bound, for any round of `by`. Every other entry is an
 * action that will not be refused.
 */
export type ActionMask = {
  /** The kinds of action below that are possible at all; none: it is another seat's turn, or the game is over. */
  readonly types: readonly (keyof Choices | 'pass')[];
} & Choices;

type Choices = {
  readonly speak: {
    readonly to: readonly (Seat | 'all')[];
    readonly pledges: LevelsByLever;
    readonly by: readonly number[];
  };
  readonly table: readonly ({ readonly to: readonly Seat[] } & PackageMask)[];
  readonly counter: readonly ({ readonly offer: string } & PackageMask)[];
  /** `spend`: the most capital that may be set aside for the ratification; 0 is always allowed. */
  readonly accept: readonly { readonly offer: string; readonly spend: number }[];
  readonly takeBack: readonly string[];
  readonly decline: readonly string[];
  readonly withdraw: readonly string[];
  readonly order: LevelsByLever;
  readonly cancel: readonly string[];
  readonly denounce: readonly string[];
};

/** A seat's sight of the table: its own view, nothing else. */
export type SeatSight = { readonly book: Book; readonly view: View; readonly own: OwnView };

type Judge = (action: SeatAction) => Refusal | null;

// The time plays no part in what a seat may do.
const judgeOf =
  ({ book, view, own }: SeatSight): Judge =>
  (action) =>
    allowed(book, view, own.seat, action, 0);

const upTo = (last: number): readonly number[] => Array.from({ length: last + 1 }, (_, i) => i);

/** The rounds that a clause or a pledge could name. */
const roundsOf = ({ scenario }: Book): readonly number[] => upTo(scenario.rules.rounds + 1);

const levelsWhere = (book: Book, fits: (lever: string, level: number) => boolean): LevelsByLever =>
  Object.fromEntries(
    book.scenario.levers
      .map(({ id, levels }) => [id, [...levels.keys()].filter((level) => fits(id, level))] as const)
      .filter(([, levels]) => levels.length > 0),
  );

/** The largest amount that is not refused, when a smaller one never is if a larger is not. */
const mostAllowed = (limit: number, isAllowed: (amount: number) => boolean): number => {
  let low = 0;
  let high = limit;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isAllowed(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
};

const mostSpend = ({ scenario }: Book, isAllowed: (spend: number) => boolean): number =>
  mostAllowed(scenario.rules.ratification?.cap ?? 0, isAllowed);

const actionOf = (draft: Draft, clauses: readonly Clause[], sealed: boolean, spend: number): SeatAction => {
  const rest = { clauses: [...clauses], sealed, note: '', spend };
  return 'to' in draft
    ? { type: 'table', to: [...draft.to], ...rest }
    : { type: 'counter', offer: draft.offer, ...rest };
};

/** Refusals of a package as a whole, which come after all that is wrong with its parts. */
const OF_THE_WHOLE: readonly Refusal['code'][] = ['offer.coolDown', 'offer.wontRatify'];

const partsFit = (refusal: Refusal | null): boolean =>
  refusal === null || OF_THE_WHOLE.includes(refusal.code);

/**
 * Where only a package of all levers signs, clauses are judged within a whole one: the levers that are still open get the
 * first level at which the judge names them no more.
 */
const filling = (
  { book }: SeatSight,
  judge: (clauses: readonly Clause[]) => Refusal | null,
  fixed: readonly Clause[],
): readonly Clause[] => {
  const { levers, rules } = book.scenario;
  if (!rules.complete) return [];
  const open = levers.filter(({ id }) => fixed.every(({ lever }) => lever !== id));
  let fill = open.map(({ id }) => ({ lever: id, level: 0, from: 0 }));
  for (;;) {
    const { lever } = judge([...fixed, ...fill])?.params ?? {};
    const at = fill.findIndex((clause) => clause.lever === lever);
    const clause = fill[at];
    if (clause === undefined || clause.level + 1 >= book.leverOf(clause.lever).levels.length) return fill;
    fill = fill.with(at, { ...clause, level: clause.level + 1 });
  }
};

/** How a seat's draft may go on. Whatever the draft says, the answer is a value: an impossible one has a refusal and no levers. */
export const packageMask = (sight: SeatSight, draft: Draft): PackageMask => {
  const { book } = sight;
  const judge = judgeOf(sight);
  const refusalOf = (clauses: readonly Clause[], sealed = draft.sealed, spend = 0) =>
    judge(actionOf(draft, clauses, sealed, spend));
  const fill = filling(sight, refusalOf, draft.clauses);
  const whole = (clause: Clause): readonly Clause[] => [
    ...draft.clauses,
    clause,
    ...fill.filter(({ lever }) => lever !== clause.lever),
  ];
  const levers = levelsWhere(book, (lever, level) => partsFit(refusalOf(whole({ lever, level, from: 0 }))));
  const [sample] = Object.entries(levers).map(([lever, [level]]) => ({ lever, level }));
  const probe = (from: number): readonly Clause[] =>
    sample === undefined ? draft.clauses : whole({ ...sample, from });
  const refusal = refusalOf(draft.clauses);
  return {
    refusal,
    spend:
      refusal === null
        ? mostSpend(book, (spend) => refusalOf(draft.clauses, draft.sealed, spend) === null)
        : 0,
    sealed: [false, true].filter((sealed) => partsFit(refusalOf(probe(0), sealed))),
    levers,
    from: sample === undefined ? [] : roundsOf(book).filter((from) => partsFit(refusalOf(probe(from)))),
  };
};

const canBegin = ({ levers }: PackageMask): boolean => Object.keys(levers).length > 0;

/** The groups of others that a package can be for. */
const addressees = ({ book, own }: SeatSight): readonly (readonly Seat[])[] => {
  const others = othersOf(own.seat).filter((seat) => book.scenario.seats.includes(seat));
  return others.length > 1 ? [...others.map((seat) => [seat]), others] : [others];
};

const tableMask = (sight: SeatSight): ActionMask['table'] =>
  addressees(sight)
    .map((to) => ({ to, ...packageMask(sight, { to, sealed: false, clauses: [] }) }))
    .filter(canBegin);

const counterMask = (sight: SeatSight, offers: readonly Offer[]): ActionMask['counter'] =>
  offers
    .filter((offer) => offer.by !== sight.own.seat)
    .map(({ id, sealed }) => ({ offer: id, ...packageMask(sight, { offer: id, sealed, clauses: [] }) }))
    .filter(canBegin);

const speakMask = ({ book, own }: SeatSight, judge: Judge): ActionMask['speak'] => {
  const audiences = ['all', ...othersOf(own.seat)] as const;
  const to = audiences.filter(
    (audience) => judge({ type: 'speak', to: audience, text: '.', pledge: null }) === null,
  );
  const [first] = to;
  if (first === undefined) return { to, pledges: {}, by: [] };
  const canPledge = (lever: string, level: number, by: number): boolean =>
    judge({ type: 'speak', to: first, text: '', pledge: { lever, bound: 'atLeast', level, by } }) === null;
  const rounds = roundsOf(book);
  const last = rounds.length - 1;
  const pledges = levelsWhere(book, (lever, level) => canPledge(lever, level, last));
  const [sample] = Object.entries(pledges);
  const by = sample === undefined ? [] : rounds.filter((round) => canPledge(sample[0], sample[1][0], round));
  return { to, pledges, by };
};

const acceptMask = (book: Book, judge: Judge, offers: readonly Offer[]): ActionMask['accept'] => {
  const canAccept = (offer: string, spend: number): boolean =>
    judge({ type: 'accept', offer, spend }) === null;
  return offers
    .filter(({ id }) => canAccept(id, 0))
    .map(({ id }) => ({ offer: id, spend: mostSpend(book, (spend) => canAccept(id, spend)) }));
};

/** Nothing at all: it is another seat's turn, or the game is over. */
export const noActions: ActionMask = {
  types: [],
  speak: { to: [], pledges: {}, by: [] },
  table: [],
  counter: [],
  accept: [],
  takeBack: [],
  decline: [],
  withdraw: [],
  order: {},
  cancel: [],
  denounce: [],
};

const choicesOf = (sight: SeatSight): Choices => {
  const { book, view, own } = sight;
  const judge = judgeOf(sight);
  const can = (action: SeatAction): boolean => judge(action) === null;
  const offers = view.offers.filter(({ state }) => state === 'open');
  const ids = offers.map(({ id }) => id);
  return {
    speak: speakMask(sight, judge),
    table: tableMask(sight),
    counter: counterMask(sight, offers),
    accept: acceptMask(book, judge, offers),
    takeBack: ids.filter((offer) => can({ type: 'takeBack', offer })),
    decline: ids.filter((offer) => can({ type: 'decline', offer, note: '' })),
    withdraw: ids.filter((offer) => can({ type: 'withdraw', offer })),
    order: levelsWhere(book, (lever, level) => can({ type: 'order', lever, level })),
    cancel: own.measures.map(({ lever }) => lever).filter((lever) => can({ type: 'cancel', lever })),
    denounce: view.treaties.map(({ id }) => id).filter((treaty) => can({ type: 'denounce', treaty })),
  };
};

const isSome = (choice: Choices[keyof Choices]): boolean =>
  ('to' in choice && 'pledges' in choice ? choice.to : Object.keys(choice)).length > 0;

/** What a seat may do in its turn: every possibility put to the rules' own `allowed`, on its view. */
export const actionMask = (sight: SeatSight): ActionMask => {
  const choices = choicesOf(sight);
  const kinds = Object.keys(choices) as (keyof Choices)[];
  return { types: ['pass', ...kinds.filter((kind) => isSome(choices[kind]))], ...choices };
};
