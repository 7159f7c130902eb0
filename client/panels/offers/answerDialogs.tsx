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

type AnswerProps = {
  readonly action: SeatAction;
  readonly tone: 'gold' | 'danger';
  readonly label: string;
  readonly onClose: () => void;
};

/** Why it can't be answered so, the way back, and the answer itself. */
const Answer = ({ action, tone, label, onClose }: AnswerProps) => {
  const refusal = whyNot(action);
  return (
    <>
      {refusal === undefined ? null : <p class="failure">{refusal}</p>}
      <div class="row end">
        <button type="button" onClick={onClose}>
          {t('app.cancel')}
        </button>
        <button
          type="button"
          class={tone}
          disabled={refusal !== undefined}
          onClick={() => {
            onClose();
            void act(action);
          }}
        >
          {label}
        </button>
      </div>
    </>
  );
};

/** Says yes after showing what it does to the viewer, what the vote at home may cost, and all that changes. */
export const AcceptDialog = ({ at, offer, onClose }: OfferProps & { readonly onClose: () => void }) => {
  const spend = useSignal<number | null>(null);
  const action: SeatAction = {
    type: 'accept',
    offer: offer.id,
    spend: spendOf(at, offer.sealed, spend.value),
  };
  return (
    <Dialog title={t('offer.acceptConfirm.title')} onClose={onClose}>
      <div class="judgement">
        <WorthBlock at={at} clauses={offer.clauses} />
        <Odds at={at} pack={{ ...offer, spend: spend.value }} />
      </div>
      <Changes at={at} offer={offer} />
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
      <Answer action={action} tone="gold" label={t('offer.acceptConfirm.do')} onClose={onClose} />
    </Dialog>
  );
};

/** Says no, with a word about it or without. */
export const DeclineDialog = ({ at, offer, onClose }: OfferProps & { readonly onClose: () => void }) => {
  const note = useSignal('');
  const action: SeatAction = { type: 'decline', offer: offer.id, note: note.value.trim() };
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
      <Answer action={action} tone="danger" label={t('offer.declineConfirm.do')} onClose={onClose} />
    </Dialog>
  );
};
