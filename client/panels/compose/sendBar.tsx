import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { opensAgenda } from '../../../shared/engine/packages.ts';
import { actionOf, clearDraft, draft } from '../../composing.ts';
import { isBlank } from '../../drafts.ts';
import { type Desk, whyNot } from '../../rules.ts';
import { callBack, held, holdDraft, sendDraft } from '../../sending.ts';
import { figure } from '../../words/figures.ts';
import { t } from '../../words/language.ts';
import { seatNames } from '../../words/telling.ts';
import { Odds } from '../offers/odds.tsx';
import { WorthBlock } from '../offers/worthBlock.tsx';

/** From here on the player is told how many offers are left. */
const FEW_LEFT = 3;

/** Opening a closed file has a price, here and at the other end. */
const AgendaWarning = ({ at }: { readonly at: Desk }) => {
  const { opener, capital, target } = at.rules.offAgenda;
  if (at.own?.seat !== opener || !opensAgenda(at.book, at.view, draft.value.clauses)) return null;
  return <p class="consequence">{t('compose.opensAgenda', { capital, seat: seatNames([target]) })}</p>;
};

/** An offer on its way looks sent, and would be lost with the page. A draft is kept: nobody is asked about it. */
const askBeforeLeaving = (event: BeforeUnloadEvent): void => event.preventDefault();

type HeldProps = { readonly seconds: number; readonly onBack: () => void };

/** On its way, and how to call it back: that is where the focus goes, so that a second press of the same key sends nothing. */
const Held = ({ seconds, onBack }: HeldProps) => {
  const cancel = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => cancel.current?.focus(), []);
  useLayoutEffect(() => {
    addEventListener('beforeunload', askBeforeLeaving);
    return () => removeEventListener('beforeunload', askBeforeLeaving);
  }, []);
  return (
    <div class="row held">
      <span role="status" class="grow">
        {t('compose.sending', { seconds })}
      </span>
      <button
        type="button"
        ref={cancel}
        onClick={() => {
          callBack();
          requestAnimationFrame(onBack);
        }}
      >
        {t('app.cancel')}
      </button>
      <button type="button" class="gold" onClick={() => void sendDraft()}>
        {t('compose.sendNow')}
      </button>
    </div>
  );
};

/** What the draft comes to, and the button that sends it: held back for three seconds. */
export const SendBar = ({ at }: { readonly at: Desk }) => {
  const current = draft.value;
  const send = useRef<HTMLButtonElement>(null);
  // Who leaves the composer has not made up their mind.
  useEffect(() => callBack, []);
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
            ref={send}
            disabled={refusal !== undefined}
            title={refusal}
            onClick={holdDraft}
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
        <Held seconds={held.value} onBack={() => send.current?.focus()} />
      )}
      {left > FEW_LEFT ? null : (
        <small class="soft">
          {t('compose.left', { left: figure(left), max: figure(at.rules.tablings) })}
        </small>
      )}
    </div>
  );
};
