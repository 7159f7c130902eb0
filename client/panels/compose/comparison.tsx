import { useMemo } from 'preact/hooks';
import type { Seat } from '../../../shared/seats.ts';
import { draft, spendOf } from '../../composing.ts';
import { Worth } from '../../parts/worth.tsx';
import { type Desk, oddsOf, previewOf } from '../../rules.ts';
import { percent } from '../../words/figures.ts';
import { t } from '../../words/language.ts';
import { seatName } from '../../words/telling.ts';
import type { Pack } from '../offers/odds.tsx';
import { sortOffers } from '../offersPanel.tsx';

type Row = { readonly key: string; readonly name: string; readonly pack: Pack | null };

const Line = ({ at, row: { key, name, pack } }: { readonly at: Desk; readonly row: Row }) => {
  const worth = useMemo(() => (pack === null ? 0 : (previewOf(at, pack.clauses)?.change ?? 0)), [at, pack]);
  const odds =
    pack === null || pack.clauses.length === 0
      ? null
      : oddsOf(at, { ...pack, spend: spendOf(at, pack.sealed, pack.spend) });
  return (
    <tr class={key}>
      <th scope="row">{name}</th>
      <td>
        <Worth value={worth} />
      </td>
      <td>{odds === null ? '–' : percent(odds.probability)}</td>
    </tr>
  );
};

/** The draft beside no deal and beside what waits for an answer: what each is worth to the viewer, and whether it would pass at home. */
export const Comparison = ({ at, self }: { readonly at: Desk; readonly self: Seat }) => {
  const current = draft.value;
  const waiting = sortOffers(at).incoming;
  if (current.clauses.length === 0 || waiting.length === 0) return null;
  const rows: readonly Row[] = [
    { key: 'none', name: t('compare.noDeal'), pack: null },
    ...waiting.map((offer) => ({
      key: offer.id,
      name: t('compare.offer', { seat: seatName(offer.by) }),
      pack: { ...offer, spend: null },
    })),
    { key: 'draft', name: t('compare.draft'), pack: { ...current, parties: [self, ...current.to] } },
  ];
  return (
    <table class="comparison">
      <caption class="unseen">{t('compare.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('compare.what')}</th>
          <th scope="col">{t('offer.worth')}</th>
          <th scope="col">{t('offer.odds')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Line key={row.key} at={at} row={row} />
        ))}
      </tbody>
    </table>
  );
};
