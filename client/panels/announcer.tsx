import { computed } from '@preact/signals';
import type { EventKind } from '../../shared/engine/events.ts';
import { desk } from '../rules.ts';
import { news, record } from '../store.ts';
import { sentenceOf } from '../words/sentences/sentenceOf.ts';
import { tellingOf } from '../words/telling.ts';

/** Figures that the panels show and the reasons that the record keeps: nobody wants them read out after every move. */
const UNSPOKEN: readonly EventKind[] = [
  'mandateDrawn',
  'spendingSet',
  'capitalChanged',
  'economySolved',
  'flowBooked',
  'moveExplained',
];

/** What the last update brought, in sentences. */
const spoken = computed(() => {
  const at = desk.value;
  if (at === null || news.value.length === 0) return [];
  const past = record.value.map(({ event }) => event);
  const telling = tellingOf(at.book.scenario, at.own?.seat ?? null, past);
  return news.value.filter(({ kind }) => !UNSPOKEN.includes(kind)).map((event) => sentenceOf(event, telling));
});

/** The public record for those who listen: each new event once, politely. */
export const Announcer = () => (
  <div class="unseen" role="log" aria-live="polite">
    {spoken.value.map((sentence, i) => (
      <p key={i}>{sentence}</p>
    ))}
  </div>
);
