import { useEffect } from 'preact/hooks';
import type { Event } from '../../shared/engine/events.ts';
import type { Seat } from '../../shared/seats.ts';
import { msToAnswer } from '../panels/clock.tsx';
import { sortOffers } from '../panels/offersPanel.tsx';
import type { Desk } from '../rules.ts';
import { news } from '../store.ts';
import { duration } from '../words/figures.ts';
import { t } from '../words/language.ts';
import { seatName } from '../words/telling.ts';
import { tellOutside } from './outside.ts';
import { markTab } from './tabSignals.ts';
import { isAudible, playTone, type Tone } from './tones.ts';

/** What an event sounds like to somebody; null: it is silent. */
const toneOf = (event: Event, own: Seat | null): Tone | null => {
  switch (event.kind) {
    case 'offerTabled':
      return own !== null && event.offer.by !== own && event.offer.parties.includes(own) ? 'offer' : null;
    case 'treatySigned':
      return 'signed';
    case 'treatyDenounced':
      return 'broken';
    case 'closingBegan':
      return 'closing';
    case 'roundBegan':
      return event.round > 1 ? 'round' : null;
    case 'messageSpoken':
      return event.by === own ? null : 'talk';
    default:
      return null;
  }
};

/** The weightiest tone of an update: one at a time. */
const ORDER: readonly Tone[] = ['signed', 'broken', 'closing', 'round', 'offer', 'talk'];

const sound = ({ view, own }: Desk): void => {
  if (!isAudible(view.setup.reveal === 'facilitator')) return;
  const tones = news.value.map((event) => toneOf(event, own?.seat ?? null));
  const tone = ORDER.find((one) => tones.includes(one));
  if (tone !== undefined) playTone(tone);
};

const tell = ({ own }: Desk): void => {
  for (const event of news.value) {
    if (toneOf(event, own?.seat ?? null) === 'offer' && event.kind === 'offerTabled')
      tellOutside(t('signal.offerTitle', { seat: seatName(event.offer.by) }), t('signal.offerBody'));
    if (event.kind === 'closingBegan') tellOutside(t('app.title'), t('signal.closingBody'));
  }
};

const titleOf = (at: Desk, waiting: number): string => {
  const app = t('app.title');
  const left = msToAnswer();
  if (left !== null) return t('still.tab', { time: duration(left) });
  if (waiting > 0) return `${t('table.yourTurn')} · ${app}`;
  return at.view.phase === 'closing' ? t('signal.closing', { app }) : app;
};

/** Tells in the tab, by ear and, by choice, outside the page what asks for the player. */
export const useSignals = (at: Desk): void => {
  const waiting = at.view.phase === 'ended' ? 0 : sortOffers(at).incoming.length;
  const title = titleOf(at, waiting);
  useEffect(() => markTab(title, waiting), [title, waiting]);
  useEffect(() => () => markTab(t('app.title'), 0), []);
  const isAsked = msToAnswer() !== null;
  useEffect(() => {
    if (!isAsked) return;
    if (isAudible(at.view.setup.reveal === 'facilitator')) playTone('closing');
    tellOutside(t('still.title'), t('still.body'));
  }, [isAsked]);
  useEffect(() => {
    sound(at);
    tell(at);
  }, [news.value]);
};
