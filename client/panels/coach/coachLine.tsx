import type { OfferAdvice } from '../../../shared/coach/advice.ts';
import type { Offer } from '../../../shared/engine/state.ts';
import { adviceFor, hasCoach, isHidden } from '../../coach/coach.ts';
import { Icon, type IconName } from '../../parts/icon.tsx';
import type { Desk } from '../../rules.ts';
import { hintText, points } from '../../words/hints.ts';
import { t } from '../../words/language.ts';
import { SuggestionBlock } from './suggestionBlock.tsx';

const ICONS: Readonly<Record<OfferAdvice['verdict'], IconName>> = {
  accept: 'check',
  counter: 'swap',
  wait: 'clock',
  decline: 'cross',
};

const Figures = ({ advice: { worth, total, instead } }: { readonly advice: OfferAdvice }) => {
  const lines = [
    [t('coach.worth'), worth.points],
    [t('coach.total'), total],
    [t('coach.instead'), instead],
  ] as const;
  return (
    <dl class="coach-figures">
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{t('coach.points', { value: points(value, true) })}</dd>
        </div>
      ))}
    </dl>
  );
};

/** What the coach makes of an offer that waits for the player's answer. */
export const CoachLine = ({ at, offer }: { readonly at: Desk; readonly offer: Offer }) => {
  const advice = hasCoach(at.view) && !isHidden.value ? adviceFor(offer.id) : null;
  if (advice === null) return null;
  const { verdict, why, suggestion } = advice;
  return (
    <section class={`coach-line ${verdict}`} aria-label={t('coach.title')}>
      <p class="coach-verdict">
        <Icon name={ICONS[verdict]} size={16} />
        <span>{t('coach.title')}:</span> <b>{t(`coach.verdict.${verdict}`)}</b>
      </p>
      <p>{hintText(why, at.book.scenario)}</p>
      <Figures advice={advice} />
      {suggestion === null ? null : <SuggestionBlock at={at} suggestion={suggestion} />}
    </section>
  );
};
