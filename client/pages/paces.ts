import type { TimeControl } from '../connection/http.ts';
import { t } from '../words/language.ts';

/** The time controls, from none to a day. */
export const PACES: readonly TimeControl[] = ['untimed', 'blitz', 'standard', 'class', 'correspondence'];

/** How long a round lasts, in ms; null: until all are ready. */
export const ROUND_MS: Readonly<Record<TimeControl, number | null>> = {
  untimed: null,
  blitz: 60_000,
  standard: 240_000,
  class: 600_000,
  correspondence: 86_400_000,
};

/** Time controls as options of a choice. */
export const paceOptions = (paces: readonly TimeControl[]) =>
  paces.map((pace) => ({ value: pace, label: t(`pace.${pace}`), about: t(`pace.${pace}.about`) }));
