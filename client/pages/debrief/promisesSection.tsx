import type { PledgeFigures } from '../../../shared/debrief/pledges.ts';
import type { Debrief } from '../../../shared/debrief/report.ts';
import type { Vote } from '../../../shared/debrief/votes.ts';
import type { Book } from '../../../shared/scenarios/book.ts';
import type { Seat } from '../../../shared/seats.ts';
import { BarsChart } from '../../charts/barsChart.tsx';
import { ChartFrame } from '../../charts/chartFrame.tsx';
import { Flag } from '../../parts/flag.tsx';
import { figure } from '../../words/figures.ts';
import { t } from '../../words/language.ts';
import { pledgeText } from '../../words/sentences/talks.ts';
import { seatName } from '../../words/telling.ts';

type PledgesPartProps = {
  readonly book: Book;
  readonly figures: PledgeFigures;
  readonly seats: readonly Seat[];
};

const verdict = (kept: boolean | null): string => {
  if (kept === null) return t('debrief.unjudged');
  return kept ? t('pledge.kept') : t('pledge.broken');
};

const PledgesPart = ({ book, figures: { pledges, counts }, seats }: PledgesPartProps) => {
  const title = t('debrief.pledges');
  if (pledges.length === 0)
    return (
      <div class="wide">
        <h3>{title}</h3>
        <p class="soft">{t('debrief.pledgesNone')}</p>
      </div>
    );
  const telling = { scenario: book.scenario, own: null, offers: new Map(), treaties: new Map() };
  const parts = ['kept', 'broken', 'open'] as const;
  const names = [t('pledge.kept'), t('pledge.broken'), t('debrief.unjudged')];
  const told = seats.map(
    (seat) => `${seatName(seat)}: ${parts.map((part, i) => `${names[i]} ${counts[seat][part]}`).join(', ')}`,
  );
  return (
    <div>
      <ChartFrame
        id="pledges"
        title={title}
        figures={{
          head: [t('debrief.seat'), ...names],
          rows: seats.map((seat) => [seatName(seat), ...parts.map((part) => figure(counts[seat][part]))]),
        }}
      >
        <BarsChart
          label={`${title}. ${told.join('; ')}`}
          xText={(value) => (Number.isInteger(value) ? figure(value) : '')}
          bars={seats.map((seat) => ({
            name: seatName(seat),
            text: '',
            parts: parts.map((part) => ({
              tone: `pledge-${part}`,
              mark: figure(counts[seat][part]),
              value: counts[seat][part],
            })),
          }))}
        />
      </ChartFrame>
      <ul class="legend pledge-legend">
        {parts.map((part, i) => (
          <li key={part} class={part}>
            {names[i]}
          </li>
        ))}
      </ul>
      <ul class="pledge-list">
        {pledges.map((pledge) => (
          <li key={pledge.id}>
            <Flag seat={pledge.seat} /> {pledgeText(telling, pledge)}{' '}
            <b class={pledge.kept === null ? 'even' : pledge.kept ? 'gain' : 'loss'}>
              {verdict(pledge.kept)}
            </b>
          </li>
        ))}
      </ul>
    </div>
  );
};

const outcomeOf = ({ passed, near }: Vote): string => {
  const word = passed ? t('debrief.passed') : t('debrief.rejected');
  return near ? t('debrief.nearly', { outcome: word }) : word;
};

const VotesPart = ({ votes }: { readonly votes: readonly Vote[] }) => {
  const title = t('debrief.votes');
  if (votes.length === 0)
    return (
      <div class="wide">
        <h3>{title}</h3>
        <p class="soft">{t('debrief.votesNone')}</p>
      </div>
    );
  const nameOf = (vote: Vote, i: number): string =>
    t('debrief.vote', { number: i + 1, round: vote.round, seat: seatName(vote.seat) });
  const slack = (vote: Vote): string => figure(vote.slack, { digits: 1, sign: true });
  return (
    <div>
      <ChartFrame
        id="votes"
        title={title}
        figures={{
          head: [t('debrief.voteOf'), t('debrief.slack'), t('debrief.outcome')],
          rows: votes.map((vote, i) => [nameOf(vote, i), slack(vote), outcomeOf(vote)]),
        }}
      >
        <BarsChart
          label={`${title}. ${votes.map((vote, i) => `${nameOf(vote, i)}: ${slack(vote)}, ${outcomeOf(vote)}`).join('; ')}`}
          xText={(value) => figure(value)}
          bars={votes.map((vote, i) => ({
            name: `${nameOf(vote, i)} · ${outcomeOf(vote)}`,
            text: slack(vote),
            parts: [
              {
                tone: `seat-${vote.seat} ${vote.passed ? 'passed' : 'failed'} ${vote.near ? 'near' : ''}`,
                mark: '',
                value: vote.slack,
              },
            ],
          }))}
        />
      </ChartFrame>
      <p class="soft">{t('debrief.votesHint')}</p>
    </div>
  );
};

/** What was promised and kept, and what the legislatures made of the treaties. */
export const PromisesSection = ({ book, debrief }: { readonly book: Book; readonly debrief: Debrief }) => (
  <section class="card" aria-labelledby="promises">
    <h2 id="promises">{t('debrief.promises')}</h2>
    <div class="charts">
      <PledgesPart book={book} figures={debrief.pledges} seats={book.scenario.seats} />
      <VotesPart votes={debrief.votes} />
    </div>
  </section>
);
