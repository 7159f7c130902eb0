import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { EventOf } from '../../shared/engine/events.ts';
import type { Seat } from '../../shared/seats.ts';
import { thread } from '../deskState.ts';
import { Flag } from '../parts/flag.tsx';
import { Icon } from '../parts/icon.tsx';
import { moveAmongTabs } from '../parts/tabKeys.ts';
import { activeSeats, type Desk } from '../rules.ts';
import { past, record } from '../store.ts';
import { t } from '../words/language.ts';
import { pledgeText } from '../words/sentences/talks.ts';
import { seatName, type Telling, tellingOf } from '../words/telling.ts';
import { MessageForm } from './talk/messageForm.tsx';
import { Pledges } from './talk/pledges.tsx';

type Spoken = { readonly round: number; readonly key: number; readonly event: EventOf<'messageSpoken'> };

const inThread = (event: EventOf<'messageSpoken'>, where: Seat | 'all'): boolean =>
  where === 'all' ? event.to === 'all' : event.to !== 'all' && (event.by === where || event.to === where);

const messagesIn = (where: Seat | 'all'): readonly Spoken[] =>
  record.value.flatMap(({ round, key, event }) =>
    event.kind === 'messageSpoken' && inThread(event, where) ? [{ round, key, event }] : [],
  );

const Message = ({ spoken, telling }: { readonly spoken: Spoken; readonly telling: Telling }) => {
  const { by, text, pledge } = spoken.event;
  return (
    <li class={`message seat-${by} ${by === telling.own ? 'mine' : ''}`}>
      <span class="message-by">
        <Flag seat={by} /> {seatName(by)} <small>{t('log.round', { round: spoken.round })}</small>
      </span>
      {text === '' ? null : <p dir="auto">{text}</p>}
      {pledge === null ? null : (
        <p class="pledge">
          <Icon name="pledge" size={14} /> {pledgeText(telling, pledge)}
        </p>
      )}
    </li>
  );
};

const Threads = ({ at }: { readonly at: Desk }) => {
  const self = at.own?.seat;
  const isPrivate = at.view.setup.press === 'full' && self !== undefined;
  const others = isPrivate ? activeSeats(at).filter((seat) => seat !== self) : [];
  return (
    <div class="segments" role="tablist" aria-label={t('talk.thread')} onKeyDown={moveAmongTabs}>
      {(['all', ...others] as const).map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          id={`thread-${one}`}
          aria-selected={thread.value === one}
          aria-controls="thread"
          tabIndex={thread.value === one ? 0 : -1}
          onClick={() => {
            thread.value = one;
          }}
        >
          {one === 'all' ? t('seat.all') : seatName(one)}
        </button>
      ))}
    </div>
  );
};

const Messages = ({ telling }: { readonly telling: Telling }) => {
  const end = useRef<HTMLLIElement>(null);
  const messages = messagesIn(thread.value);
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' });
  }, [messages.length, thread.value]);
  if (messages.length === 0) return <p class="soft">{t('talk.empty')}</p>;
  return (
    <ul class="messages">
      {messages.map((spoken) => (
        <Message key={spoken.key} spoken={spoken} telling={telling} />
      ))}
      <li ref={end} aria-hidden="true" />
    </ul>
  );
};

const hasBot = (at: Desk): boolean => activeSeats(at).some((seat) => at.view.occupants[seat].kind === 'bot');

/** What is said: on the record, or behind closed doors. */
export const TalkPanel = ({ at }: { readonly at: Desk }) => {
  const isOpen = useSignal(false);
  const { press } = at.view.setup;
  const telling = tellingOf(at.book.scenario, at.own?.seat ?? null, []);
  if (press === 'none') return <p class="soft panel-body">{t('talk.none')}</p>;
  return (
    <div class="panel-body talk">
      <Threads at={at} />
      <div class="thread" id="thread" role="tabpanel" aria-labelledby={`thread-${thread.value}`}>
        <p class="soft hint">
          {thread.value === 'all'
            ? t('talk.publicHint')
            : t('talk.privateHint', { seat: seatName(thread.value) })}
        </p>
        <Messages telling={telling} />
      </div>
      {hasBot(at) ? <p class="soft hint">{t('seat.botSays')}</p> : null}
      <Pledges at={at} telling={telling} isOpen={isOpen} />
      {at.own === null || past.value !== null ? null : (
        <MessageForm key={thread.value} at={at} to={thread.value} />
      )}
    </div>
  );
};
