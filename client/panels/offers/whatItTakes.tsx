import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { Offer } from '../../../shared/engine/state.ts';
import { lazyPage } from '../../pages/lazyPage.tsx';
import { Icon } from '../../parts/icon.tsx';
import { type Desk, previewOf } from '../../rules.ts';
import { t } from '../../words/language.ts';
import { ENOUGH } from './enough.ts';

type OfferProps = { readonly at: Desk; readonly offer: Offer };

/** Fetched when somebody asks. */
const answer = lazyPage(() => import('./smallestAnswer.tsx').then(({ SmallestAnswer }) => SmallestAnswer));

/** For an offer that leaves the viewer no better off than no deal: the smallest change with which it would. */
export const WhatItTakes = ({ at, offer }: OfferProps) => {
  const isOpen = useSignal(false);
  const waits = offer.state === 'open' && at.own !== null && !offer.accepted.includes(at.own.seat);
  const isWanting = useMemo(
    () => waits && (previewOf(at, offer.clauses)?.change ?? 0) < ENOUGH,
    [at, offer, waits],
  );
  if (!isWanting || at.view.phase !== 'negotiation' || at.rules.complete) return null;
  if (isOpen.value) return <answer.Loaded at={at} offer={offer} />;
  return (
    <button
      type="button"
      class="quiet small needed-ask"
      onClick={() => {
        isOpen.value = true;
      }}
    >
      <Icon name="scales" size={16} /> {t('needed.ask')}
    </button>
  );
};
