import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Pledge } from '../../../shared/engine/state.ts';
import type { Seat } from '../../../shared/seats.ts';
import { DRAFTS, recall, remember } from '../../memory.ts';
import { Icon } from '../../parts/icon.tsx';
import { type Desk, whyNot } from '../../rules.ts';
import { act, tableCode } from '../../store.ts';
import { figure } from '../../words/figures.ts';
import { t } from '../../words/language.ts';
import { seatName } from '../../words/telling.ts';
import { firstPledge, PledgeMaker } from './pledgeMaker.tsx';

type FormProps = {
  readonly at: Desk;
  readonly to: Seat | 'all';
  /** Words only, no pledge. */
  readonly isPlain?: boolean;
};

/** A message, with or without a pledge. */
export const MessageForm = ({ at, to, isPlain = false }: FormProps) => {
  const field = useRef<HTMLInputElement>(null);
  // Kept like the draft of an offer: whoever looks something up, or is reloaded, goes on writing.
  const place = `${DRAFTS}${tableCode.value}.${to}`;
  const text = useSignal(recall(place) ?? '');
  const write = (words: string): void => {
    text.value = words;
    remember(place, words === '' ? null : words);
  };
  const pledge = useSignal<Pledge | null>(null);
  const action = { type: 'speak', to, text: text.value.trim(), pledge: pledge.value } as const;
  const refusal = whyNot(action);
  const isEmpty = action.text === '' && pledge.value === null;
  const send = async (): Promise<void> => {
    const reply = await act(action);
    // What was written meanwhile has not been said.
    if (reply?.ok !== true || text.value.trim() !== action.text || pledge.value !== action.pledge) return;
    write('');
    pledge.value = null;
    field.current?.focus({ preventScroll: true });
  };
  const canPledge = firstPledge(at) !== null;
  return (
    <form
      class="message-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (refusal === undefined) void send();
      }}
    >
      {pledge.value === null ? null : (
        <PledgeMaker
          at={at}
          pledge={pledge.value}
          onChange={(next) => {
            pledge.value = next;
          }}
        />
      )}
      <div class="row">
        <input
          ref={field}
          type="text"
          dir="auto"
          aria-label={to === 'all' ? t('talk.placeholder') : t('talk.placeholderTo', { seat: seatName(to) })}
          placeholder={to === 'all' ? t('talk.placeholder') : t('talk.placeholderTo', { seat: seatName(to) })}
          maxLength={at.rules.messageLength}
          value={text.value}
          onInput={(event) => write(event.currentTarget.value)}
        />
        <button
          type="submit"
          class={pledge.value === null ? 'round send' : 'gold'}
          aria-label={pledge.value === null ? t('talk.send') : t('talk.pledgeSend')}
          disabled={refusal !== undefined}
          title={refusal}
        >
          {pledge.value === null ? <Icon name="arrow" /> : t('talk.pledgeSend')}
        </button>
      </div>
      {isPlain ? null : (
        <div class="row between">
          <button
            type="button"
            class="quiet small"
            disabled={!canPledge}
            aria-pressed={pledge.value !== null}
            onClick={() => {
              pledge.value = pledge.value === null ? firstPledge(at) : null;
            }}
          >
            <Icon name="pledge" size={14} /> {pledge.value === null ? t('talk.pledge') : t('talk.pledgeStop')}
          </button>
          <small class="soft">
            {refusal !== undefined && !isEmpty
              ? refusal
              : t('talk.left', { left: figure(at.rules.messages - (at.own?.spoken ?? 0)) })}
          </small>
        </div>
      )}
    </form>
  );
};
