import { useMemo } from 'preact/hooks';
import type { Offer } from '../../../shared/engine/state.ts';
import type { Seat } from '../../../shared/seats.ts';
import { draft } from '../../composing.ts';
import { ClauseList } from '../../parts/clauseList.tsx';
import { Flag } from '../../parts/flag.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Worth } from '../../parts/worth.tsx';
import { type Desk, previewOf } from '../../rules.ts';
import { t } from '../../words/language.ts';
import { spokenText } from '../../words/spoken.ts';
import { seatName, seatNames } from '../../words/telling.ts';
import { CoachLine } from '../coach/coachLine.tsx';
import { Odds } from './odds.tsx';
import { OfferActions } from './offerActions.tsx';
import { WhatItTakes } from './whatItTakes.tsx';
import { WorthBlock } from './worthBlock.tsx';

type OfferProps = { readonly at: Desk; readonly offer: Offer };

const titleOf = (offer: Offer, self: Seat | null): string => {
  const others = offer.parties.filter((seat) => seat !== offer.by);
  if (offer.by === self) return t('offer.mine', { seats: seatNames(others) });
  if (self === null || !offer.parties.includes(self))
    return t('offer.between', { seat: seatName(offer.by), others: seatNames(others) });
  return others.length === 1
    ? t('offer.from', { seat: seatName(offer.by) })
    : t('offer.fromThree', { seat: seatName(offer.by) });
};

/** Open or sealed, with what that means. */
export const SealMark = ({ isSealed }: { readonly isSealed: boolean }) => (
  <span
    class={isSealed ? 'mark sealed' : 'mark'}
    title={isSealed ? t('offer.sealedHint') : t('offer.openHint')}
  >
    <Icon name={isSealed ? 'lock' : 'globe'} size={14} />
    {isSealed ? t('offer.sealed') : t('offer.open')}
  </span>
);

const expiryText = ({ at, offer }: OfferProps): string => {
  const last = Math.min(offer.round + 1, at.rules.rounds);
  return last <= at.view.round ? t('offer.expiresNow') : t('offer.expires', { round: last });
};

const Accepted = ({ offer }: { readonly offer: Offer }) => (
  <p class="accepted">
    <span class="unseen">{t('offer.accepted')}</span>
    {offer.parties.map((seat) => (
      <span key={seat} class={offer.accepted.includes(seat) ? 'signer yes' : 'signer'}>
        <Flag seat={seat} />
        {offer.accepted.includes(seat) ? <Icon name="check" size={14} /> : <Icon name="clock" size={14} />}
        <span class="unseen">
          {seatName(seat)}: {offer.accepted.includes(seat) ? t('offer.yes') : t('offer.notYet')}
        </span>
      </span>
    ))}
  </p>
);

/** How an offer does beside what the viewer is composing. */
const AgainstDraft = ({ at, offer }: OfferProps) => {
  const { clauses } = draft.value;
  const waits = at.own !== null && offer.state === 'open' && !offer.accepted.includes(at.own.seat);
  const gap = useMemo(
    () => (previewOf(at, offer.clauses)?.change ?? 0) - (previewOf(at, clauses)?.change ?? 0),
    [at, offer, clauses],
  );
  if (!waits || clauses.length === 0) return null;
  return (
    <p class="row between against">
      <span class="soft">{t('compare.againstDraft')}</span> <Worth value={gap} />
    </p>
  );
};

/** An offer in full: who, what, what it is worth to the viewer, who has said yes, and what can be done. */
export const OfferCard = ({ at, offer }: OfferProps) => {
  const self = at.own?.seat ?? null;
  const isParty = self !== null && offer.parties.includes(self);
  return (
    <article
      class={`card offer seat-${offer.by}`}
      aria-label={titleOf(offer, self)}
      data-testid={`offer-${offer.id}`}
    >
      <header>
        <Flag seat={offer.by} />
        <h3>{titleOf(offer, self)}</h3>
        <SealMark isSealed={offer.sealed} />
      </header>
      <div class="offer-body">
        <div class="offer-meta">
          <p class="expiry">
            {offer.parent === null ? null : <b>{t('offer.counterTo')} · </b>}
            {offer.state === 'open' ? expiryText({ at, offer }) : t(`offer.state.${offer.state}`)}
          </p>
          <Accepted offer={offer} />
        </div>
        <ClauseList at={at} parties={offer.parties} clauses={offer.clauses} />
        {offer.note === '' ? null : (
          <blockquote class="note">
            <span class="unseen">{t('offer.note')}: </span>
            {spokenText(offer.note)}
          </blockquote>
        )}
        <div class="judgement">
          <WorthBlock at={at} clauses={offer.clauses} />
          {isParty && offer.state === 'open' ? <Odds at={at} pack={{ ...offer, spend: null }} /> : null}
        </div>
        <AgainstDraft at={at} offer={offer} />
        {isParty ? <WhatItTakes at={at} offer={offer} /> : null}
        <CoachLine at={at} offer={offer} />
        <OfferActions at={at} offer={offer} />
      </div>
    </article>
  );
};
