import type { ClassStore } from '../storage/classStore.ts';
import type { ClassDesk } from './desk.ts';
import { FORMS, itemsOf } from './forms.ts';
import type { FormCount, FormName } from './protocol.ts';

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** How many handed in each form, and the means of its scales. `least`: with fewer answers a mean would be somebody's own. */
export const formCounts = async (
  { plan, record }: ClassDesk,
  store: ClassStore,
  { least = 1 }: { readonly least?: number } = {},
): Promise<Readonly<Record<FormName, FormCount>>> => {
  const stored = await store.answersOf(record.id);
  const count = (form: FormName): FormCount => {
    const given = stored.filter((answers) => answers.form === form);
    const items = itemsOf(plan[form]).map((item) => {
      const values = given
        .map(({ answers }) => answers[item.id])
        .filter((answer) => typeof answer === 'number');
      return { ...item, mean: values.length < least ? null : mean(values) };
    });
    return { handedIn: given.length, items };
  };
  return Object.fromEntries(FORMS.map((form) => [form, count(form)])) as Record<FormName, FormCount>;
};
