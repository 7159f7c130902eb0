import type { Event, EventKind } from '../../../shared/engine/events.ts';
import { t } from '../language.ts';
import { seatName, type Telling } from '../telling.ts';
import { COURSE } from './course.ts';
import { TALKS } from './talks.ts';

const TELLERS = { ...TALKS, ...COURSE } satisfies Record<Event['kind'], unknown>;

/** Told to one seat as "you": who looks over everybody's shoulder has to be told to which. */
const PRIVATE: readonly EventKind[] = [
  'mandateDrawn',
  'readySet',
  'spendingSet',
  'capitalChanged',
  'penaltyBooked',
  'measureOrdered',
  'measureCancelled',
  'legislatureVoted',
  'flowBooked',
  'seatSettled',
];

/** An event as a sentence in the language in use: for the record, the live regions and the notices. */
export const sentenceOf = (event: Event, telling: Telling): string => {
  const tell = TELLERS[event.kind] as (event: Event, telling: Telling) => string;
  const sentence = tell(event, telling);
  const isOthers = telling.own === null && PRIVATE.includes(event.kind) && 'seat' in event;
  return isOthers ? t('replay.of', { seat: seatName(event.seat), sentence }) : sentence;
};
