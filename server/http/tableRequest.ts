import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { isBot } from '../../shared/bots/index.ts';
import type { Opening } from '../../shared/engine/open.ts';
import type { Occupant } from '../../shared/engine/state.ts';
import type { Book } from '../../shared/scenarios/book.ts';
import { bookOf, isScenario, SCENARIOS } from '../../shared/scenarios/index.ts';
import { type BySeat, bySeat, type Seat } from '../../shared/seats.ts';
import type { TableOptions } from '../storage/logStore.ts';
import { TIME_CONTROLS, type TimeControl } from '../tableFacts.ts';
import { type Problem, problem } from './errorCodes.ts';

/** One of the time controls. */
export const TimeControlName = z.enum(Object.keys(TIME_CONTROLS) as [TimeControl, ...TimeControl[]]);

const HUMAN = 'human';
const DRAWN = 'drawn';
const BOT = /^bot:(.+)$/;
const perSeat = <T extends z.ZodType>(value: T) =>
  z.strictObject({ US: value.optional(), KR: value.optional(), CN: value.optional() });

/** The body of `POST /tables`. */
export const TableRequest = z.strictObject({
  scenario: z.string().max(64).optional(),
  timeControl: TimeControlName.default('standard'),
  press: z.enum(['full', 'public-only', 'none']).default('full'),
  seats: perSeat(z.union([z.literal(HUMAN), z.string().max(64).regex(BOT)])).default({}),
  mandates: perSeat(z.string().max(64)).default({}),
  explain: z.boolean().default(false),
  hints: z.boolean().default(false),
  listed: z.boolean().default(false),
  /** How many rounds later than the seats spectators see what happens. */
  spectatorDelay: z.union([z.literal(0), z.literal(1)]).default(0),
  seed: z.string().min(1).max(64).optional(),
});
export type TableRequest = z.infer<typeof TableRequest>;

/** A table to be: what the store keeps of it, and what its log begins with. */
export type PlannedTable = { readonly options: TableOptions; readonly opening: Opening };

const botIn = (choice: string | undefined): string | null => BOT.exec(choice ?? HUMAN)?.[1] ?? null;

const occupantsOf = (seats: TableRequest['seats']): BySeat<Occupant> =>
  bySeat((seat) => {
    const bot = botIn(seats[seat]);
    return bot === null ? { kind: 'vacant' } : { kind: 'bot', bot };
  });

const mandatesOf = (mandates: TableRequest['mandates']): Partial<Record<Seat, string>> =>
  Object.fromEntries(
    Object.entries(mandates).filter(([, mandate]) => mandate !== undefined && mandate !== DRAWN),
  );

const findFault = (book: Book, { seats, mandates, seed }: TableRequest): Problem | null => {
  for (const [seat, choice] of Object.entries(seats)) {
    const bot = botIn(choice);
    if (bot !== null && !isBot(bot)) return problem('bot.unknown', { bot });
    if (!book.scenario.seats.includes(seat as Seat)) return problem('seat.unknown', { seat });
  }
  for (const [seat, mandate] of Object.entries(mandatesOf(mandates))) {
    if (!book.mandatesOf(seat as Seat).some(({ id }) => id === mandate))
      return problem('mandate.unknown', { seat, mandate });
  }
  const people = book.scenario.seats.filter((seat) => botIn(seats[seat]) === null).length;
  // Whoever knows the seed knows what all others drew.
  return seed !== undefined && people > 1 ? problem('seed.notSolo') : null;
};

/** Makes a table out of what somebody asked for. `quick`: anybody may be sent to it. */
export const planTable = (request: TableRequest, quick: boolean): PlannedTable | Problem => {
  const scenario = request.scenario ?? Object.keys(SCENARIOS)[0] ?? '';
  if (!isScenario(scenario)) return problem('scenario.unknown', { scenario });
  const fault = findFault(bookOf(scenario), request);
  if (fault !== null) return fault;
  const { timeControl, press, explain, hints, listed } = request;
  const late = request.spectatorDelay === 0 ? {} : { spectatorDelay: request.spectatorDelay };
  const mandates = mandatesOf(request.mandates);
  const chosen = Object.keys(mandates).length > 0 ? 'chosen' : 'drawn';
  const roundMs = TIME_CONTROLS[timeControl];
  return {
    options: { scenario, timeControl, press, explain, listed, quick, mandates: chosen, ...late },
    opening: {
      setup: { scenario, press, roundMs, explain, hints, reveal: 'end', ...late },
      seed: request.seed ?? randomBytes(16).toString('hex'),
      mandates,
      occupants: occupantsOf(request.seats),
    },
  };
};
