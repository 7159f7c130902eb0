import { payoffOf } from '../engine/payoff.ts';
import type { Book } from '../scenarios/book.ts';
import { type CompiledForm, valueOfForm } from '../scenarios/compiledForm.ts';
import type { Scenario } from '../scenarios/schema.ts';
import { type Effects, solveEffects } from './interactions.ts';

/**
 * How score sheets are laid out: a term is one lever, or a few levers that a payoff reads together. All sheets of a
 * scenario share the layout, so that a mixture of mandates is a weighted sum of arrays.
 */
export type Layout = {
  /** Terms by position: the first are the single levers in the scenario's order, then the joint ones. */
  readonly terms: readonly Term[];
  /** The joint terms that a lever is part of, with its stride in each. */
  readonly touching: readonly { readonly terms: Int32Array; readonly strides: Int32Array }[];
  /** The levers that some term reads together with a lever, itself among them. */
  readonly near: readonly Int32Array[];
  /** The joint terms of two levers. */
  readonly pairs: readonly Term[];
  readonly size: number;
};

export type Term = {
  readonly levers: readonly number[];
  readonly strides: readonly number[];
  readonly counts: readonly number[];
  readonly offset: number;
  readonly size: number;
};

/** What every level of every term is worth, USD bn a year: a surrogate of payoff and headlines that sums tables. */
export type Sheet = Float64Array;

type Desk = {
  readonly layout: Layout;
  readonly effects: Effects | null;
  readonly sheets: Map<string, Sheet>;
};

// Joint forms over more combinations than this count lever by lever.
const MOST_COMBINATIONS = 4096;

const desks = new WeakMap<Book, Desk>();
const makings = new WeakMap<Book, Generator<void, Desk>>();
const firsts = new WeakMap<Scenario['components'], Book>();

/** What a desk follows from. */
const SOURCES = ['levers', 'components', 'mandates', 'economy'] as const;

const leversOf = (form: CompiledForm): readonly number[] =>
  form.kind === 'economy' ? [] : [...new Set(form.levers)].sort((a, b) => a - b);

const combinations = (book: Book, levers: readonly number[]): number =>
  levers.reduce((product, lever) => product * book.scenario.levers[lever].levels.length, 1);

const isJoint = (book: Book, form: CompiledForm): boolean => {
  const levers = leversOf(form);
  return levers.length > 1 && combinations(book, levers) <= MOST_COMBINATIONS;
};

const formsOf = (book: Book, mandate: string): readonly CompiledForm[] => {
  const { terms, headlines } = book.compiledOf(mandate);
  return [...terms.flatMap((term) => term.forms), ...headlines.map((line) => line.form)];
};

const layOut = (book: Book, effects: Effects | null): Layout => {
  const { levers, mandates } = book.scenario;
  const joint = new Map<string, readonly number[]>();
  for (const { id } of mandates)
    for (const form of formsOf(book, id))
      if (isJoint(book, form)) joint.set(leversOf(form).join(), leversOf(form));
  for (const pair of effects?.together ?? []) joint.set(pair.levers.join(), pair.levers);
  let offset = 0;
  const terms = [...levers.map((_, i) => [i]), ...joint.values()].map((members): Term => {
    const counts = members.map((lever) => levers[lever].levels.length);
    const strides = counts.map((_, i) => counts.slice(i + 1).reduce((product, n) => product * n, 1));
    const size = counts.reduce((product, n) => product * n, 1);
    offset += size;
    return { levers: members, strides, counts, offset: offset - size, size };
  });
  const touching = levers.map((_, lever) => {
    const joined = terms.flatMap((term, t) =>
      term.levers.length > 1 && term.levers.includes(lever) ? [t] : [],
    );
    const strides = joined.map((t) => terms[t].strides[terms[t].levers.indexOf(lever)]);
    return { terms: Int32Array.from(joined), strides: Int32Array.from(strides) };
  });
  const near = touching.map((touched, lever) =>
    Int32Array.from(new Set([lever, ...[...touched.terms].flatMap((term) => terms[term].levers)])),
  );
  const pairs = terms.filter((term) => term.levers.length === 2);
  return { terms, touching, near, pairs, size: offset };
};

/** The book that was opened first of those whose scenarios have all that a desk follows from in common. */
const firstLike = (book: Book): Book => {
  const first = firsts.get(book.scenario.components) ?? book;
  firsts.set(book.scenario.components, first);
  return SOURCES.every((part) => first.scenario[part] === book.scenario[part]) ? first : book;
};

function* makeDesk(book: Book): Generator<void, Desk> {
  const first = firstLike(book);
  if (first !== book) {
    yield* prepareSheets(first);
    return deskOf(first);
  }
  const effects = yield* solveEffects(book);
  return { layout: layOut(book, effects), effects, sheets: new Map() };
}

/**
 * Makes ready what all sheets of a scenario need, about 0.3 s of work in small steps. Whoever needs it before it is done
 * does the steps that are left.
 */
export function* prepareSheets(book: Book): Generator<void, void> {
  const making = makings.get(book) ?? makeDesk(book);
  makings.set(book, making);
  while (!desks.has(book)) {
    const step = making.next();
    if (step.done) desks.set(book, step.value);
    else yield;
  }
}

const deskOf = (book: Book): Desk => {
  const known = desks.get(book);
  if (known !== undefined) return known;
  const steps = prepareSheets(book);
  while (!steps.next().done);
  return desks.get(book) as Desk;
};

/** The layout of a scenario's sheets, made on first use. */
export const layoutOf = (book: Book): Layout => deskOf(book).layout;

/** Adds to every cell of a term what a function of levels (all others at snapback) is worth there. */
const addTerm = (
  book: Book,
  sheet: Sheet,
  term: Term,
  value: (levels: readonly number[]) => number,
): void => {
  const levels = [...book.snapback];
  for (let cell = 0; cell < term.size; cell++) {
    for (let i = 0; i < term.levers.length; i++)
      levels[term.levers[i]] = Math.floor(cell / term.strides[i]) % term.counts[i];
    sheet[term.offset + cell] += value(levels);
  }
};

/** A form without economy: in its own term, or lever by lever where it joins too many. */
const addForm = (
  book: Book,
  layout: Layout,
  sheet: Sheet,
  form: CompiledForm,
  read: (value: number) => number,
): void => {
  const members = leversOf(form);
  const value = (levels: readonly number[]) => read(valueOfForm(form, levels, null));
  const own = layout.terms.find((term) => term.levers.join() === members.join());
  if (own !== undefined) {
    addTerm(book, sheet, own, value);
    return;
  }
  const zero = value(book.snapback);
  for (const lever of members)
    addTerm(book, sheet, layout.terms[lever], (levels) => value(levels) - zero + zero / members.length);
};

const addEconomy = (book: Book, { layout, effects }: Desk, sheet: Sheet, mandate: string): void => {
  if (effects === null) return;
  const { base, alone, together } = effects;
  const worth = (outcome: typeof base | null): number =>
    outcome === null
      ? 0
      : book
          .compiledOf(mandate)
          .terms.reduce(
            (sum, { weight, forms }) =>
              sum +
              weight *
                forms.reduce((read, form) => read + (form.kind === 'economy' ? form.read(outcome) : 0), 0),
            0,
          );
  const zero = worth(base);
  const single = alone.map((outcomes) => outcomes.map((outcome) => worth(outcome) - zero));
  single.forEach((values, lever) => {
    addTerm(book, sheet, layout.terms[lever], (levels) => values[levels[lever]]);
  });
  for (const { levers, outcomes } of together) {
    const [one, other] = levers;
    const term = layout.terms.find((candidate) => candidate.levers.join() === levers.join());
    if (term === undefined) continue;
    addTerm(book, sheet, term, (levels) => {
      const both = worth(outcomes[levels[one]][levels[other]]) - zero;
      return both - single[one][levels[one]] - single[other][levels[other]];
    });
  }
  addConstant(layout, sheet, zero);
};

/** Every package has exactly one level of the first lever: what is added to all of them is added to every package. */
const addConstant = ({ terms }: Layout, sheet: Sheet, value: number): void => {
  for (let cell = 0; cell < terms[0].size; cell++) sheet[terms[0].offset + cell] += value;
};

const makeSheet = (book: Book, desk: Desk, mandate: string, withHeadlines: boolean): Sheet => {
  const sheet = new Float64Array(desk.layout.size);
  const { terms, headlines } = book.compiledOf(mandate);
  for (const { weight, forms } of terms)
    for (const form of forms)
      if (form.kind !== 'economy') addForm(book, desk.layout, sheet, form, (value) => weight * value);
  if (withHeadlines)
    for (const { amount, form } of headlines)
      addForm(book, desk.layout, sheet, form, (value) => (value === 1 ? amount : 0));
  addEconomy(book, desk, sheet, mandate);
  return sheet;
};

/** The sheet of a mandate, with its goals and red lines unless `bare`. Made once per scenario. */
export const sheetOf = (
  book: Book,
  mandate: string,
  { bare = false }: { readonly bare?: boolean } = {},
): Sheet => {
  const desk = deskOf(book);
  const key = bare ? `${mandate} bare` : mandate;
  const known = desk.sheets.get(key) ?? makeSheet(book, desk, mandate, !bare);
  desk.sheets.set(key, known);
  return known;
};

/** A weighted sum of sheets: what several seats, or several possible mandates of one, make of a package together. */
export const mixOf = (sheets: readonly Sheet[], weights: readonly number[]): Sheet => {
  const mixed = new Float64Array(sheets[0].length);
  for (let i = 0; i < sheets.length; i++) {
    const sheet = sheets[i];
    const weight = weights[i];
    if (weight !== 0) for (let cell = 0; cell < mixed.length; cell++) mixed[cell] += weight * sheet[cell];
  }
  return mixed;
};

/** The cell of a term that levels point at. */
export const cellOf = ({ levers, strides, offset }: Term, levels: readonly number[]): number => {
  let cell = offset;
  for (let i = 0; i < levers.length; i++) cell += levels[levers[i]] * strides[i];
  return cell;
};

/** What levels are worth on a sheet, USD bn a year; up to the surrogate's error the payoff with its headlines. */
export const worthOn = ({ terms }: Layout, sheet: Sheet, levels: readonly number[]): number => {
  let sum = 0;
  for (let t = 0; t < terms.length; t++) sum += sheet[cellOf(terms[t], levels)];
  return sum;
};

/** How far the surrogate is from the exact payoff at given levels: surrogate less exact, without headlines. USD bn. */
export const surrogateError = (book: Book, mandate: string, levels: readonly number[]): number =>
  worthOn(layoutOf(book), sheetOf(book, mandate, { bare: true }), levels) -
  payoffOf(book, mandate, levels, book.economyAt(levels, []));
