import { useSignal } from '@preact/signals';
import { Icon } from '../parts/icon.tsx';
import { Prose } from '../parts/prose.tsx';
import type { Desk } from '../rules.ts';
import { record } from '../store.ts';
import { t, words } from '../words/language.ts';
import { sentenceOf } from '../words/sentences/sentenceOf.ts';
import { tellingOf } from '../words/telling.ts';

const TOLD = ['seatsMet', 'flowBooked'];

/** What else came out when that round was resolved: who met, and what it was worth. */
const Digest = ({ at, round }: { readonly at: Desk; readonly round: number }) => {
  const telling = tellingOf(at.book.scenario, at.own?.seat ?? null, []);
  const events = record.value.filter((entry) => entry.round === round && TOLD.includes(entry.event.kind));
  return (
    <ul class="digest">
      {events.map(({ key, event }) => (
        <li key={key}>{sentenceOf(event, telling)}</li>
      ))}
    </ul>
  );
};

/** The news of the last resolution, with its source, until it is put aside or a newer one comes. */
export const NewsCard = ({ at }: { readonly at: Desk }) => {
  const aside = useSignal<string | null>(null);
  const latest = [...record.value].reverse().find(({ event }) => event.kind === 'newsRevealed');
  if (latest === undefined || latest.event.kind !== 'newsRevealed') return null;
  const { card: id } = latest.event;
  if (at.view.phase === 'ended' || aside.value === id || latest.round < at.view.round - 1) return null;
  const card = at.book.newsOf(id);
  return (
    <article class="card news" aria-labelledby="news-headline">
      <header class="row between">
        <p class="eyebrow">
          <Icon name="news" size={14} /> {t('news.title')}
        </p>
        <button
          type="button"
          class="quiet round"
          aria-label={t('news.dismiss')}
          onClick={() => {
            aside.value = id;
          }}
        >
          <Icon name="cross" size={14} />
        </button>
      </header>
      <h3 id="news-headline">{words(card.headline)}</h3>
      <p>
        <Prose text={words(card.body)} />
      </p>
      <small class="soft">{t('log.source', { source: card.source })}</small>
      <Digest at={at} round={latest.round} />
    </article>
  );
};
