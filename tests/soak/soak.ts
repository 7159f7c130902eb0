import type { Reading } from '../faults/figure.ts';
import type { Chance } from '../faults/nemesis/chance.ts';

/** How much to try. What fits a night is the default; what a machine has no time for is said by the reading's own name. */
export type SoakPlan = {
  readonly kills: number;
  readonly rooms: number;
  readonly clients: number;
  readonly finished: number;
  readonly tables: number;
  readonly seconds: number;
  readonly games: number;
  readonly minutes: number;
};

/** One figure of tier N: tries it in a folder of its own, and shows what was measured beside its targets. Throws when it fails. */
export type Soak = (parts: {
  readonly folder: string;
  readonly chance: Chance;
  readonly plan: SoakPlan;
  readonly show: (reading: Omit<Reading, 'figure'>) => void;
  /** Tells whoever waits how far it is. */
  readonly progress: (text: string) => void;
}) => Promise<void>;

/** Fails unless two things are equal as JSON. */
export const mustBe = (what: string, found: unknown, wanted: unknown): void => {
  const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (one !== other) throw new Error(`${what}: ${one} instead of ${other}`);
};
