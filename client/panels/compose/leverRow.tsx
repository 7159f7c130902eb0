import { useMemo } from 'preact/hooks';
import type { Clause } from '../../../shared/engine/state.ts';
import type { Lever } from '../../../shared/scenarios/schema.ts';
import { draft, edit } from '../../composing.ts';
import { withClause } from '../../drafts.ts';
import { Flag } from '../../parts/flag.tsx';
import { Stepper } from '../../parts/stepper.tsx';
import { Worth } from '../../parts/worth.tsx';
import { type Desk, lastDay, levelNow, outlookOf, previewOf, showsWorth } from '../../rules.ts';
import { levelText } from '../../words/figures.ts';
import { t, words } from '../../words/language.ts';
import { refusalText } from '../../words/refusals.ts';
import { firstLevel, leverRefusal, nextLevel } from './leverRules.ts';

type LeverProps = { readonly at: Desk; readonly lever: Lever };

/** Where a lever stands and where it goes by itself. */
const Outlook = ({ at, lever }: LeverProps) => {
  if (at.rules.complete) return <small class="outlook">{words(lever.description)}</small>;
  const { now, settlement } = outlookOf(at, lever);
  return (
    <small class="outlook">
      {t('clause.now', { level: levelText(lever, now) })}
      {settlement === now
        ? null
        : ` · ${t('clause.otherwise', { level: levelText(lever, settlement), days: lastDay(at.rules) })}`}
    </small>
  );
};

const afterOf = (at: Desk, clauses: readonly Clause[]): number => previewOf(at, clauses)?.after ?? 0;

const ClauseWorth = ({ at, clause }: { readonly at: Desk; readonly clause: Clause }) => {
  // Against the same settlement without the clause, which is not the same as without any treaty.
  const change = useMemo(() => afterOf(at, [clause]) - afterOf(at, []), [at, clause]);
  return showsWorth(at) ? <Worth value={change} /> : null;
};

const step = (lever: Lever, clause: Clause | undefined, now: number, by: 1 | -1): (() => void) | null => {
  const from = clause?.level ?? firstLevel(lever, now);
  const next = nextLevel(lever, from, by);
  return next === null ? null : () => edit((before) => withClause(before, lever.id, next));
};

/** One lever of the composer: a ladder in steps, where it stands, and what the change is worth by itself. */
export const LeverRow = ({ at, lever }: LeverProps) => {
  const clause = draft.value.clauses.find((one) => one.lever === lever.id);
  const refusal = leverRefusal(at, draft.value, lever);
  const now = levelNow(at, lever.id);
  const name = words(lever.label);
  if (refusal !== null)
    return (
      <li class="lever shut">
        <LeverHead lever={lever} />
        <Outlook at={at} lever={lever} />
        <small class="why">{refusalText(refusal, at.book.scenario)}</small>
      </li>
    );
  const level = clause?.level ?? firstLevel(lever, now);
  return (
    <li class={clause ? 'lever set' : 'lever'}>
      <LeverHead lever={lever} />
      <Stepper
        name={name}
        value={levelText(lever, level)}
        isSet={clause !== undefined}
        onLess={step(lever, clause, now, -1)}
        onMore={step(lever, clause, now, 1)}
      />
      <Outlook at={at} lever={lever} />
      {clause === undefined ? (
        <button
          type="button"
          class="fix"
          aria-label={t(at.rules.complete ? 'compose.chooseOf' : 'compose.keep', { lever: name })}
          title={at.rules.complete ? undefined : t('compose.keepHint')}
          onClick={() => edit((before) => withClause(before, lever.id, level))}
        >
          {t(at.rules.complete ? 'compose.choose' : 'compose.fix')}
        </button>
      ) : (
        <ClauseWorth at={at} clause={clause} />
      )}
    </li>
  );
};

const LeverHead = ({ lever }: { readonly lever: Lever }) => (
  <span class="lever-name" title={words(lever.description)}>
    <span class="flags">
      {lever.owners.map((seat) => (
        <Flag key={seat} seat={seat} />
      ))}
    </span>
    {words(lever.label)}
  </span>
);
