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

/** Something to do about a notice. */
export type NoticeAction = { readonly label: () => string; readonly run: () => void };

/** A short word to the player, in the language in use whenever it is read. `seat` colours it; `at`: when it was told, epoch ms. */
export type Notice = {
  readonly key: number;
  readonly at: number;
  readonly text: string;
  readonly tone: 'plain' | 'good' | 'bad';
  readonly seat: Seat | null;
  readonly action: NoticeAction | null;
  /** Whether the record tells it, too: then it has been read out already. */
  readonly isRecorded: boolean;
};

const STAY_MS = 7000;
const MOST = 3;
const MOST_EARLIER = 50;
let count = 0;
let isHeld = false;
const timers = new Map<number, ReturnType<typeof setTimeout>>();

/** The notices on screen, oldest first. */
export const notices = signal<readonly Notice[]>([]);

/** All that was told in this tab since it came to the table, the latest first. */
export const earlier = signal<readonly Notice[]>([]);

/** Takes a notice off the screen. */
export const dismiss = (key: number): void => {
  clearTimeout(timers.get(key));
  timers.delete(key);
  notices.value = notices.value.filter((notice) => notice.key !== key);
};

const wind = (key: number): void => {
  clearTimeout(timers.get(key));
  timers.set(
    key,
    setTimeout(() => dismiss(key), STAY_MS),
  );
};

/** Keeps the notices on screen while somebody points at them or is among them. */
export const hold = (): void => {
  isHeld = true;
  for (const timer of timers.values()) clearTimeout(timer);
};

/** Lets them go again, each after its full time. */
export const letGo = (): void => {
  isHeld = false;
  for (const { key } of notices.value) wind(key);
};

/** Forgets what was told at a table that is left. */
export const forgetNotices = (): void => {
  for (const { key } of notices.value) dismiss(key);
  earlier.value = [];
};

type Told = { readonly text: () => string } & Partial<
  Pick<Notice, 'tone' | 'seat' | 'action' | 'isRecorded'>
>;

/** Tells the player something, for a while. Said again, it takes the place of the first time. */
export const tell = ({
  tone = 'plain',
  seat = null,
  action = null,
  isRecorded = false,
  text,
}: Told): void => {
  count += 1;
  const notice = {
    key: count,
    at: Date.now(),
    get text() {
      return text();
    },
    tone,
    seat,
    action,
    isRecorded,
  };
  for (const other of notices.value.filter((shown) => shown.text === notice.text)) dismiss(other.key);
  for (const old of notices.value.slice(0, Math.max(0, notices.value.length + 1 - MOST))) dismiss(old.key);
  notices.value = [...notices.value, notice];
  earlier.value = [notice, ...earlier.value].slice(0, MOST_EARLIER);
  if (!isHeld) wind(notice.key);
};

/** Tells the player something that no record tells. */
export const notify = (text: () => string, tone: Notice['tone'] = 'plain'): void => tell({ text, tone });

/** Tells why a move was not made. */
export const refused = (refusal: Refusal, scenario: Scenario | null): void =>
  notify(() => t('toast.refused', { reason: refusalText(refusal, scenario) }), 'bad');

/** Tells that a move came too late to be sent. */
export const toastDropped = (): void => notify(() => t('toast.dropped'), 'bad');

/** Goes to the next table of the same people; its way there comes when it is wanted. */
const goOn = (code: string, isWatching: boolean): Promise<void> =>
  import('./pages/result/rematch.ts')
    .then(({ goOnAt }) => goOnAt(code, isWatching))
    .catch(() => notify(() => t('error.unknown'), 'bad'));

const short = (seat: Seat): string => t(`seat.short.${seat}`);

const noticeOf = (event: Event, own: Seat | null): Told | null => {
  switch (event.kind) {
    case 'offerTabled':
      if (own === null || event.offer.by === own || !event.offer.parties.includes(own)) return null;
      return {
        text: () => t('toast.offer', { seat: short(event.offer.by) }),
        tone: 'plain',
        seat: event.offer.by,
      };
    case 'treatySigned':
      return {
        text: () => t('toast.signed', { seats: listed(event.treaty.parties.map(short)) }),
        tone: 'good',
        seat: null,
      };
    case 'messageSpoken':
      if (event.by === own) return null;
      return { text: () => t('toast.message', { seat: short(event.by) }), tone: 'plain', seat: event.by };
    case 'rematchCalled':
      if (event.by === own) return null;
      return {
        text: () => t('rematch.called', { seat: short(event.by) }),
        seat: event.by,
        action: {
          label: () => t(own === null ? 'rematch.watch' : 'rematch.sit'),
          run: () => void goOn(event.code, own === null),
        },
      };
    case 'announced':
      return { text: () => t('event.announced', { text: event.text }), tone: 'plain', seat: null };
    default:
      return null;
  }
};

/** What is in front already needs no notice. */
const isInFront = (event: Event): boolean =>
  (event.kind === 'offerTabled' && tab.value === 'offers') ||
  (event.kind === 'messageSpoken' && tab.value === 'talk');

/** Tells of what concerns this viewer and is not in front of it. The end has a page of its own, which tells all. */
export const announceEvents = (events: readonly Event[], { own }: View): void => {
  if (events.some(({ kind }) => kind === 'gameEnded')) {
    for (const { key, isRecorded } of notices.value) if (isRecorded) dismiss(key);
    return;
  }
  for (const event of events) {
    const notice = isInFront(event) ? null : noticeOf(event, own?.seat ?? null);
    if (notice !== null) tell({ ...notice, isRecorded: true });
  }
};
