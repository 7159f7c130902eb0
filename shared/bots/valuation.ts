import type { Outcome } from '../economy/outcome.ts';
import type { Book } from '../scenarios/book.ts';
import { type CompiledForm, valueOfForm } from '../scenarios/compiledForm.ts';

/**
 * What a settlement is worth under a mandate, fast enough to search with: the terms without economy exactly, the trade
 * model by adding up what each lever does alone (solved once per scenario). USD bn a year, from an arbitrary zero.
 */
export type Valuation = (levels: readonly number[]) => number;

type Weighted<T> = { readonly weight: number; readonly form: T };
type LeverTable = Extract<CompiledForm, { kind: 'table' }>;
type EconomyForm = Extract<CompiledForm, { kind: 'economy' }>;

/** The trade model's outcome at snapback, and with one lever off it: [lever][level]. */
type LeverEffects = {
  readonly base: Outcome | null;
  readonly alone: readonly (readonly (Outcome | null)[])[];
};

const effects = new WeakMap<Book, LeverEffects>();
const valuations = new WeakMap<Book, Map<string, Valuation>>();

const effectsOf = (book: Book): LeverEffects => {
  const known = effects.get(book);
  if (known !== undefined) return known;
  const fresh = {
    base: book.economyAt(book.snapback, []),
    alone: book.scenario.levers.map((lever, i) =>
      lever.levels.map((_, level) => book.economyAt(book.snapback.with(i, level), [])),
    ),
  };
  effects.set(book, fresh);
  return fresh;
};

const isOneLever = (form: CompiledForm): form is LeverTable =>
  form.kind === 'table' && form.levers.length === 1;
const isEconomy = (form: CompiledForm): form is EconomyForm => form.kind === 'economy';

/** What each level of each lever adds by itself: [lever][level]. */
const additivePart = (book: Book, forms: readonly Weighted<CompiledForm>[]): number[][] => {
  const { base, alone } = effectsOf(book);
  const sums = book.scenario.levers.map((lever) => lever.levels.map(() => 0));
  for (const { weight, form } of forms) {
    if (isOneLever(form)) {
      const ladder = sums[form.levers[0]];
      form.values.forEach((value, level) => {
        ladder[level] += weight * value;
      });
    } else if (isEconomy(form) && base !== null) {
      const zero = form.read(base);
      alone.forEach((outcomes, lever) => {
        outcomes.forEach((outcome, level) => {
          if (outcome !== null) sums[lever][level] += weight * (form.read(outcome) - zero);
        });
      });
    }
  }
  return sums;
};

const valuationOf = (book: Book, mandates: readonly string[]): Valuation => {
  const forms = mandates.flatMap((mandate) =>
    book
      .compiledOf(mandate)
      .terms.flatMap((term) => term.forms.map((form) => ({ weight: term.weight / mandates.length, form }))),
  );
  const additive = additivePart(book, forms);
  const joint = mergeEqual(forms.filter(({ form }) => !isOneLever(form) && !isEconomy(form)));
  return (levels) => {
    let worth = 0;
    for (let i = 0; i < additive.length; i++) worth += additive[i][levels[i]];
    for (const { weight, form } of joint) worth += weight * valueOfForm(form, levels, null);
    return worth;
  };
};

/** Mandates of one seat share their forms and differ in weights: each form is read once. */
const mergeEqual = (forms: readonly Weighted<CompiledForm>[]): readonly Weighted<CompiledForm>[] => {
  const merged = new Map<string, Weighted<CompiledForm>>();
  for (const { weight, form } of forms) {
    const key = JSON.stringify(form);
    merged.set(key, { weight: weight + (merged.get(key)?.weight ?? 0), form });
  }
  return [...merged.values()];
};

/**
 * The fast valuation of a mandate; of several, their mean: what others know of a seat before it acts. Payoffs are
 * linear in a mandate's weights, so the mean costs no more than one. Made once per scenario and list.
 */
export const fastValuation = (book: Book, mandates: readonly string[]): Valuation => {
  const known = valuations.get(book) ?? new Map<string, Valuation>();
  valuations.set(book, known);
  const key = mandates.join(' ');
  const found = known.get(key) ?? valuationOf(book, mandates);
  known.set(key, found);
  return found;
};
