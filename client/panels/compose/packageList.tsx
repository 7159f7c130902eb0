import type { Clause } from '../../../shared/engine/state.ts';
import { draft, edit } from '../../composing.ts';
import { withClause, withStart } from '../../drafts.ts';
import { Change } from '../../parts/clauseList.tsx';
import { Icon } from '../../parts/icon.tsx';
import { type Desk, lastDay, levelNow } from '../../rules.ts';
import { startText } from '../../words/figures.ts';
import { t, words } from '../../words/language.ts';

type ClauseProps = { readonly at: Desk; readonly clause: Clause };

/** The rounds in which a clause may start: at once, at the end of a later round, or after the last day. */
const startsOf = (at: Desk): readonly number[] => {
  const { rounds } = at.rules;
  const later = Array.from({ length: Math.max(0, rounds - at.view.round) }, (_, i) => at.view.round + 1 + i);
  return [0, ...later, rounds + 1];
};

const StartSelect = ({ at, clause }: ClauseProps) => {
  const name = words(at.book.leverOf(clause.lever).label);
  return (
    <select
      class="start-select"
      aria-label={t('compose.start', { lever: name })}
      value={String(clause.from)}
      onChange={(event) => {
        const from = Number(event.currentTarget.value);
        edit((before) => withStart(before, clause.lever, from));
      }}
    >
      {startsOf(at).map((from) => (
        <option key={from} value={String(from)}>
          {startText({ from }, at.rules.rounds, lastDay(at.rules))}
        </option>
      ))}
    </select>
  );
};

const Row = ({ at, clause }: ClauseProps) => {
  const lever = at.book.leverOf(clause.lever);
  const name = words(lever.label);
  return (
    <li>
      <Icon name={lever.track} size={16} />
      <span class="clause-name">{name}</span>
      <button
        type="button"
        class="quiet round"
        aria-label={t('compose.remove', { lever: name })}
        onClick={() => edit((before) => withClause(before, clause.lever, null))}
      >
        <Icon name="cross" size={14} />
      </button>
      <Change
        lever={lever}
        from={at.rules.complete ? clause.level : levelNow(at, clause.lever)}
        to={clause.level}
      />
      {at.rules.complete ? null : <StartSelect at={at} clause={clause} />}
    </li>
  );
};

/** The clauses of the draft, in the order in which they came in. */
export const PackageList = ({ at }: { readonly at: Desk }) => {
  const { clauses } = draft.value;
  const { complete } = at.rules;
  return (
    <section class="package" aria-labelledby="package">
      <h4 class="eyebrow" id="package">
        {t('compose.clauses')}
        {complete
          ? ` · ${t('compose.complete', { done: clauses.length, all: at.book.scenario.levers.length })}`
          : null}
      </h4>
      {clauses.length === 0 ? <p class="soft">{t('compose.empty')}</p> : null}
      <ul>
        {clauses.map((clause) => (
          <Row key={clause.lever} at={at} clause={clause} />
        ))}
      </ul>
    </section>
  );
};
