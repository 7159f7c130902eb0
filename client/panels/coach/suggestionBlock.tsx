import type { Suggestion } from '../../../shared/coach/advice.ts';
import { draft, edit } from '../../composing.ts';
import { show } from '../../deskState.ts';
import { EMPTY_DRAFT, isBlank } from '../../drafts.ts';
import { ClauseList } from '../../parts/clauseList.tsx';
import { Icon } from '../../parts/icon.tsx';
import { ask } from '../../parts/question.tsx';
import { Worth } from '../../parts/worth.tsx';
import type { Desk } from '../../rules.ts';
import { holdDraft } from '../../sending.ts';
import { hintText, points } from '../../words/hints.ts';
import { t } from '../../words/language.ts';
import { seatNames } from '../../words/telling.ts';

type SuggestionProps = {
  readonly at: Desk;
  readonly suggestion: Suggestion;
  readonly isOpen?: boolean;
};

const load = ({ to, clauses, sealed, counters }: Suggestion): void => {
  edit(() => ({ ...EMPTY_DRAFT, to, clauses, sealed, counters }));
  show('compose');
  document.getElementById('tab-compose')?.focus();
};

/** What is being composed is not thrown away without a word. */
const offerToLoad = (suggestion: Suggestion, then: () => void = () => undefined): void => {
  const take = (): void => {
    load(suggestion);
    then();
  };
  if (isBlank(draft.value)) take();
  else
    ask(() => ({
      title: t('coach.replace.title'),
      body: <p>{t('coach.replace.body')}</p>,
      action: t('coach.load'),
      run: take,
    }));
};

const chanceText = (chance: number): string =>
  chance < 0.15 ? t('coach.chance.low') : chance < 0.5 ? t('coach.chance.middle') : t('coach.chance.high');

/** A package that the coach would lay down, to be looked over and sent by the player. */
export const SuggestionBlock = ({ at, suggestion, isOpen = false }: SuggestionProps) => {
  const { to, counters, worth, chance, why, clauses } = suggestion;
  const { own } = at;
  if (own === null) return null;
  const title = counters === null ? t('coach.proposal', { seats: seatNames(to) }) : t('coach.counter');
  return (
    <details class="coach-suggestion" open={isOpen}>
      <summary>
        <span class="coach-suggestion-title">{title}</span>
        <small>{chanceText(chance)}</small>
        <b class="worth gain">{t('coach.points', { value: points(worth.points, true) })}</b>
      </summary>
      <p>{hintText(why, at.book.scenario)}</p>
      <div class="row">
        <button type="button" onClick={() => offerToLoad(suggestion)}>
          <Icon name="compose" size={16} /> {t('coach.load')}
        </button>
        <button type="button" class="gold" onClick={() => offerToLoad(suggestion, holdDraft)}>
          {t('coach.send')}
        </button>
      </div>
      <ClauseList at={at} parties={[own.seat, ...to]} clauses={clauses} />
      {at.rules.complete ? null : (
        <p class="row between">
          <span class="soft">{t('offer.worth')}</span> <Worth value={worth.bn} />
        </p>
      )}
    </details>
  );
};
