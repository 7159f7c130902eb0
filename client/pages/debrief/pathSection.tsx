import type { ConcessionStep } from '../../../shared/debrief/concessions.ts';
import type { RefusedDeal } from '../../../shared/debrief/refusedDeals.ts';
import type { Debrief } from '../../../shared/debrief/report.ts';
import type { Book } from '../../../shared/scenarios/book.ts';
import type { Seat } from '../../../shared/seats.ts';
import type { Line } from '../../charts/linesChart.tsx';
import { Link } from '../../router.tsx';
import { figure, percent, worth } from '../../words/figures.ts';
import { t } from '../../words/language.ts';
import { clausesText, seatName, seatNames } from '../../words/telling.ts';
import { LinesFigure } from './linesFigure.tsx';
import { seatLine } from './strokes.ts';

type PathSectionProps = {
  readonly book: Book;
  readonly debrief: Debrief;
  readonly replay: (seq: number) => string;
};

/** A seat's offers spread evenly over the rounds in which they were made. */
const along = (steps: readonly ConcessionStep[], part: 'asked' | 'left') =>
  steps.map((step, i) => {
    const inRound = steps.filter(({ round }) => round === step.round);
    const nth = inRound.indexOf(step);
    return { x: step.round + (inRound.length === 1 ? 0 : (0.8 * nth) / inRound.length), y: step[part], i };
  });

const Refused = ({
  book,
  deal,
  replay,
}: { readonly deal: RefusedDeal } & Omit<PathSectionProps, 'debrief'>) => {
  const { offer, missed, forAll } = deal;
  const telling = { scenario: book.scenario, own: null, offers: new Map(), treaties: new Map() };
  const others = offer.parties.filter((seat) => seat !== offer.by);
  return (
    <li class={`moment seat-${offer.by}`}>
      <p class="moment-head">
        <b>
          {t('debrief.refusedBy', { round: offer.round, by: seatName(offer.by), seats: seatNames(others) })}
        </b>
        <span class="loss">{t(`offer.state.${offer.fate}`)}</span>
        <Link to={replay(offer.seq)} class="quiet">
          {t('review.see')}
        </Link>
      </p>
      <p>{clausesText(telling, offer.clauses)}</p>
      <p class="soft">
        {t('debrief.missed', { missed: worth(missed) })}
        {forAll ? ` ${t('debrief.forAll')}` : ''}
      </p>
    </li>
  );
};

const MOST_REFUSED = 4;

/** How the talks went: what everybody asked and left, and what was refused though it was better than the end. */
export const PathSection = ({ book, debrief: { concessions, refused }, replay }: PathSectionProps) => {
  const { seats } = book.scenario;
  const lines = (part: 'asked' | 'left'): readonly Line[] =>
    seats.map((seat: Seat) => seatLine(seat, along(concessions[seat], part)));
  const share = (value: number): string => percent(value);
  const round = (value: number): string => figure(Math.floor(value));
  return (
    <section class="card" aria-labelledby="path">
      <h2 id="path">{t('debrief.path')}</h2>
      {seats.some((seat) => concessions[seat].length > 0) ? (
        <>
          <p class="soft">{t('debrief.concessionHint')}</p>
          <div class="charts">
            <LinesFigure
              id="concessions"
              title={t('debrief.asked')}
              lines={lines('asked')}
              yText={share}
              xText={round}
              course="acts"
            />
            <LinesFigure
              id="conceded"
              title={t('debrief.conceded')}
              lines={lines('left')}
              yText={share}
              xText={round}
              course="acts"
            />
          </div>
        </>
      ) : (
        <p class="soft">{t('debrief.noOffers')}</p>
      )}
      <h3>{t('debrief.refused')}</h3>
      {refused.length === 0 ? (
        <p class="soft">{t('debrief.refusedNone')}</p>
      ) : (
        <ol class="moments">
          {refused.slice(0, MOST_REFUSED).map((deal) => (
            <Refused key={deal.offer.id} book={book} deal={deal} replay={replay} />
          ))}
        </ol>
      )}
    </section>
  );
};
