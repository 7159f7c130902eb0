import { type Package, supportFor } from '../../shared/engine/ratification.ts';
import type { Clause } from '../../shared/engine/state.ts';
import { bookOf } from '../../shared/scenarios/index.ts';
import { type BySeat, bySeat, type Seat } from '../../shared/seats.ts';
import { SCENARIO } from './browserWords.ts';

const book = bookOf(SCENARIO);
const rules = book.scenario.rules.ratification!;
const FULL = bySeat(() => 100);

const supportOf = (seat: Seat, pack: Package, { mandates }: Wish): number =>
  supportFor(book, seat, mandates[seat], pack, FULL);

/** The least support that may be tabled and accepted: what is missing can be bought. */
const LEAST = rules.pass - rules.cap / rules.price;

/** Ratified for certain by whoever spends the most that may be spent. */
const isSure = (support: number): boolean => support >= LEAST + rules.swing;

/** Can be bought, but fails for certain where nothing is spent. */
const isHopeless = (support: number): boolean => support >= LEAST && support < rules.pass - rules.swing;

/** Changes that these seats can agree on, one level at a time. */
const changesFor = (parties: readonly Seat[], without: readonly string[]): readonly Clause[] =>
  book.scenario.levers
    .filter(({ id, owners, offAgenda }) => {
      const isTheirs = owners.every((owner) => parties.includes(owner));
      return isTheirs && offAgenda !== true && !without.includes(id);
    })
    .flatMap(({ id, levels, pause, snapback }) =>
      levels.flatMap((level, i) =>
        level.treaty === false || i === pause || i === snapback ? [] : [{ lever: id, level: i, from: 0 }],
      ),
    );

const combinations = function* (
  changes: readonly Clause[],
  size: number,
): Generator<readonly Clause[], void> {
  if (size === 0) {
    yield [];
    return;
  }
  for (const [i, first] of changes.entries())
    for (const rest of combinations(changes.slice(i + 1), size - 1))
      if (!rest.some(({ lever }) => lever === first.lever)) yield [first, ...rest];
};

type Wish = {
  readonly parties: readonly Seat[];
  readonly mandates: BySeat<string>;
  readonly sealed?: boolean;
  /** Levers to leave alone. */
  readonly without?: readonly string[];
};

const find = (wish: Wish, isGood: (pack: Package) => boolean): readonly Clause[] => {
  const { parties, sealed = false, without = [] } = wish;
  const changes = changesFor(parties, without);
  for (const size of [1, 2, 3, 4, 5])
    for (const clauses of combinations(changes, size))
      if (isGood({ parties, clauses, sealed, opensAgenda: false })) return clauses;
  throw new Error(`no such package: ${JSON.stringify(wish)}`);
};

const givers = ({ clauses }: Package): ReadonlySet<Seat> =>
  new Set(clauses.flatMap(({ lever }) => book.leverOf(lever).owners));

/** A package in which every party moves something, and that every legislature passes whatever the swing. */
export const surePackage = (wish: Wish): readonly Clause[] =>
  find(wish, (pack) =>
    wish.parties.every((seat) => givers(pack).has(seat) && isSure(supportOf(seat, pack, wish))),
  );

/** A package that every legislature passes but that of `refuser`, which rejects it for certain when nothing is spent. */
export const doomedPackage = (wish: Wish & { readonly refuser: Seat }): readonly Clause[] =>
  find(wish, (pack) =>
    wish.parties.every((seat) => {
      const support = supportOf(seat, pack, wish);
      return seat === wish.refuser ? isHopeless(support) : isSure(support);
    }),
  );
