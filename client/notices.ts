import { signal } from '@preact/signals';
import type { Event } from '../shared/engine/events.ts';
import type { Refusal } from '../shared/engine/refusal.ts';
import type { View } from '../shared/engine/view.ts';
import type { Scenario } from '../shared/scenarios/schema.ts';
import type { Seat } from '../shared/seats.ts';
import { tab } from './deskState.ts';
import { listed } from './words/figures.ts';
import { t } from './words/language.ts';
import { refusalText } from './words/refusals.ts';

/** A short word to the player. `seat` colours it. */
export type Notice = {
  readonly key: number;
  readonly text: string;
  readonly tone: 'plain' | 'good' | 'bad';
  readonly seat: Seat | null;
  /** Whether the record tells it, too: then it has been read out already. */
  readonly isRecorded: boolean;
};

const STAY_MS = 7000;
const MOST = 3;
let count = 0;

/** The notices on screen, oldest first. */
export const notices = signal<readonly Notice[]>([]);

/** Whether somebody is reading them, or about to put one away: then they stay. */
export const isReading = signal(false);

/** Takes a notice off the screen. */
export const dismiss = (key: number): void => {
  notices.value = notices.value.filter((notice) => notice.key !== key);
};

const leaveLater = (key: number): void =>
  void setTimeout(() => (isReading.value ? leaveLater(key) : dismiss(key)), STAY_MS);

/** Shows a notice for a while. Said again, it takes the place of the first time. */
const put = (notice: Omit<Notice, 'key'>): void => {
  count += 1;
  const others = notices.value.filter(({ text }) => text !== notice.text);
  notices.value = [...others, { ...notice, key: count }].slice(-MOST);
  leaveLater(count);
};

/** Tells the player something that no record tells. */
export const notify = (text: string, tone: Notice['tone'] = 'plain'): void =>
  put({ text, tone, seat: null, isRecorded: false });

/** Tells why a move was not made. */
export const refused = (refusal: Refusal, scenario: Scenario | null): void =>
  notify(t('toast.refused', { reason: refusalText(refusal, scenario) }), 'bad');

/** Tells that a move came too late to be sent. */
export const toastDropped = (): void => notify(t('toast.dropped'), 'bad');

const short = (seat: Seat): string => t(`seat.short.${seat}`);

const noticeOf = (event: Event, own: Seat | null): Pick<Notice, 'text' | 'tone' | 'seat'> | null => {
  switch (event.kind) {
    case 'offerTabled':
      if (own === null || event.offer.by === own || !event.offer.parties.includes(own)) return null;
      return { text: t('toast.offer', { seat: short(event.offer.by) }), tone: 'plain', seat: event.offer.by };
    case 'treatySigned':
      return {
        text: t('toast.signed', { seats: listed(event.treaty.parties.map(short)) }),
        tone: 'good',
        seat: null,
      };
    case 'messageSpoken':
      if (event.by === own) return null;
      return { text: t('toast.message', { seat: short(event.by) }), tone: 'plain', seat: event.by };
    case 'announced':
      return { text: t('event.announced', { text: event.text }), tone: 'plain', seat: null };
    default:
      return null;
  }
};

/** What is in front already needs no notice. */
const isInFront = (event: Event): boolean =>
  (event.kind === 'offerTabled' && tab.value === 'offers') ||
  (event.kind === 'messageSpoken' && tab.value === 'talk');

/** Tells of what concerns this viewer and is not in front of it. */
export const announceEvents = (events: readonly Event[], { own }: View): void => {
  for (const event of events) {
    const notice = isInFront(event) ? null : noticeOf(event, own?.seat ?? null);
    if (notice !== null) put({ ...notice, isRecorded: true });
  }
};
