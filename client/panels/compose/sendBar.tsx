import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { opensAgenda } from '../../../shared/engine/packages.ts';
import { actionOf, clearDraft, draft } from '../../composing.ts';
import { show } from '../../deskState.ts';
import { type Draft, isBlank } from '../../drafts.ts';
import { type Desk, whyNot } from '../../rules.ts';
import { act } from '../../store.ts';
import { figure } from '../../words/figures.ts';
import { t } from '../../words/language.ts';
import { seatNames } from '../../words/telling.ts';
import { Odds } from '../offers/odds.tsx';
import { WorthBlock } from '../offers/worthBlock.tsx';

const HOLD_S = 3;
/** From here on the player is told how many offers are left. */
const FEW_LEFT = 3;

const send = async (at: Desk, sent: Draft): Promise<void> => {
  const reply = await act(actionOf(at, sent));
  if (reply?.ok !== true) return;
  clearDraft();
  show('offers');
};

/** Counts down before something leaves; null while nothing is held. */
const useHold = (onEnd: () => void) => {
  const left = useSignal<number | null>(null);
  useEffect(() => {
    if (left.value === null) return;
    if (left.value === 0) {
      left.value = null;
      onEnd();
      return;
    }
    const timer = setTimeout(() => {
      if (left.value !== null) left.value -= 1;
    }, 1000);
    return () => clearTimeout(timer);
  }, [left.value]);
  return left;
};

/** Opening a closed file has a price, here and at the other end. */
const AgendaWarning = ({ at }: { readonly at: Desk }) => {
  const { opener, capital, target } = at.rules.offAgenda;
  if (at.own?.seat !== opener || !opensAgenda(at.book, at.view, draft.value.clauses)) return null;
  return <p class="consequence">{t('compose.opensAgenda', { capital, seat: seatNames([target]) })}</p>;
};

/** What the draft comes to, and the button that sends it: held back for three seconds. */
export const SendBar = ({ at }: { readonly at: Desk }) => {
  const current = draft.value;
  const held = useHold(() => void send(at, draft.value));
  const refusal = current.to.length === 0 ? t('compose.sendNobody') : whyNot(actionOf(at, current));
  const left = at.rules.tablings - (at.own?.tabled ?? 0);
  const parties = at.own === null ? current.to : [at.own.seat, ...current.to];
  return (
    <div class="send-bar">
      {current.clauses.length === 0 ? null : (
        <div class="judgement">
          <WorthBlock at={at} clauses={current.clauses} />
          {current.to.length === 0 ? null : <Odds at={at} pack={{ ...current, parties }} />}
        </div>
      )}
      <AgendaWarning at={at} />
      {refusal === undefined || isBlank(current) ? null : <p class="why">{refusal}</p>}
      {held.value === null ? (
        <div class="row">
          <button
            type="button"
            class="gold grow"
            disabled={refusal !== undefined}
            title={refusal}
            onClick={() => {
              held.value = HOLD_S;
            }}
          >
            {current.to.length === 0
              ? t('compose.sendNobody')
              : t('compose.send', { seats: seatNames(current.to) })}
          </button>
          {isBlank(current) ? null : (
            <button type="button" class="quiet" onClick={clearDraft}>
              {current.counters === null ? t('compose.clear') : t('compose.counterStop')}
            </button>
          )}
        </div>
      ) : (
        <div class="row held">
          <span role="status" class="grow">
            {t('compose.sending', { seconds: held.value })}
          </span>
          <button
            type="button"
            onClick={() => {
              held.value = null;
            }}
          >
            {t('app.cancel')}
          </button>
          <button
            type="button"
            class="gold"
            onClick={() => {
              held.value = null;
              void send(at, draft.value);
            }}
          >
            {t('compose.sendNow')}
          </button>
        </div>
      )}
      {left > FEW_LEFT ? null : (
        <small class="soft">
          {t('compose.left', { left: figure(left), max: figure(at.rules.tablings) })}
        </small>
      )}
    </div>
  );
};
