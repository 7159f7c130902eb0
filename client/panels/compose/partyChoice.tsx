import type { Seat } from '../../../shared/seats.ts';
import { draft, edit } from '../../composing.ts';
import { withParty } from '../../drafts.ts';
import { Flag } from '../../parts/flag.tsx';
import { activeSeats, type Desk } from '../../rules.ts';
import { t } from '../../words/language.ts';

/** Who shall be party: the same parties as the offer that is countered, otherwise one or both others. */
export const PartyChoice = ({ at, self }: { readonly at: Desk; readonly self: Seat }) => {
  const others = activeSeats(at).filter((seat) => seat !== self);
  const isFixed = draft.value.counters !== null;
  return (
    <fieldset class="parties">
      <legend>{t('compose.with')}</legend>
      {others.map((seat) => {
        const isIn = draft.value.to.includes(seat);
        return (
          <button
            key={seat}
            type="button"
            class={`party seat-${seat}`}
            aria-pressed={isIn}
            disabled={isFixed}
            onClick={() =>
              edit((before) => withParty(before, seat, !isIn, (lever) => at.book.leverOf(lever).owners, self))
            }
          >
            <Flag seat={seat} />
            {t(`seat.short.${seat}`)}
          </button>
        );
      })}
    </fieldset>
  );
};
