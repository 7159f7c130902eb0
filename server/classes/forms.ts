import * as z from 'zod';
import type { StoredAnswers } from '../storage/classStore.ts';
import type { FormName, FormPlan, Item } from './protocol.ts';

/** The questionnaires of a class: before the game and after it. */
export const FORMS = ['before', 'after'] as const satisfies readonly FormName[];

/** Ready-made sets and how many items each has; their wording is in the text catalogues (`form.value.1` ...). */
export const READY_SETS = { trust: 4, value: 8 } as const;

const OwnItem = z.strictObject({ text: z.string().trim().min(1).max(300), kind: z.enum(['scale', 'text']) });

/** What a questionnaire asks: ready-made sets, then the facilitator's own items. */
export const FormPlanFormat: z.ZodType<FormPlan> = z.strictObject({
  ready: z.array(z.enum(['trust', 'value'])).max(2),
  own: z.array(OwnItem).max(12),
});

/** The points of a scale. */
export const SCALE = { least: 1, most: 7 } as const;
const LONGEST_ANSWER = 1000;

/** The questions of a form, in order. */
export const itemsOf = ({ ready, own }: FormPlan): readonly Item[] => [
  ...[...new Set(ready)].flatMap((set) =>
    Array.from(
      { length: READY_SETS[set] },
      (_, i): Item => ({ id: `${set}.${i + 1}`, kind: 'scale', text: null }),
    ),
  ),
  ...own.map(({ text, kind }, i): Item => ({ id: `own.${i + 1}`, kind, text })),
];

/** The body of `POST /classes/:code/answers`. */
export const AnswersRequest = z.strictObject({
  form: z.enum(FORMS),
  answers: z.record(z.string().max(40), z.union([z.number(), z.string().max(LONGEST_ANSWER)])),
});
export type Answers = z.infer<typeof AnswersRequest>['answers'];

const fits = ({ kind }: Item, answer: number | string): boolean =>
  kind === 'text'
    ? typeof answer === 'string'
    : typeof answer === 'number' && Number.isInteger(answer) && answer >= SCALE.least && answer <= SCALE.most;

/** The id of the first answer that answers no question of the form, or null. A question may be left out. */
export const oddAnswer = (plan: FormPlan, answers: Answers): string | null => {
  const items = itemsOf(plan);
  const isOdd = ([id, answer]: readonly [string, number | string]): boolean => {
    const item = items.find((one) => one.id === id);
    return item === undefined || !fits(item, answer);
  };
  return Object.entries(answers).find(isOdd)?.[0] ?? null;
};

/** One answer of one member, for exports. `answer` null: the question was left out. `text` null: a ready-made item. */
export type AnswerRow = {
  readonly member: string;
  readonly form: FormName;
  readonly item: string;
  readonly text: string | null;
  readonly answer: number | string | null;
  readonly at: number;
};

/** All answers of a class as rows: a row for every question of every form that a member handed in. */
export const answerRows = (
  plan: Readonly<Record<FormName, FormPlan>>,
  stored: readonly StoredAnswers[],
): readonly AnswerRow[] =>
  stored.flatMap(({ member, form, at, answers }) => {
    const name = FORMS.find((one) => one === form);
    if (name === undefined) return [];
    return itemsOf(plan[name]).map(
      ({ id, text }): AnswerRow => ({ member, form: name, item: id, text, answer: answers[id] ?? null, at }),
    );
  });
