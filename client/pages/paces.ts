import type { TimeControl } from '../connection/http.ts';
import { t } from '../words/language.ts';

/** The time controls, from none to a day. */
export const PACES: readonly TimeControl[] = ['untimed', 'blitz', 'standard', 'class', 'correspondence'];

/** Time controls as options of a choice. */
export const paceOptions = (paces: readonly TimeControl[]) =>
  paces.map((pace) => ({ value: pace, label: t(`pace.${pace}`), about: t(`pace.${pace}.about`) }));
