import type { Clause } from '../../../shared/engine/state.ts';
import type { Seat } from '../../../shared/seats.ts';
import { spendOf } from '../../composing.ts';
import { Term } from '../../parts/term.tsx';
import { type Desk, oddsOf } from '../../rules.ts';
import { figure, percent } from '../../words/figures.ts';
import { t } from '../../words/language.ts';

/** A package before the legislatures. `spend`: the most capital for it, null: as much as the rules allow. */
export type Pack = {
  readonly parties: readonly Seat[];
  readonly clauses: readonly Clause[];
  readonly sealed: boolean;
  readonly spend: number | null;
};

/** The chance that the viewer's own legislature ratifies a package, and what it would cost. */
export const Odds = ({ at, pack }: { readonly at: Desk; readonly pack: Pack }) => {
  const odds = oddsOf(at, { ...pack, spend: spendOf(at, pack.sealed, pack.spend) });
  if (odds === null) return null;
  const tone = odds.probability > 0.85 ? 'gain' : odds.probability < 0.4 ? 'loss' : 'even';
  return (
    <p class="odds">
      <span>
        <Term id="ratification">{t('offer.odds')}</Term>
      </span>
      <b class={tone}>{percent(odds.probability)}</b>
      <small>
        {odds.price > 0 ? t('offer.oddsPrice', { price: figure(odds.price) }) : t('offer.oddsFree')}
      </small>
    </p>
  );
};
