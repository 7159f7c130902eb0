import { useEffect } from 'preact/hooks';
import type { Advice, Hint } from '../../../shared/coach/advice.ts';
import { coaching, consult, forgetAdvice, hasCoach, hide, isHidden } from '../../coach/coach.ts';
import { isBoardUp } from '../../deskState.ts';
import { Icon } from '../../parts/icon.tsx';
import type { Desk } from '../../rules.ts';
import { record, tableCode } from '../../store.ts';
import { hintText } from '../../words/hints.ts';
import { t } from '../../words/language.ts';
import { SuggestionBlock } from './suggestionBlock.tsx';

const Watch = ({ at, hints }: { readonly at: Desk; readonly hints: readonly Hint[] }) =>
  hints.length === 0 ? null : (
    <details class="coach-suggestion">
      <summary>
        <span class="coach-suggestion-title">{t('coach.watch')}</span>
        <small class="told">{hintText(hints[0], at.book.scenario)}</small>
        <b class="count">{hints.length}</b>
      </summary>
      <ul class="coach-watch">
        {hints.map((hint, i) => (
          <li key={`${hint.key}${i}`}>{hintText(hint, at.book.scenario)}</li>
        ))}
      </ul>
    </details>
  );

/** Whether the player has made an offer at this table; until then the proposal lies open. */
const hasOffered = ({ own }: Desk): boolean =>
  record.value.some(({ event }) => event.kind === 'offerTabled' && event.offer.by === own?.seat);

const Words = ({ at, advice }: { readonly at: Desk; readonly advice: Advice }) => {
  const { offers, opening, watch } = advice;
  return (
    <>
      {opening === null ? null : <SuggestionBlock at={at} suggestion={opening} isOpen={!hasOffered(at)} />}
      {opening === null && offers.length === 0 ? <p>{t('coach.nothing')}</p> : null}
      <Watch at={at} hints={watch} />
    </>
  );
};

const Body = ({ at }: { readonly at: Desk }) => {
  const { state, advice } = coaching.value;
  if (advice !== null) return <Words at={at} advice={advice} />;
  return <p class="soft">{state === 'thinking' ? t('coach.thinking') : t('coach.failed')}</p>;
};

/** The coach beside a learner: what to propose, and what to look out for. Nothing where the table has none. */
export const CoachCard = ({ at }: { readonly at: Desk }) => {
  const isThere = hasCoach(at.view) && !isHidden.value;
  useEffect(() => {
    if (isThere && isBoardUp.value) consult(at.view);
  }, [isThere, isBoardUp.value, at.view]);
  useEffect(() => forgetAdvice, [tableCode.value]);
  if (!hasCoach(at.view)) return null;
  return (
    <section class="card coach" aria-labelledby="coach">
      <header>
        <Icon name="mandate" />
        <h3 id="coach" title={t('coach.note')}>
          {t('coach.title')}
        </h3>
        <button
          type="button"
          class="quiet"
          aria-expanded={isThere}
          aria-controls="coach-body"
          onClick={() => hide(isThere)}
        >
          {isThere ? t('coach.hide') : t('coach.show')}
        </button>
      </header>
      <div id="coach-body" hidden={!isThere}>
        {isThere ? <Body at={at} /> : null}
      </div>
    </section>
  );
};
