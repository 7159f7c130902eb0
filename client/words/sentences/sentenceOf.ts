import type { Event } from '../../../shared/engine/events.ts';
import type { Telling } from '../telling.ts';
import { COURSE } from './course.ts';
import { TALKS } from './talks.ts';

const TELLERS = { ...TALKS, ...COURSE } satisfies Record<Event['kind'], unknown>;

/** An event as a sentence in the language in use: for the record, the live regions and the notices. */
export const sentenceOf = (event: Event, telling: Telling): string => {
  const tell = TELLERS[event.kind] as (event: Event, telling: Telling) => string;
  return tell(event, telling);
};
