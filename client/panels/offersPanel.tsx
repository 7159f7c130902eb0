import type { Offer } from '../../shared/engine/state.ts';
import { show } from '../deskState.ts';
import { Flag } from '../parts/flag.tsx';
import { Icon } from '../parts/icon.tsx';
import { type Desk, isPlaying } from '../rules.ts';
import { t } from '../words/language.ts';
import { seatNames } from '../words/telling.ts';
import { CoachCard } from './coach/coachCard.tsx';
import { OfferCard, SealMark } from './offers/offerCard.tsx';
import { TreatiesPanel } from './treatiesPanel.tsx';

type Sorted = {
  readonly incoming: readonly Offer[];
  readonly outgoing: readonly Offer[];
  readonly others: readonly Offer[];
  readonly ended: readonly Offer[];
};

/** Offers by what they ask of the viewer, the newest first. */
export const sortOffers = ({ view, own }: Desk): Sorted => {
  const newest = [...view.offers].reverse();
  const open = newest.filter((offer) => offer.state === 'open');
  const isMine = (offer: Offer): boolean =>
    own !== null && (offer.by === own.seat || offer.accepted.includes(own.seat));
  const isForMe = (offer: Offer): boolean =>
    own !== null && offer.parties.includes(own.seat) && !isMine(offer);
  return {
    incoming: open.filter(isForMe),
    outgoing: open.filter(isMine),
    others: open.filter((offer) => !isMine(offer) && !isForMe(offer)),
    ended: newest.filter((offer) => offer.state !== 'open'),
  };
};

const Ended = ({ offer }: { readonly offer: Offer }) => (
  <li class="ended-offer">
    <Flag seat={offer.by} />
    <span>{seatNames(offer.parties)}</span>
    <SealMark isSealed={offer.sealed} />
    <span class={`state ${offer.state}`}>{t(`offer.state.${offer.state}`)}</span>
  </li>
);

const Group = ({
  at,
  title,
  offers,
}: {
  readonly at: Desk;
  readonly title: string;
  readonly offers: readonly Offer[];
}) =>
  offers.length === 0 ? null : (
    <section class="offer-group" aria-label={title}>
      <h3 class="eyebrow">{title}</h3>
      {offers.map((offer) => (
        <OfferCard key={offer.id} at={at} offer={offer} />
      ))}
    </section>
  );

const Nothing = ({ at }: { readonly at: Desk }) => (
  <div class="card empty">
    <p>{t('offers.none')}</p>
    {!isPlaying(at) ? null : (
      <>
        <p class="soft">{t('offers.noneHint')}</p>
        <button type="button" class="gold" onClick={() => show('compose')}>
          <Icon name="compose" /> {t('compose.title')}
        </button>
      </>
    )}
  </div>
);

/** All offers that the viewer knows of, and the treaties. */
export const OffersPanel = ({ at }: { readonly at: Desk }) => {
  const { incoming, outgoing, others, ended } = sortOffers(at);
  const isEmpty = incoming.length + outgoing.length + others.length === 0;
  return (
    <div class="panel-body">
      <CoachCard at={at} />
      {isEmpty ? <Nothing at={at} /> : null}
      <Group at={at} title={t('offers.in')} offers={incoming} />
      <Group at={at} title={t('offers.out')} offers={outgoing} />
      <Group at={at} title={t('offers.other')} offers={others} />
      <TreatiesPanel at={at} />
      {ended.length === 0 ? null : (
        <section class="offer-group">
          <h3 class="eyebrow">{t('offers.ended')}</h3>
          <ul class="ended-offers">
            {ended.map((offer) => (
              <Ended key={offer.id} offer={offer} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
};
