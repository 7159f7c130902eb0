import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Seat } from '../../shared/seats.ts';
import { draft, edit } from '../composing.ts';
import { lazyPart } from '../pages/lazyPart.ts';
import { activeSeats, type Desk } from '../rules.ts';
import { t } from '../words/language.ts';
import { seatNames } from '../words/telling.ts';
import { Comparison } from './compose/comparison.tsx';
import { LeverShelf } from './compose/leverShelf.tsx';
import { OfferTerms } from './compose/offerTerms.tsx';
import { PackageList } from './compose/packageList.tsx';
import { PartyChoice } from './compose/partyChoice.tsx';
import { SendBar } from './compose/sendBar.tsx';

const measures = lazyPart(() => import('./compose/measures.tsx').then(({ Measures }) => Measures));

/** The others, where no offer is possible without all of them. */
const sureParties = (at: Desk, self: Seat): readonly Seat[] => {
  const seats = activeSeats(at);
  const isForAll = at.book.scenario.levers.every(({ owners }) => owners.length === seats.length);
  return isForAll || seats.length === 2 ? seats.filter((seat) => seat !== self) : [];
};

/** Keeps the draft sensible: who has to be a party is one; an offer that has ended can't be countered any more. */
const useTidyDraft = (at: Desk, self: Seat): void => {
  const { counters, to } = draft.value;
  const sure = sureParties(at, self);
  const isMissing = sure.some((seat) => !to.includes(seat));
  const isStale =
    counters !== null && !at.view.offers.some((offer) => offer.id === counters && offer.state === 'open');
  useEffect(() => {
    if (isStale) edit((before) => ({ ...before, counters: null }));
    if (isMissing) edit((before) => ({ ...before, to: sure }));
  }, [isStale, isMissing]);
};

const Composer = ({ at, self }: { readonly at: Desk; readonly self: Seat }) => {
  useTidyDraft(at, self);
  const { counters, to } = draft.value;
  return (
    <section class="composer" aria-labelledby="composer">
      <h3 id="composer" class={counters === null ? 'unseen' : 'counter-title'}>
        {counters === null ? t('compose.title') : t('compose.counterTitle', { seat: seatNames(to) })}
      </h3>
      <PartyChoice at={at} self={self} />
      <PackageList at={at} />
      <LeverShelf at={at} />
      <OfferTerms at={at} />
      <Comparison at={at} self={self} />
      <SendBar at={at} />
    </section>
  );
};

/** Where moves are made: a treaty to offer, or a measure of one's own. */
export const ComposePanel = ({ at }: { readonly at: Desk }) => {
  const isAlone = useSignal(false);
  if (at.own === null) return <p class="soft panel-body">{t('table.watching')}</p>;
  const hasMeasures = at.rules.measures.perRound > 0;
  return (
    <div class="panel-body">
      {hasMeasures ? (
        <div class="segments">
          <button
            type="button"
            aria-pressed={!isAlone.value}
            onClick={() => {
              isAlone.value = false;
            }}
          >
            {t('compose.title')}
          </button>
          <button
            type="button"
            aria-pressed={isAlone.value}
            onClick={() => {
              isAlone.value = true;
            }}
          >
            {t('compose.actAlone')}
          </button>
        </div>
      ) : null}
      {isAlone.value && hasMeasures ? (
        <measures.Loaded at={at} self={at.own.seat} />
      ) : (
        <Composer at={at} self={at.own.seat} />
      )}
    </div>
  );
};
