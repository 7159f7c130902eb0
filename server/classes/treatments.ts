import { shuffle } from '../../shared/engine/chance.ts';
import { bookOf } from '../../shared/scenarios/index.ts';
import type { Seat } from '../../shared/seats.ts';
import type { ClassPlan, Factor, Treatment } from './protocol.ts';

const FACTORS = ['press', 'dealing', 'worth', 'hints', 'scenario'] as const satisfies readonly Factor[];

const levelsOf = ({
  treatments,
  ...plan
}: ClassPlan): { readonly [F in Factor]: readonly Treatment[F][] } => ({
  press: treatments.press ?? [plan.press],
  dealing: treatments.dealing ?? [plan.dealing],
  worth: treatments.worth ?? [plan.worth],
  hints: treatments.hints ?? [plan.hints],
  scenario: treatments.scenario ?? [plan.scenario],
});

/** The factors that a plan varies. */
export const variedFactors = (plan: ClassPlan): readonly Factor[] => {
  const levels = levelsOf(plan);
  return FACTORS.filter((factor) => levels[factor].length > 1);
};

const cellsOf = (plan: ClassPlan): readonly Treatment[] => {
  const levels = levelsOf(plan);
  return FACTORS.reduce<readonly Partial<Treatment>[]>(
    (cells, factor) => cells.flatMap((cell) => levels[factor].map((level) => ({ ...cell, [factor]: level }))),
    [{}],
  ) as readonly Treatment[];
};

/**
 * The treatment of each table: all combinations of the factors' levels, as often as each other (within one), in an
 * order drawn from the seed.
 */
export const treatmentsOf = (plan: ClassPlan, tables: number, seed: string): readonly Treatment[] => {
  const cells = shuffle(cellsOf(plan), seed, 'class cells');
  const repeated = Array.from({ length: tables }, (_, i) => cells[i % cells.length] as Treatment);
  return shuffle(repeated, seed, 'class treatments');
};

/** The mandates of a table that are not left to chance. */
export const chosenMandates = (
  { mandates }: ClassPlan,
  { dealing, scenario }: Treatment,
): Partial<Record<Seat, string>> => {
  if (dealing !== 'chosen') return {};
  const book = bookOf(scenario);
  const isKnown = (seat: string, mandate: string): boolean =>
    book.mandatesOf(seat as Seat).some(({ id }) => id === mandate);
  return Object.fromEntries(
    Object.entries(mandates).filter(([seat, mandate]) => mandate && isKnown(seat, mandate)),
  );
};
