import type { BoardHint, Lever, Scenario } from '#shared/scenarios/schema';

/** A lever that the board draws, with the index of its level in force. */
export type HintedLever = { readonly lever: Lever; readonly hint: BoardHint; readonly level: number };

/** The levers that the scenario wants on the board. */
export const hintedLevers = (scenario: Scenario, levels: readonly number[]): readonly HintedLever[] =>
  scenario.levers.flatMap((lever, i) =>
    lever.board ? [{ lever, hint: lever.board, level: levels[i] }] : [],
  );

/** How far up its ladder a lever is, 0..2. */
export const severity = ({ lever, level }: HintedLever): number => (2 * level) / (lever.levels.length - 1);

/** A market that is opened step by step is a gate the other way round; purchases in money are no gate. */
const isGate = ({ lever, hint }: HintedLever): boolean =>
  hint.kind === 'controls' ||
  hint.kind === 'rareEarths' ||
  hint.kind === 'coercion' ||
  (hint.kind === 'farm' && lever.unit === 'word');

/** How far shut a lever's gate is at a level, 0..2; null for a lever that is no gate. */
export const gateLevel = (lever: Lever, level: number): number | null => {
  if (!lever.board) return null;
  const hinted = { lever, hint: lever.board, level };
  if (!isGate(hinted)) return null;
  return lever.board.kind === 'farm' ? 2 - severity(hinted) : severity(hinted);
};
