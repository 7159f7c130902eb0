import { mostToSpend } from '../../../shared/engine/ratification.ts';
import { spendOf } from '../../composing.ts';
import { Stepper } from '../../parts/stepper.tsx';
import type { Desk } from '../../rules.ts';
import { figure } from '../../words/figures.ts';
import { t } from '../../words/language.ts';

type SpendStepperProps = {
  readonly at: Desk;
  readonly isSealed: boolean;
  readonly value: number | null;
  readonly onChange: (value: number) => void;
};

/** The most capital that one would put into ratification. Nothing where nothing is ratified. */
export const SpendStepper = ({ at, isSealed, value, onChange }: SpendStepperProps) => {
  if (at.rules.ratification === null || at.own === null) return null;
  const most = mostToSpend(at.book, at.own.capital, isSealed);
  const spend = spendOf(at, isSealed, value);
  return (
    <div class="row between spend">
      <span>{t('offer.spend')}</span>
      <Stepper
        name={t('offer.spend')}
        value={figure(spend)}
        onLess={spend > 0 ? () => onChange(spend - 1) : null}
        onMore={spend < most ? () => onChange(spend + 1) : null}
      />
    </div>
  );
};
