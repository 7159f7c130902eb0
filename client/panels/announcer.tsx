import { computed } from '@preact/signals';
import { desk } from '../rules.ts';
import { news, record } from '../store.ts';
import { sentenceOf } from '../words/sentences/sentenceOf.ts';
import { tellingOf } from '../words/telling.ts';

/** What the last update brought, in sentences. */
const spoken = computed(() => {
  const at = desk.value;
  if (at === null || news.value.length === 0) return [];
  const past = record.value.map(({ event }) => event);
  const telling = tellingOf(at.book.scenario, at.own?.seat ?? null, past);
  return news.value.map((event) => sentenceOf(event, telling));
});

/** The public record for those who listen: each new event once, politely. */
export const Announcer = () => (
  <div class="unseen" role="log" aria-live="polite">
    {spoken.value.map((sentence, i) => (
      <p key={i}>{sentence}</p>
    ))}
  </div>
);
