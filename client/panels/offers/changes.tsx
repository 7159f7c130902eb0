import { useMemo } from 'preact/hooks';
import type { Clause, Offer } from '../../../shared/engine/state.ts';
import type { Seat } from '../../../shared/seats.ts';
import { Change } from '../../parts/clauseList.tsx';
import { Flag } from '../../parts/flag.tsx';
import { Worth } from '../../parts/worth.tsx';
import { activeSeats, type Desk, lastDay, levelNow, previewOf, showsWorth } from '../../rules.ts';
import { startText } from '../../words/figures.ts';
import { t, words } from '../../words/language.ts';
import { seatName, seatNames } from '../../words/telling.ts';

type PackProps = { readonly at: Desk; readonly offer: Offer };

const afterOf = (at: Desk, clauses: readonly Clause[]): number => previewOf(at, clauses)?.after ?? 0;

/** What the package would be worth less to the viewer without one of its clauses. */
const ToMe = ({ at, offer, clause }: PackProps & { readonly clause: Clause }) => {
  const toMe = useMemo(() => {
    const rest = offer.clauses.filter((one) => one !== clause);
    return afterOf(at, offer.clauses) - afterOf(at, rest);
  }, [at, offer, clause]);
  return (
    <span class="to-you">
      <Worth value={toMe} /> <small class="unseen">{t('accept.toYou')}</small>
    </span>
  );
};

type LineProps = PackProps & { readonly clause: Clause; readonly seat: Seat };

/** One lever that moves, and what that does to a viewer who is told of worth. */
const Line = ({ at, offer, clause, seat }: LineProps) => {
  const lever = at.book.leverOf(clause.lever);
  const others = lever.owners.filter((owner) => owner !== seat);
  const notes = [
    others.length === 0 ? null : t('accept.together', { seats: seatNames(others) }),
    clause.from === 0 ? null : startText(clause, at.rules.rounds, lastDay(at.rules)),
  ].filter((note) => note !== null);
  return (
    <li>
      <span class="clause-name">
        {words(lever.label)}
        <small>{notes.join(' · ')}</small>
      </span>
      <Change
        lever={lever}
        from={at.rules.complete ? clause.level : levelNow(at, clause.lever)}
        to={clause.level}
      />
      {showsWorth(at) ? <ToMe at={at} offer={offer} clause={clause} /> : null}
    </li>
  );
};

/** What a package moves, capital by capital, all three of them; and what each move does to the viewer. */
export const Changes = ({ at, offer }: PackProps) => (
  <section class="changes" aria-label={t('accept.changes')}>
    {activeSeats(at).map((seat) => {
      const moved = offer.clauses.filter(({ lever }) => at.book.leverOf(lever).owners.includes(seat));
      return (
        <section key={seat} class={`seat-${seat}`}>
          <h3>
            <Flag seat={seat} /> {seatName(seat)}
            {moved.length === 0 || !showsWorth(at) ? null : (
              <small aria-hidden="true">{t('accept.toYou')}</small>
            )}
          </h3>
          {moved.length === 0 ? <p class="soft">{t('accept.nothing')}</p> : null}
          <ul>
            {moved.map((clause) => (
              <Line key={clause.lever} at={at} offer={offer} clause={clause} seat={seat} />
            ))}
          </ul>
        </section>
      );
    })}
  </section>
);
