import type { Book } from '../../scenarios/book.ts';
import type { StanceChoice } from './stances.ts';

/** Of each lever, the most levels at which one profile's efficient set has it, and whether it serves as a threat instead. */
export type LeverUse = { readonly lever: string; readonly levels: number; readonly isThreat: boolean };

export type Relevance = {
  readonly idle: readonly LeverUse[];
  readonly threats: readonly LeverUse[];
  readonly isHeld: boolean;
};

/** Levels of the levers in one profile's efficient set, by position: how many different ones each lever has there. */
export const countLevels = (book: Book, efficient: readonly (readonly number[])[]): readonly number[] =>
  book.scenario.levers.map((_, i) => new Set(efficient.map((levels) => levels[i])).size);

/**
 * Property 6: every lever is in the efficient set of a profile at two levels or more, or is what somebody outside moves in
 * reply to alignment: a threat. `counts`: of every profile (`countLevels`).
 */
export const judgeRelevance = (
  book: Book,
  counts: readonly (readonly number[])[],
  choices: readonly StanceChoice[],
): Relevance => {
  const replies = new Set(choices.flatMap(({ repliedWith }) => repliedWith));
  const uses = book.scenario.levers.map(({ id }, i) => ({
    lever: id,
    levels: Math.max(...counts.map((count) => count[i])),
    isThreat: replies.has(id),
  }));
  const unmoved = uses.filter(({ levels }) => levels < 2);
  const idle = unmoved.filter(({ isThreat }) => !isThreat);
  return { idle, threats: unmoved.filter(({ isThreat }) => isThreat), isHeld: idle.length === 0 };
};
