import type { Appraiser, Gain } from './appraiser.ts';

/** Which levels a search may give to each lever, by position; a lever with one choice stays there. */
export type Choices = readonly (readonly number[])[];

/**
 * Something to make large. `mandates`: whose gains count, in the order in which `value` gets them; `value`: of gains in
 * USD bn a year and of the levels as chosen; `lead`: a smoother value for the way there (else `value`); `after`: what
 * others make of chosen levels before they are worth anything.
 */
export type Wish = {
  readonly mandates: readonly string[];
  readonly value: (gains: readonly number[], chosen: readonly number[]) => number;
  readonly lead?: Wish['value'];
  readonly after?: (chosen: readonly number[]) => readonly number[];
};

/** How long to search: anneals, each from the start and with other chances, and random changes in each. */
export type Effort = { readonly anneals: number; readonly changes: number };

/** What a search found, its value, and the gains of the wish's mandates, with the economy solved. */
export type Found = {
  readonly chosen: readonly number[];
  readonly levels: readonly number[];
  readonly gains: readonly number[];
  readonly value: number;
};

const HOT = 2;
const COLD = 0.01;
const DOUBLE = 0.35;

type Worth = (chosen: readonly number[]) => number;

/** One anneal: random changes of one or two levers, those for the worse ever more rarely. */
const anneal = (
  start: readonly number[],
  choices: Choices,
  worthOf: Worth,
  changes: number,
  random: () => number,
): readonly number[] => {
  const free = choices.flatMap((levels, lever) => (levels.length > 1 ? [lever] : []));
  const levels = [...start];
  let worth = worthOf(levels);
  let best: readonly number[] = start;
  let most = worth;
  const change = (lever: number): void => {
    levels[lever] = choices[lever][Math.floor(random() * choices[lever].length)];
  };
  for (let done = 0; done < changes && free.length > 0; done++) {
    const heat = HOT * (1 - done / changes) ** 2 + COLD;
    const one = free[Math.floor(random() * free.length)];
    const other = random() < DOUBLE ? free[Math.floor(random() * free.length)] : one;
    const before = [levels[one], levels[other]];
    change(one);
    if (other !== one) change(other);
    const next = worthOf(levels);
    if (next >= worth || random() < Math.exp((next - worth) / heat)) {
      worth = next;
      if (worth > most) {
        most = worth;
        best = [...levels];
      }
    } else [levels[one], levels[other]] = before;
  }
  return best;
};

/** All levels that differ from some in one lever or two. */
function* neighboursOf(levels: readonly number[], choices: Choices): Generator<number[]> {
  for (let one = 0; one < levels.length; one++)
    for (const here of choices[one]) {
      if (here === levels[one]) continue;
      const near = [...levels];
      near[one] = here;
      yield near;
      for (let other = one + 1; other < levels.length; other++)
        for (const there of choices[other]) {
          if (there === levels[other]) continue;
          const far = [...near];
          far[other] = there;
          yield far;
        }
    }
}

/** A search in progress: what is looked for and how gains are told on the way. */
type Quest = {
  readonly wish: Wish;
  readonly choices: Choices;
  readonly exact: readonly Gain[];
  readonly guess: readonly Gain[];
};

const lookAt = ({ wish: { value, after }, exact }: Quest, chosen: readonly number[]): Found => {
  const levels = after === undefined ? chosen : after(chosen);
  const gains = exact.map((gain) => gain(levels));
  return { chosen, levels, gains, value: value(gains, chosen) };
};

const worthIn =
  ({ wish: { after }, guess }: Quest, value: Wish['value']): Worth =>
  (chosen) => {
    const levels = after === undefined ? chosen : after(chosen);
    return value(
      guess.map((gain) => gain(levels)),
      chosen,
    );
  };

const MOST_TRIED = 12;

/**
 * Climbs by changes of one lever or two. The economy is not solved for all of thousands of neighbours: guessed gains,
 * corrected by their error here, tell which are worth a look.
 */
const climb = (start: readonly number[], quest: Quest): Found => {
  let here = lookAt(quest, start);
  for (;;) {
    const errors = quest.guess.map((gain, i) => here.gains[i] - gain(here.levels));
    const corrected: Quest['wish']['value'] = (gains, chosen) =>
      quest.wish.value(
        gains.map((gain, i) => gain + errors[i]),
        chosen,
      );
    const worthOf = worthIn(quest, corrected);
    const promising: { readonly chosen: readonly number[]; readonly hope: number }[] = [];
    for (const chosen of neighboursOf(here.chosen, quest.choices)) {
      const hope = worthOf(chosen);
      if (hope > here.value + 1e-6) promising.push({ chosen, hope });
    }
    const better = promising
      .sort((one, other) => other.hope - one.hope)
      .slice(0, MOST_TRIED)
      .map(({ chosen }) => lookAt(quest, chosen))
      .reduce((one, other) => (other.value > one.value + 1e-9 ? other : one), here);
    if (better === here) return here;
    here = better;
  }
};

/**
 * Guesses that are exact at some levels and wherever one lever differs from them: the fast gain plus, lever by lever, its
 * error there.
 */
const guessAround = (appraiser: Appraiser, { levels }: Found, mandates: readonly string[]): readonly Gain[] =>
  mandates.map((mandate) => {
    const [fast, exact] = [appraiser.fast(mandate), appraiser.exact(mandate)];
    const error = exact(levels) - fast(levels);
    const errors = appraiser.book.scenario.levers.map((lever, i) =>
      lever.levels.map((_, step) => {
        const moved = levels.with(i, step);
        return exact(moved) - fast(moved) - error;
      }),
    );
    return (at) => {
      let sum = fast(at) + error;
      for (let i = 0; i < errors.length; i++) sum += errors[i][at[i]];
      return sum;
    };
  });

const MOST_ROUNDS = 4;

/**
 * The best levels that a search finds. It anneals on the fast gains from `start` and climbs with the economy solved; then,
 * as long as that helps, does so again from there with guesses that are right around there. A lower bound of the true
 * best. Deterministic for the same `random`.
 */
export const searchBest = (
  appraiser: Appraiser,
  wish: Wish,
  { start, choices }: { readonly start: readonly number[]; readonly choices: Choices },
  { anneals, changes, random }: Effort & { readonly random: () => number },
): Found => {
  const exact = wish.mandates.map(appraiser.exact);
  const first: Quest = { wish, choices, exact, guess: wish.mandates.map(appraiser.fast) };
  const attempt = (from: readonly number[], quest: Quest): Found => {
    const lead = worthIn(quest, wish.lead ?? wish.value);
    return climb(anneal(from, choices, lead, changes, random), quest);
  };
  let best = lookAt(first, start);
  for (let run = 0; run < anneals; run++) {
    let found = attempt(start, first);
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const quest = { ...first, guess: guessAround(appraiser, found, wish.mandates) };
      const next = attempt(found.chosen, quest);
      if (next.value <= found.value + 1e-9) break;
      found = next;
    }
    if (found.value > best.value) best = found;
  }
  return best;
};
