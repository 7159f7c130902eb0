import * as z from 'zod';
import { isBot } from '../../shared/bots/index.ts';
import type { Press } from '../../shared/engine/state.ts';
import { bookOf, isScenario, SCENARIOS } from '../../shared/scenarios/index.ts';
import type { Seat } from '../../shared/seats.ts';
import { type Problem, problem } from '../http/errorCodes.ts';
import { guestName } from '../http/guestName.ts';
import { TimeControlName } from '../http/tableRequest.ts';
import { HOUSE_BOT } from '../rooms/gameStart.ts';
import { FormPlanFormat } from './forms.ts';
import type { ClassPlan, Dealing, Speed } from './protocol.ts';

/** The largest class, and the most tables of one. */
export const MOST_PEOPLE = 100;
export const MOST_TABLES = 40;

const PRESSES = ['full', 'public-only', 'none'] as const satisfies readonly Press[];
const Mandates = z.strictObject({
  US: z.string().max(64).exactOptional(),
  KR: z.string().max(64).exactOptional(),
  CN: z.string().max(64).exactOptional(),
});

const DEALINGS = ['each', 'same', 'chosen'] as const satisfies readonly Dealing[];

/** What may differ from table to table in an experiment; each factor with its two or three levels. */
const Treatments = z.strictObject({
  press: z.array(z.enum(PRESSES)).min(2).max(3).exactOptional(),
  dealing: z.array(z.enum(DEALINGS)).min(2).max(3).exactOptional(),
  worth: z.array(z.boolean()).length(2).exactOptional(),
  hints: z.array(z.boolean()).length(2).exactOptional(),
  scenario: z.array(z.string().max(64)).min(2).max(3).exactOptional(),
});

/** The range of a bot's thinking time in ms at each speed of a demonstration. */
export const SPEEDS: Readonly<Record<Speed, readonly [number, number]>> = {
  slow: [4000, 9000],
  normal: [1500, 4000],
  fast: [300, 900],
};

/** The format of a plan; what is left out gets its usual value. */
export const ClassPlanFormat: z.ZodType<ClassPlan> = z.strictObject({
  title: z.string().max(80).default(''),
  scenario: z
    .string()
    .max(64)
    .default(Object.keys(SCENARIOS)[0] ?? ''),
  timeControl: TimeControlName.default('class'),
  minutes: z.number().min(0.5).max(120).default(10),
  press: z.enum(PRESSES).default('full'),
  people: z.number().int().min(1).max(MOST_PEOPLE).default(30),
  tables: z.number().int().min(1).max(MOST_TABLES).nullable().default(null),
  remainder: z.enum(['bots', 'delegates', 'observers']).default('bots'),
  seating: z.enum(['order', 'shuffled']).default('shuffled'),
  dealing: z.enum(DEALINGS).default('same'),
  mandates: Mandates.default({}),
  worth: z.boolean().default(true),
  hints: z.boolean().default(false),
  explain: z.boolean().default(false),
  bot: z.string().max(64).default(HOUSE_BOT),
  roster: z.array(z.string().max(1000)).max(MOST_PEOPLE).default([]),
  treatments: Treatments.default({}),
  before: FormPlanFormat.default({ ready: [], own: [] }),
  after: FormPlanFormat.default({ ready: [], own: [] }),
  demo: z.enum(['slow', 'normal', 'fast']).nullable().default(null),
});

const scenariosOf = ({ scenario, treatments }: ClassPlan): readonly string[] => [
  scenario,
  ...(treatments.scenario ?? []),
];

const mandateFault = ({ scenario, mandates }: ClassPlan): Problem | null => {
  const book = bookOf(scenario);
  for (const [seat, mandate = ''] of Object.entries(mandates))
    if (!book.mandatesOf(seat as Seat).some(({ id }) => id === mandate))
      return problem('mandate.unknown', { seat, mandate });
  return null;
};

/** People are seated before it is known which scenario a table plays: all have to have the same seats. */
const haveSameSeats = (plan: ClassPlan): boolean =>
  new Set(scenariosOf(plan).map((scenario) => bookOf(scenario).scenario.seats.join())).size === 1;

/** The names of a roster as they will be shown, or what is wrong with one. */
const rosterOf = (names: readonly string[]): readonly string[] | Problem => {
  const shown: string[] = [];
  for (const typed of names) {
    const named = guestName(typed);
    if ('code' in named) return named;
    shown.push(named.name);
  }
  return shown;
};

/** A plan that can be carried out, or why not. */
export const soundPlan = (plan: ClassPlan): ClassPlan | Problem => {
  const unknown = scenariosOf(plan).find((scenario) => !isScenario(scenario));
  if (unknown !== undefined) return problem('scenario.unknown', { scenario: unknown });
  if (!haveSameSeats(plan)) return problem('class.seatsDiffer');
  if (!isBot(plan.bot)) return problem('bot.unknown', { bot: plan.bot });
  const roster = rosterOf(plan.roster);
  if ('code' in roster) return roster;
  return mandateFault(plan) ?? { ...plan, roster: [...roster] };
};
