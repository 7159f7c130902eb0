import type { Debrief } from '../../../shared/debrief/report.ts';
import type { SeatReview } from '../../../shared/debrief/review/reviewSeat.ts';
import type { Book } from '../../../shared/scenarios/book.ts';
import type { Seat } from '../../../shared/seats.ts';
import { Flag } from '../../parts/flag.tsx';
import { figure, percent, worth } from '../../words/figures.ts';
import { t, words } from '../../words/language.ts';
import { seatName } from '../../words/telling.ts';

type ScoreCardsProps = {
  readonly book: Book;
  readonly debrief: Debrief;
  readonly reviews: Partial<Record<Seat, SeatReview>>;
  readonly names: Partial<Record<Seat, string>>;
};

const Accuracy = ({ review }: { readonly review: SeatReview | undefined }) => {
  if (review === undefined) return <span class="soft">{t('debrief.working')}</span>;
  return <>{review.accuracy === null ? t('debrief.none') : figure(review.accuracy)}</>;
};

/** Every seat's end: score, mandate, what it got, and how accurate its decisions were. */
export const ScoreCards = ({ book, debrief: { value, mandates }, reviews, names }: ScoreCardsProps) => (
  <ul class="scores">
    {book.scenario.seats.map((seat) => (
      <li key={seat} class={`card seat-${seat}`}>
        <span class="economy-head">
          <Flag seat={seat} />
          <strong>{seatName(seat)}</strong>
          <span class="soft">{names[seat] ?? ''}</span>
          <b class="score-small">{figure(value.results[seat].score)}</b>
        </span>
        <p class="soft">{words(book.mandateOf(mandates[seat]).label)}</p>
        <dl class="sum">
          <div>
            <dt>{t('debrief.gain')}</dt>
            <dd>{worth(value.gains[seat])}</dd>
          </div>
          <div>
            <dt>{t('debrief.claimed')}</dt>
            <dd>{value.shares === null ? t('debrief.none') : percent(value.shares[seat])}</dd>
          </div>
          <div class="total">
            <dt>{t('debrief.accuracy')}</dt>
            <dd>
              <Accuracy review={reviews[seat]} />
            </dd>
          </div>
        </dl>
      </li>
    ))}
  </ul>
);
