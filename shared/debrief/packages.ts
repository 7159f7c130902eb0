import type { Book } from '../scenarios/book.ts';

/** Levels that agreements can lead to, lever by lever: what a treaty may set, and the snapback for what none covers. */
export const agreeable = ({ scenario }: Book): readonly (readonly number[])[] =>
  scenario.levers.map(({ levels, snapback }) =>
    levels.flatMap((level, step) => {
      const inReach = level.treaty !== false || (step === snapback && !scenario.rules.complete);
      return inReach ? [step] : [];
    }),
  );

/** How many settlements that makes. */
export const countOf = (choices: readonly (readonly number[])[]): number =>
  choices.reduce((product, levels) => product * levels.length, 1);

/** The settlement of a number from 0 to `countOf` - 1, the last lever changing fastest. */
export const packageAt = (choices: readonly (readonly number[])[], index: number): readonly number[] => {
  const levels: number[] = new Array(choices.length);
  let rest = index;
  for (let lever = choices.length - 1; lever >= 0; lever--) {
    const options = choices[lever] as readonly number[];
    levels[lever] = options[rest % options.length] as number;
    rest = Math.floor(rest / options.length);
  }
  return levels;
};

/** All settlements that differ from some levels in one lever or two. */
export function* neighboursOf(
  levels: readonly number[],
  choices: readonly (readonly number[])[],
): Generator<readonly number[]> {
  for (let one = 0; one < levels.length; one++)
    for (const here of choices[one] ?? []) {
      if (here === levels[one]) continue;
      const near = levels.with(one, here);
      yield near;
      for (let other = one + 1; other < levels.length; other++)
        for (const there of choices[other] ?? []) if (there !== levels[other]) yield near.with(other, there);
    }
}
