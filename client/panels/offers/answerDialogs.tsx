import { useSignal } from '@preact/signals';
import type { SeatAction } from '../../../shared/engine/actions/index.ts';
import type { Offer } from '../../../shared/engine/state.ts';
import { spendOf } from '../../composing.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { type Desk, whyNot } from '../../rules.ts';
import { act } from '../../store.ts';
import { t } from '../../words/language.ts';
import { Changes } from './changes.tsx';
import { Odds } from './odds.tsx';
import { SpendStepper } from './spendStepper.tsx';
import { WorthBlock } from './worthBlock.tsx';

type OfferProps = { readonly at: Desk; readonly offer: Offer };

const isLastToAccept = ({ at, offer }: OfferProps): boolean =>
  offer.parties.every((seat) => seat === at.own?.seat || offer.accepted.includes(seat));

/** Says yes after showing what changes, what it does to the viewer, and what the vote at home may cost. */
export const AcceptDialog = ({ at, offer, onClose }: OfferProps & { readonly onClose: () => void }) => {
  const spend = useSignal<number | null>(null);
  const action: SeatAction = {
    type: 'accept',
    offer: offer.id,
    spend: spendOf(at, offer.sealed, spend.value),
  };
  const refusal = whyNot(action);
  return (
    <Dialog title={t('offer.acceptConfirm.title')} onClose={onClose}>
      <Changes at={at} offer={offer} />
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

/** Says no, with a word about it or without. */
export const DeclineDialog = ({ at, offer, onClose }: OfferProps & { readonly onClose: () => void }) => {
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
