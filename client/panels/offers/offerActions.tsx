import { useSignal } from '@preact/signals';
import type { SeatAction } from '../../../shared/engine/actions/index.ts';
import type { Offer } from '../../../shared/engine/state.ts';
import { spendOf, startCounter } from '../../composing.ts';
import { show } from '../../deskState.ts';
import { ClauseList } from '../../parts/clauseList.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { ask } from '../../parts/question.tsx';
import { type Desk, whyNot } from '../../rules.ts';
import { act, past } from '../../store.ts';
import { t } from '../../words/language.ts';
import { seatNames } from '../../words/telling.ts';
import { Odds } from './odds.tsx';
import { SpendStepper } from './spendStepper.tsx';
import { WorthBlock } from './worthBlock.tsx';

type OfferProps = { readonly at: Desk; readonly offer: Offer };

const isLastToAccept = ({ at, offer }: OfferProps): boolean =>
  offer.parties.every((seat) => seat === at.own?.seat || offer.accepted.includes(seat));

/** Says yes after showing what changes, what it does to the viewer, and what the vote at home may cost. */
const AcceptDialog = ({ at, offer, onClose }: OfferProps & { readonly onClose: () => void }) => {
  const spend = useSignal<number | null>(null);
  const action: SeatAction = {
    type: 'accept',
    offer: offer.id,
    spend: spendOf(at, offer.sealed, spend.value),
  };
  const refusal = whyNot(action);
  return (
    <Dialog title={t('offer.acceptConfirm.title')} onClose={onClose}>
      <ClauseList at={at} parties={offer.parties} clauses={offer.clauses} />
      <div class="judgement">
        <WorthBlock at={at} clauses={offer.clauses} />
        <Odds at={at} pack={{ ...offer, spend: spend.value }} />
      </div>
      <SpendStepper
        at={at}
        isSealed={offer.sealed}
        value={spend.value}
        onChange={(value) => {
          spend.value = value;
        }}
      />
      <p class="consequence">
        {isLastToAccept({ at, offer }) ? t('offer.acceptConfirm.last') : t('offer.acceptConfirm.notLast')}
      </p>
      {refusal === undefined ? null : <p class="failure">{refusal}</p>}
      <div class="row end">
        <button type="button" onClick={onClose}>
          {t('app.cancel')}
        </button>
        <button
          type="button"
          class="gold"
          disabled={refusal !== undefined}
          onClick={() => {
            onClose();
            void act(action);
          }}
        >
          {t('offer.acceptConfirm.do')}
        </button>
      </div>
    </Dialog>
  );
};

const DeclineDialog = ({ at, offer, onClose }: OfferProps & { readonly onClose: () => void }) => {
  const note = useSignal('');
  const action: SeatAction = { type: 'decline', offer: offer.id, note: note.value.trim() };
  const refusal = whyNot(action);
  return (
    <Dialog title={t('offer.declineConfirm.title')} onClose={onClose}>
      <p class="consequence">{t('offer.declineConfirm.body')}</p>
      {at.view.setup.press === 'none' ? null : (
        <div class="field">
          <label for="decline-note">{t('offer.declineConfirm.note')}</label>
          <textarea
            id="decline-note"
            rows={2}
            maxLength={at.rules.noteLength}
            value={note.value}
            onInput={(event) => {
              note.value = event.currentTarget.value;
            }}
          />
        </div>
      )}
      {refusal === undefined ? null : <p class="failure">{refusal}</p>}
      <div class="row end">
        <button type="button" onClick={onClose}>
          {t('app.cancel')}
        </button>
        <button
          type="button"
          class="danger"
          disabled={refusal !== undefined}
          onClick={() => {
            onClose();
            void act(action);
          }}
        >
          {t('offer.declineConfirm.do')}
        </button>
      </div>
    </Dialog>
  );
};

const Answers = ({ at, offer }: OfferProps) => {
  const open = useSignal<'accept' | 'decline' | null>(null);
  const close = (): void => {
    open.value = null;
  };
  const noAccept = whyNot({ type: 'accept', offer: offer.id, spend: 0 });
  const noDecline = whyNot({ type: 'decline', offer: offer.id, note: '' });
  const isClosing = at.view.phase === 'closing';
  return (
    <>
      {noAccept === undefined ? null : <p class="why">{noAccept}</p>}
      <div class="row answers">
        <button
          type="button"
          class="gold"
          disabled={noAccept !== undefined}
          title={noAccept}
          onClick={() => {
            open.value = 'accept';
          }}
        >
          {t('offer.accept')}
        </button>
        <button
          type="button"
          disabled={noDecline !== undefined || isClosing}
          title={isClosing ? t('refusal.game.closing') : noDecline}
          onClick={() => {
            startCounter(at, offer);
            show('compose');
          }}
        >
          {t('offer.counter')}
        </button>
        <button
          type="button"
          class="refuse"
          disabled={noDecline !== undefined}
          title={noDecline}
          onClick={() => {
            open.value = 'decline';
          }}
        >
          {t('offer.decline')}
        </button>
      </div>
      {open.value === 'accept' ? <AcceptDialog at={at} offer={offer} onClose={close} /> : null}
      {open.value === 'decline' ? <DeclineDialog at={at} offer={offer} onClose={close} /> : null}
    </>
  );
};

const Single = ({ kind, offer }: { readonly kind: 'withdraw' | 'takeBack'; readonly offer: Offer }) => {
  const action: SeatAction = { type: kind, offer: offer.id };
  const refusal = whyNot(action);
  return (
    <button
      type="button"
      class="refuse"
      disabled={refusal !== undefined}
      title={refusal}
      onClick={() =>
        ask({
          title: t(`offer.${kind}Confirm.title`),
          body: <p>{t(`offer.${kind}Confirm.body`)}</p>,
          action: t(`offer.${kind}Confirm.do`),
          tone: 'danger',
          run: () => void act(action),
        })
      }
    >
      {t(`offer.${kind}`)}
    </button>
  );
};

/** What the viewer can do about an open offer. */
export const OfferActions = ({ at, offer }: OfferProps) => {
  const self = at.own?.seat;
  if (past.value !== null) return null;
  if (self === undefined || offer.state !== 'open' || !offer.parties.includes(self)) return null;
  if (offer.by === self) return <Single kind="withdraw" offer={offer} />;
  if (!offer.accepted.includes(self)) return <Answers at={at} offer={offer} />;
  return (
    <div class="row between">
      <span class="soft">
        {t('offer.waitingFor')}: {seatNames(offer.parties.filter((seat) => !offer.accepted.includes(seat)))}
      </span>
      <Single kind="takeBack" offer={offer} />
    </div>
  );
};
