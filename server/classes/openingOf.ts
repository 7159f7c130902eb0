import { createHash } from 'node:crypto';
import type { Opening } from '../../shared/engine/open.ts';
import { bySeat } from '../../shared/seats.ts';
import type { TableOptions } from '../storage/logStore.ts';
import { TIME_CONTROLS } from '../tableFacts.ts';
import { SPEEDS } from './classPlan.ts';
import type { ClassPlan, Treatment } from './protocol.ts';
import { chosenMandates } from './treatments.ts';

const MINUTE_MS = 60_000;

const roundMsOf = ({ timeControl, minutes }: ClassPlan): number | null =>
  timeControl === 'class' ? Math.round(minutes * MINUTE_MS) : TIME_CONTROLS[timeControl];

/** Tables with the same seed draw the same mandates and the same news. */
const seedOf = (classSeed: string, { dealing }: Treatment, number: number): string =>
  createHash('sha256')
    .update(`${classSeed} ${dealing === 'each' ? number : 'all'}`)
    .digest('hex')
    .slice(0, 32);

/** What a table of a class is opened with: nobody sits yet; its mandates stay secret until the facilitator opens them. */
export const openingOf = (
  plan: ClassPlan,
  classSeed: string,
  treatment: Treatment,
  number: number,
): { readonly options: TableOptions; readonly opening: Opening } => {
  const { scenario, press, worth, hints } = treatment;
  const { timeControl, explain, demo } = plan;
  const roundMs = roundMsOf(plan);
  const mandates = chosenMandates(plan, treatment);
  return {
    options: {
      scenario,
      timeControl,
      press,
      explain,
      listed: false,
      quick: false,
      mandates: Object.keys(mandates).length > 0 ? 'chosen' : 'drawn',
      roundMs,
      ...(demo !== null && { botDelayMs: SPEEDS[demo] }),
    },
    opening: {
      setup: { scenario, press, roundMs, explain, reveal: 'facilitator', hints, ...(!worth && { worth }) },
      seed: seedOf(classSeed, treatment, number),
      mandates,
      occupants: bySeat(() => ({ kind: 'vacant' })),
    },
  };
};
