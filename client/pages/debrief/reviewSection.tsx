import type { Choice, Decision } from '../../../shared/debrief/review/decision.ts';
import type { SeatReview } from '../../../shared/debrief/review/reviewSeat.ts';
import type { Book } from '../../../shared/scenarios/book.ts';
import type { Seat } from '../../../shared/seats.ts';
import { Flag } from '../../parts/flag.tsx';
import { Link } from '../../router.tsx';
import { figure, worth } from '../../words/figures.ts';
import { t } from '../../words/language.ts';
import { clausesText, seatName, seatNames, type Telling } from '../../words/telling.ts';

type Scene = {
  readonly book: Book;
  readonly seat: Seat;
  /** Where the table's replay is. */
  readonly replay: (seq: number) => string;
};

const tellingOf = ({ book, seat }: Scene): Telling => ({
  scenario: book.scenario,
  own: seat,
  offers: new Map(),
  treaties: new Map(),
});

/** What was done, or could have been, in a sentence of its own. */
const choiceText = (scene: Scene, { act, parties, clauses, gain }: Choice): string => {
  const others = parties.filter((party) => party !== scene.seat);
  const terms = clausesText(tellingOf(scene), clauses);
  const gained = gain === null ? '' : worth(gain);
  switch (act) {
    case 'table':
      return t('review.table', { seats: seatNames(others), terms, gain: gained });
    case 'accept':
      return t('review.accept', { seats: seatNames(others), terms, gain: gained });
    case 'order':
      return t('review.order', { terms, gain: gained });
    case 'denounce':
      return t('review.denounce', { gain: gained });
    default:
      return t(`review.${act}`);
  }
};

const Moment = ({ scene, decision }: { readonly scene: Scene; readonly decision: Decision }) => (
  <li class="moment">
    <p class="moment-head">
      <b>{t('review.round', { round: decision.round })}</b>
      <span class="loss">{t('review.loss', { points: figure(decision.loss, { digits: 1 }) })}</span>
      <Link to={scene.replay(decision.seq)} class="quiet">
        {t('review.see')}
      </Link>
    </p>
    <dl>
      <dt>{t('review.did')}</dt>
      <dd>{choiceText(scene, decision.did)}</dd>
      <dt>{t('review.better')}</dt>
      <dd>{choiceText(scene, decision.better)}</dd>
    </dl>
  </li>
);

const SeatPart = ({ scene, review }: { readonly scene: Scene; readonly review: SeatReview | undefined }) => (
  <section class={`review-seat seat-${scene.seat}`} aria-labelledby={`review-${scene.seat}`}>
    <h3 id={`review-${scene.seat}`}>
      <Flag seat={scene.seat} /> {seatName(scene.seat)}
      {review?.accuracy == null ? null : (
        <span class="accuracy">
          <b>{figure(review.accuracy)}</b>
          <meter min="0" max="100" value={review.accuracy} aria-label={t('debrief.accuracy')} />
        </span>
      )}
    </h3>
    {review === undefined ? (
      <p class="soft" role="status">
        {t('debrief.working')}
      </p>
    ) : review.costliest.length === 0 ? (
      <p class="soft">{t('review.flawless', { count: review.decisions.length })}</p>
    ) : (
      <>
        <p class="soft">
          {t('review.summary', {
            count: review.decisions.length,
            points: figure(review.lost, { digits: 1 }),
          })}
        </p>
        <ol class="moments">
          {review.costliest.map((decision) => (
            <Moment key={decision.seq} scene={scene} decision={decision} />
          ))}
        </ol>
      </>
    )}
  </section>
);

type ReviewSectionProps = {
  readonly book: Book;
  readonly reviews: Partial<Record<Seat, SeatReview>>;
  readonly replay: Scene['replay'];
  /** The reader's own seat, whose decisions come first. */
  readonly own: Seat | null;
};

/** Every seat's decisions against what a strong negotiator would have done with the same knowledge. */
export const ReviewSection = ({ book, reviews, replay, own }: ReviewSectionProps) => (
  <section class="card" aria-labelledby="review">
    <h2 id="review">{t(own === null ? 'review.title' : 'review.mine')}</h2>
    <p class="soft">{t('review.hint')}</p>
    <div class="review-seats">
      {book.scenario.seats
        .toSorted((one, other) => Number(other === own) - Number(one === own))
        .map((seat) => (
          <SeatPart key={seat} scene={{ book, seat, replay }} review={reviews[seat]} />
        ))}
    </div>
  </section>
);
