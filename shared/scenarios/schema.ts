import * as z from 'zod/mini';
import { Wedge } from '../economy/wedge.ts';
import { SEATS } from '../seats.ts';

/** Words for people in the three languages of the game. */
export const Words = z.strictObject({
  en: z.string().check(z.minLength(1)),
  ko: z.string().check(z.minLength(1)),
  zh: z.string().check(z.minLength(1)),
});

const Id = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,47}$/));
const SeatName = z.enum(SEATS);
const Whole = z.int().check(z.nonnegative());
const Amount = z.number().check(z.gte(-1e6), z.lte(1e6));

/**
 * One step of a lever's ladder.
 * `amount`: the number that sums and tariff walls use, in the lever's unit (0 when the lever is a word).
 * `label`: only for levels that are words; figures are written from amount and unit.
 * `treaty`: false for levels that only a measure can reach.
 */
export const Level = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(24)),
  amount: Amount,
  label: z.optional(Words),
  treaty: z.optional(z.boolean()),
});

/** What the board draws for a lever: a wall or gate that `of` holds against `against`, or money and cargo between them. */
export const BoardHint = z.strictObject({
  kind: z.enum([
    'wall',
    'controls',
    'rareEarths',
    'coercion',
    'investment',
    'energy',
    'farm',
    'security',
    'agreement',
  ]),
  of: SeatName,
  against: SeatName,
});

/** A policy instrument: a short ladder of levels, owned by one seat or by several. */
export const Lever = z.strictObject({
  id: Id,
  owners: z.array(SeatName).check(z.minLength(1)),
  track: z.enum(['tariffs', 'chips', 'investment', 'security']),
  unit: z.enum(['percent', 'usdBn', 'wonTn', 'word']),
  label: Words,
  description: Words,
  levels: z.array(Level).check(z.minLength(2), z.maxLength(9)),
  /** Level index on day 0. */
  pause: Whole,
  /** Level index after the last day when no treaty binds it and it differs from `pause`. */
  snapback: Whole,
  /** Nobody may table it until the seat of `rules.offAgenda.opener` first does. */
  offAgenda: z.optional(z.boolean()),
  board: z.optional(BoardHint),
  source: z.optional(z.string()),
});

/** How a number is drawn from the table's levers and the economy: the only four forms of a payoff. */
export const Form = z.discriminatedUnion('form', [
  /** A value per level of one lever. */
  z.strictObject({ form: z.literal('points'), lever: Id, values: z.array(Amount) }),
  /** A value per combination of up to three levers, row-major. */
  z.strictObject({
    form: z.literal('table'),
    levers: z.array(Id).check(z.minLength(2), z.maxLength(3)),
    values: z.array(Amount),
  }),
  /** Piecewise linear in a weighted sum of levers' amounts; `knots` are [sum, value], sums ascending, flat outside. */
  z.strictObject({
    form: z.literal('sum'),
    of: z.array(z.strictObject({ lever: Id, weight: Amount })).check(z.minLength(1)),
    knots: z.array(z.tuple([Amount, Amount])).check(z.minLength(2)),
  }),
  /** An output of the trade model in USD bn a year: real income or value added of `region`, or its balance with `partner`. */
  z.strictObject({
    form: z.literal('economy'),
    output: z.enum(['realIncome', 'valueAdded', 'balance']),
    region: SeatName,
    sectors: z.optional(z.array(z.string())),
    partner: z.optional(SeatName),
  }),
]);

/** One term of a seat's payoff: weight (a mandate may override it) x the sum of its forms. USD bn a year equivalent. */
export const Component = z.strictObject({
  id: Id,
  seat: SeatName,
  label: Words,
  weight: Amount,
  forms: z.array(Form).check(z.minLength(1)),
});

/** A headline goal (amount > 0) or red line (amount < 0): counts in the settlement when the form's value is 1. */
export const Headline = z.strictObject({ id: Id, label: Words, amount: Amount, form: Form });

/** A seat's secret instructions from home. `ideal`: the constant denominator of its score; `reservation`: see Rules.complete. */
export const Mandate = z.strictObject({
  id: Id,
  seat: SeatName,
  label: Words,
  brief: Words,
  weights: z.record(Id, Amount),
  goals: z.array(Headline),
  redLines: z.array(Headline),
  ideal: z.number().check(z.positive()),
  reservation: Amount,
  /** Share in percent of each bloc of the seat's legislature; they add up to 100. Empty without ratification. */
  blocShares: z.record(Id, z.number().check(z.nonnegative())),
});

/** A bloc of a legislature: its public position (-2..2) on each level of the levers that it cares about. */
export const Bloc = z.strictObject({
  id: Id,
  seat: SeatName,
  label: Words,
  positions: z.array(z.strictObject({ lever: Id, values: z.array(Amount) })),
});

/** A shock: to the economy (wedges without levers), to political capital, or to the agenda. `source`: for the learner. */
export const NewsCard = z.strictObject({
  id: Id,
  headline: Words,
  body: Words,
  source: z.string().check(z.minLength(1)),
  wedges: z.array(Wedge),
  capital: z.strictObject({ US: Amount, KR: Amount, CN: Amount }),
  /** Levers that this card puts on the agenda for all. */
  agenda: z.array(Id),
});

/** Every number of the rules that a scenario may choose. Capital in points, money in USD bn. */
export const Rules = z.strictObject({
  rounds: z.int().check(z.positive(), z.lte(20)),
  daysPerRound: z.int().check(z.positive()),
  /** Share of the result that the mean of the rounds' flows makes, and the bounds of a round's flow in points of the ideal. */
  flow: z.strictObject({ weight: z.number().check(z.gte(0), z.lte(1)), floor: Amount, ceiling: Amount }),
  /** Only an offer that covers every lever signs; without a treaty each seat gets its reservation value. */
  complete: z.boolean(),
  maxClauses: Whole,
  noteLength: Whole,
  tablings: Whole,
  openOffers: Whole,
  messages: Whole,
  messageLength: Whole,
  /** Measures a seat may order a round, and the capital that each costs. */
  measures: z.strictObject({ perRound: Whole, capital: Whole }),
  sealed: z.strictObject({ capital: Whole, support: Amount }),
  capital: z.strictObject({ start: Whole, perRound: Whole, max: Whole, value: Amount }),
  ratification: z.nullable(
    z.strictObject({
      base: Amount,
      perPosition: Amount,
      pass: Amount,
      swing: Amount,
      /** Capital for each missing point of support, rounded up, and the most that a treaty may cost. */
      price: z.number().check(z.positive()),
      cap: Whole,
      failure: Whole,
    }),
  ),
  denunciation: z.nullable(
    z.strictObject({
      capital: Whole,
      capitalPerClause: Whole,
      credibility: Whole,
      resultPerClause: Amount,
    }),
  ),
  credibility: z.strictObject({ brokenPledge: Whole, supportPer10: Amount }),
  offAgenda: z.strictObject({ opener: SeatName, capital: Whole, support: Amount, target: SeatName }),
});

/** Where a seat stands between two others: x toward the first, y toward the second, each a sum of forms in 0..1. */
export const Stance = z.strictObject({
  seat: SeatName,
  toward: z.tuple([SeatName, SeatName]),
  x: z.array(Form),
  y: z.array(Form),
});

/** A scenario: everything that a table is about, as one file of plain JSON. */
export const Scenario = z.strictObject({
  id: Id,
  version: z.int().check(z.positive()),
  title: Words,
  summary: Words,
  /** What each seat knows before it draws a mandate. */
  situation: z.strictObject({ US: Words, KR: Words, CN: Words }),
  seats: z.array(SeatName).check(z.minLength(2)),
  rules: Rules,
  levers: z.array(Lever).check(z.minLength(1)),
  /** Null: payoffs are points only. `wedges`: what the levers, and the fixed surroundings, do to the trade model. */
  economy: z.nullable(z.strictObject({ wedges: z.array(Wedge) })),
  components: z.array(Component),
  mandates: z.array(Mandate),
  blocs: z.array(Bloc),
  news: z.array(NewsCard),
  stance: z.nullable(Stance),
  /** Sources, what was assumed and what was tuned and why. */
  remarks: z.array(z.string()),
});

export type Words = z.infer<typeof Words>;
export type Level = z.infer<typeof Level>;
export type Lever = z.infer<typeof Lever>;
export type BoardHint = z.infer<typeof BoardHint>;
export type Form = z.infer<typeof Form>;
export type Component = z.infer<typeof Component>;
export type Headline = z.infer<typeof Headline>;
export type Mandate = z.infer<typeof Mandate>;
export type Bloc = z.infer<typeof Bloc>;
export type NewsCard = z.infer<typeof NewsCard>;
export type Rules = z.infer<typeof Rules>;
export type Stance = z.infer<typeof Stance>;
export type Scenario = z.infer<typeof Scenario>;
