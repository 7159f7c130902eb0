import type { Clause } from '../../shared/engine/state.ts';
import type { Lever } from '../../shared/scenarios/schema.ts';
import type { Seat } from '../../shared/seats.ts';
import { type Desk, lastDay, levelNow, outlookOf } from '../rules.ts';
import { levelText, startText } from '../words/figures.ts';
import { t, words } from '../words/language.ts';
import { seatName } from '../words/telling.ts';
import { Icon } from './icon.tsx';

type Group = { readonly key: string; readonly title: string; readonly clauses: readonly Clause[] };

const giverOf = ({ owners }: Lever): Seat | 'shared' => (owners.length === 1 ? owners[0] : 'shared');

const titleOf = (giver: Seat | 'shared', self: Seat | null, parties: readonly Seat[]): string => {
  if (giver === 'shared') return t('offer.shared');
  if (giver === self) return t('offer.give');
  return self !== null && parties.length === 2 && parties.includes(self)
    ? t('offer.get')
    : t('offer.gives', { seat: seatName(giver) });
};

/** Clauses by who has to act: oneself first, then the others, then what is done together. */
const groupsOf = (at: Desk, parties: readonly Seat[], clauses: readonly Clause[]): readonly Group[] => {
  const self = at.own?.seat ?? null;
  const order = [...parties].sort((a, b) => Number(b === self) - Number(a === self));
  return [...order, 'shared' as const]
    .map((giver) => ({
      key: giver,
      title: titleOf(giver, self, parties),
      clauses: clauses.filter(({ lever }) => giverOf(at.book.leverOf(lever)) === giver),
    }))
    .filter((group) => group.clauses.length > 0);
};

/** A step from one level to another, for eyes and for ears. */
export const Change = ({
  lever,
  from,
  to,
}: {
  readonly lever: Lever;
  readonly from: number;
  readonly to: number;
}) => (
  <span class="change">
    {from === to ? null : (
      <>
        <span class="from">{levelText(lever, from)}</span>
        <span aria-hidden="true"> → </span>
        <span class="unseen">{t('clause.becomes')}</span>
      </>
    )}
    <b>{levelText(lever, to)}</b>
  </span>
);

type RowProps = { readonly at: Desk; readonly clause: Clause; readonly since: 'now' | 'pause' };

const ClauseRow = ({ at, clause, since }: RowProps) => {
  const lever = at.book.leverOf(clause.lever);
  const before = since === 'now' ? levelNow(at, clause.lever) : lever.pause;
  // Where all has to be settled at once, there is nothing to compare with.
  const now = at.rules.complete ? clause.level : before;
  const settlement = since === 'now' && !at.rules.complete ? outlookOf(at, lever).settlement : clause.level;
  const days = lastDay(at.rules);
  return (
    <li>
      <Icon name={lever.track} size={16} />
      <span class="clause-name">
        {words(lever.label)}
        <small>
          {clause.from === 0 ? null : startText(clause, at.rules.rounds, days)}
          {settlement === now || settlement === clause.level
            ? null
            : t('clause.otherwise', { level: levelText(lever, settlement), days })}
        </small>
      </span>
      <Change lever={lever} from={now} to={clause.level} />
    </li>
  );
};

type ClauseListProps = {
  readonly at: Desk;
  readonly parties: readonly Seat[];
  readonly clauses: readonly Clause[];
  /** What the clauses are compared with: the levels in force, or, in hindsight, those of day 0. */
  readonly since?: 'now' | 'pause';
};

/** The terms of a package in words: now and proposed, by who gives what. */
export const ClauseList = ({ at, parties, clauses, since = 'now' }: ClauseListProps) => (
  <div class="clauses">
    {groupsOf(at, parties, clauses).map((group) => (
      <section key={group.key}>
        <h4>{group.title}</h4>
        <ul>
          {group.clauses.map((clause) => (
            <ClauseRow key={clause.lever} at={at} clause={clause} since={since} />
          ))}
        </ul>
      </section>
    ))}
  </div>
);
