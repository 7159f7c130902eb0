import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Event, EventKind } from '../../shared/engine/events.ts';
import type { Seat } from '../../shared/seats.ts';
import { Icon, type IconName } from '../parts/icon.tsx';
import { Prose } from '../parts/prose.tsx';
import type { Desk } from '../rules.ts';
import { type Recorded, record } from '../store.ts';
import { locale, t, words } from '../words/language.ts';
import { sentenceOf } from '../words/sentences/sentenceOf.ts';
import { clauseText, type Telling, tellingOf } from '../words/telling.ts';

/** Bookkeeping: on record, but in the background. */
const MINOR: readonly EventKind[] = [
  'tableOpened',
  'mandateDrawn',
  'readySet',
  'spendingSet',
  'capitalChanged',
  'agendaOpened',
  'seatHeld',
  'occupantChanged',
  'economySolved',
  'flowBooked',
  'closingBegan',
  'measureOrdered',
  'measureCancelled',
];

const ICONS: Partial<Record<EventKind, IconName>> = {
  newsRevealed: 'news',
  treatySigned: 'pledge',
  seatsMet: 'eye',
  moveExplained: 'bot',
  messageSpoken: 'talk',
};

/** Whose doing an event is, for its colour. */
const doerOf = (event: Event): Seat | null => {
  switch (event.kind) {
    case 'offerTabled':
      return event.offer.by;
    case 'messageSpoken':
    case 'offerAccepted':
    case 'offerDeclined':
    case 'offerCountered':
    case 'offerWithdrawn':
    case 'acceptanceTakenBack':
    case 'treatyDenounced':
    case 'sealedTreatyRevealed':
    case 'pledgeJudged':
      return event.by;
    case 'measureTaken':
    case 'moveExplained':
    case 'occupantChanged':
    case 'credibilityChanged':
    case 'releaseAsked':
      return event.seat;
    default:
      return null;
  }
};

const classOf = ({ event }: Recorded): string => {
  const seat = doerOf(event);
  return [
    MINOR.includes(event.kind) ? 'minor' : 'major',
    event.kind,
    seat === null ? '' : `seat-${seat}`,
  ].join(' ');
};

/** The clauses of an offer or a treaty that its sentence left out. */
const Terms = ({ event, telling }: { readonly event: Event; readonly telling: Telling }) => {
  if (event.kind !== 'offerTabled' && event.kind !== 'treatySigned') return null;
  const { clauses } = event.kind === 'offerTabled' ? event.offer : event.treaty;
  if (clauses.length < 5) return null;
  return (
    <details class="news-more">
      <summary>{t('app.more')}</summary>
      <ul>
        {clauses.map((clause) => (
          <li key={clause.lever}>{clauseText(telling, clause)}</li>
        ))}
      </ul>
    </details>
  );
};

const Source = ({ event, at }: { readonly event: Event; readonly at: Desk }) => {
  if (event.kind !== 'newsRevealed') return null;
  const card = at.book.newsOf(event.card);
  return (
    <details class="news-more">
      <summary>{t('app.more')}</summary>
      <p>
        <Prose text={words(card.body)} />
      </p>
      <small>{t('log.source', { source: card.source })}</small>
    </details>
  );
};

const Entry = ({
  entry,
  telling,
  at,
}: {
  readonly entry: Recorded;
  readonly telling: Telling;
  readonly at: Desk;
}) => {
  const icon = ICONS[entry.event.kind];
  return (
    <li class={classOf(entry)}>
      <span class="when">{entry.round === 0 ? '' : t('log.round', { round: entry.round })}</span>
      <div class="what" dir="auto">
        {icon === undefined ? null : <Icon name={icon} size={14} />} {sentenceOf(entry.event, telling)}
        <Source event={entry.event} at={at} />
        <Terms event={entry.event} telling={telling} />
      </div>
    </li>
  );
};

const useTelling = (at: Desk): Telling =>
  useMemo(
    () =>
      tellingOf(
        at.book.scenario,
        at.own?.seat ?? null,
        record.value.map(({ event }) => event),
      ),
    [at.book, record.value, locale.value],
  );

type FeedProps = {
  readonly at: Desk;
  readonly withMinor: boolean;
  readonly most?: number;
  /** Whether it scrolls by itself: then it is come to by Tab, so that keys can scroll it. */
  readonly scrolls?: boolean;
};

/** The newest first: what happened, in sentences. */
export const Feed = ({ at, withMinor, most = 400, scrolls = false }: FeedProps) => {
  const telling = useTelling(at);
  const entries = record.value
    .filter(({ event }) => withMinor || !MINOR.includes(event.kind))
    .slice(-most)
    .reverse();
  if (entries.length === 0) return <p class="soft">{t('log.empty')}</p>;
  return (
    <ol class="feed" tabIndex={scrolls ? 0 : undefined} aria-label={t('log.title')}>
      {entries.map((entry) => (
        <Entry key={entry.key} entry={entry} telling={telling} at={at} />
      ))}
    </ol>
  );
};

/** The whole record. */
export const LogPanel = ({ at }: { readonly at: Desk }) => {
  const isAll = useSignal(false);
  return (
    <div class="panel-body log">
      <label class="check" for="log-all">
        <input
          id="log-all"
          type="checkbox"
          checked={isAll.value}
          onChange={(event) => {
            isAll.value = event.currentTarget.checked;
          }}
        />
        {t('log.all')}
      </label>
      <Feed at={at} withMinor={isAll.value} />
    </div>
  );
};
