import { useSignal } from '@preact/signals';
import type { SeatAction } from '../../../shared/engine/actions/index.ts';
import type { Offer } from '../../../shared/engine/state.ts';
import { startCounter } from '../../composing.ts';
import { show } from '../../deskState.ts';
import { lazyPage } from '../../pages/lazyPage.tsx';
import { ask } from '../../parts/question.tsx';
import { type Desk, whyNot } from '../../rules.ts';
import { act, isActedElsewhere, past } from '../../store.ts';
import { t } from '../../words/language.ts';
import { seatNames } from '../../words/telling.ts';

type OfferProps = { readonly at: Desk; readonly offer: Offer };

/** Fetched when somebody is about to answer. */
const accepting = lazyPage(() => import('./answerDialogs.tsx').then(({ AcceptDialog }) => AcceptDialog));
const declining = lazyPage(() => import('./answerDialogs.tsx').then(({ DeclineDialog }) => DeclineDialog));

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
      {open.value === 'accept' ? <accepting.Loaded at={at} offer={offer} onClose={close} /> : null}
      {open.value === 'decline' ? <declining.Loaded at={at} offer={offer} onClose={close} /> : null}
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
        ask(() => ({
          title: t(`offer.${kind}Confirm.title`),
          body: <p>{t(`offer.${kind}Confirm.body`)}</p>,
          action: t(`offer.${kind}Confirm.do`),
          tone: 'danger',
          run: () => void act(action),
        }))
      }
    >
      {t(`offer.${kind}`)}
    </button>
  );
};

/** What the viewer can do about an open offer. */
export const OfferActions = ({ at, offer }: OfferProps) => {
  const self = at.own?.seat;
  if (past.value !== null || isActedElsewhere.value) return null;
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
