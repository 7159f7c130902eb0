import { useSignal } from '@preact/signals';
import type {
  ClassRequest,
  Dealing,
  FormPlan,
  OwnItem,
  Remainder,
  Seating,
  Speed,
} from '../../../server/classes/protocol.ts';
import type { Press } from '../../../shared/engine/state.ts';
import type { BySeat } from '../../../shared/seats.ts';
import type { TimeControl } from '../../connection/http.ts';

/** The contrasts that an experiment may make; an empty list: all tables alike. */
export type Contrasts = {
  readonly press: readonly Press[];
  readonly dealing: readonly Dealing[];
  readonly worth: readonly boolean[];
  readonly hints: readonly boolean[];
  readonly scenario: readonly string[];
};

/** What the form for a new class holds. */
export const useClassForm = () => ({
  title: useSignal(''),
  scenario: useSignal<string | null>(null),
  people: useSignal(30),
  pace: useSignal<TimeControl>('class'),
  minutes: useSignal(10),
  press: useSignal<Press>('full'),
  tables: useSignal<number | null>(null),
  seating: useSignal<Seating>('shuffled'),
  remainder: useSignal<Remainder>('bots'),
  dealing: useSignal<Dealing>('same'),
  mandates: useSignal<Partial<BySeat<string>>>({}),
  bot: useSignal('trader'),
  worth: useSignal(true),
  hints: useSignal(false),
  explain: useSignal(false),
  roster: useSignal(''),
  contrasts: useSignal<Contrasts>({ press: [], dealing: [], worth: [], hints: [], scenario: [] }),
  trustBefore: useSignal(false),
  trustAfter: useSignal(false),
  value: useSignal(false),
  ownBefore: useSignal(''),
  ownAfter: useSignal(''),
});

export type ClassForm = ReturnType<typeof useClassForm>;

/** The lines of a text that have something on them. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const asksForWords = (line: string): boolean => /(\.\.\.|…)$/.test(line);

const ownItems = (text: string): readonly OwnItem[] =>
  linesOf(text)
    .slice(0, 12)
    .map((line) => ({ text: line, kind: asksForWords(line) ? 'text' : 'scale' }));

const ready = (trust: boolean, value: boolean): FormPlan['ready'] => [
  ...(trust ? (['trust'] as const) : []),
  ...(value ? (['value'] as const) : []),
];

const varied = (contrasts: Contrasts): Partial<Contrasts> =>
  Object.fromEntries(Object.entries(contrasts).filter(([, levels]) => levels.length > 1));

/** What is sent for the form as it is filled in. `demo`: a rehearsal with bots, at this speed. */
export const requestOf = (form: ClassForm, scenario: string, demo: Speed | null): ClassRequest => ({
  title: form.title.value.trim(),
  scenario,
  people: form.people.value,
  timeControl: form.pace.value,
  minutes: form.minutes.value,
  press: form.press.value,
  tables: demo !== null ? (form.tables.value ?? 10) : form.tables.value,
  seating: form.seating.value,
  remainder: form.remainder.value,
  dealing: form.dealing.value,
  mandates: form.mandates.value,
  bot: form.bot.value,
  worth: form.worth.value,
  hints: form.hints.value,
  explain: form.explain.value,
  roster: demo !== null ? [] : linesOf(form.roster.value),
  treatments: varied(form.contrasts.value),
  before: { ready: ready(form.trustBefore.value, false), own: ownItems(form.ownBefore.value) },
  after: { ready: ready(form.trustAfter.value, form.value.value), own: ownItems(form.ownAfter.value) },
  demo,
});
