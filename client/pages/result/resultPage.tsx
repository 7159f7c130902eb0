import type { SeatResult } from '../../../shared/engine/state.ts';
import type { Seat } from '../../../shared/seats.ts';
import { Flag, Seal } from '../../parts/flag.tsx';
import { Icon } from '../../parts/icon.tsx';
import { PageFrame } from '../../parts/pageFrame.tsx';
import { Link } from '../../router.tsx';
import { activeSeats, type Desk, lastDay } from '../../rules.ts';
import { figure, percent, worth } from '../../words/figures.ts';
import { t, words } from '../../words/language.ts';
import { seatName } from '../../words/telling.ts';
import { ShareResult } from '../card/shareResult.tsx';
import { FinalLevers } from './finalLevers.tsx';
import { FrontierPicture } from './frontierPicture.tsx';
import { RematchButtons } from './rematchButtons.tsx';
import { sharedOf } from './shared.ts';
import { StanceTriangle } from './stanceTriangle.tsx';
import { TreatyList } from './treatyList.tsx';

const verdictOf = (score: number): string => {
  if (score >= 70) return t('result.verdict.great');
  if (score >= 35) return t('result.verdict.good');
  if (score > 1) return t('result.verdict.fair');
  return score >= -1 ? t('result.verdict.zero') : t('result.verdict.bad');
};

const Score = ({ result, seat }: { readonly result: SeatResult; readonly seat: Seat }) => (
  <section class={`score seat-${seat}`}>
    <Seal seat={seat} size={88} />
    <p class="eyebrow">{t('result.score')}</p>
    <p class="score-figure">{figure(result.score)}</p>
    <p class="verdict">{verdictOf(result.score)}</p>
    <p class="soft">{t('result.scoreHint')}</p>
  </section>
);

type Part = 'flow' | 'settlement' | 'capital' | 'penalty';

/** The parts of a result as they enter it: rounds and settlement with their weights. */
const partsOf = ({ rules }: Desk, result: SeatResult): readonly (readonly [Part, number])[] => {
  const parts: readonly (readonly [Part, number])[] = [
    ['flow', rules.flow.weight * result.flow],
    ['settlement', (1 - rules.flow.weight) * result.settlement],
    ['capital', result.capital],
    ['penalty', result.penalty],
  ];
  return parts.filter(([part, value]) => value !== 0 || part === 'settlement');
};

const weightText = ({ rules }: Desk, part: Part): string => {
  if (part !== 'flow' && part !== 'settlement') return '';
  const share = part === 'flow' ? rules.flow.weight : 1 - rules.flow.weight;
  return share === 1 ? '' : t('result.share', { share: percent(share) });
};

const Sum = ({ at, result }: { readonly at: Desk; readonly result: SeatResult }) => (
  <dl class="sum">
    {partsOf(at, result).map(([part, value]) => (
      <div key={part}>
        <dt>
          {t(`result.${part}`)} <small>{weightText(at, part)}</small>
        </dt>
        <dd>{worth(value)}</dd>
      </div>
    ))}
    <div class="total">
      <dt>{t('result.total')}</dt>
      <dd>{worth(result.result)}</dd>
    </div>
  </dl>
);

const isDaily = ({ view }: Desk): boolean => view.setup.reveal === 'day';

/** All three scores with the mandates behind them, once those are open. */
const Scores = ({ at }: { readonly at: Desk }) => {
  const { results, mandates } = at.view;
  if (results === null || mandates === null)
    return <p class="soft">{t(isDaily(at) ? 'daily.sealed' : 'result.mandatesSealed')}</p>;
  return (
    <ul class="scores">
      {activeSeats(at).map((seat) => (
        <li key={seat} class={`card seat-${seat}`}>
          <span class="economy-head">
            <Flag seat={seat} />
            <strong>{seatName(seat)}</strong>
            {at.own?.seat === seat ? <b class="badge">{t('seat.you')}</b> : null}
            <b class="score-small">{figure(results[seat].score)}</b>
          </span>
          <p class="soft">{words(at.book.mandateOf(mandates[seat]).label)}</p>
          <Sum at={at} result={results[seat]} />
        </li>
      ))}
    </ul>
  );
};

type ResultProps = { readonly at: Desk; readonly code: string; readonly onTable: () => void };

/** The end: the score, what was agreed, where everything stands, and what would have been possible. */
export const ResultPage = ({ at, code, onTable }: ResultProps) => {
  const result = at.own?.result ?? null;
  const { stance } = at.view;
  return (
    <PageFrame>
      <article class="result">
        <h1>{at.rules.complete ? t('result.titlePlain') : t('result.title', { days: lastDay(at.rules) })}</h1>
        {result === null || at.own === null ? null : <Score result={result} seat={at.own.seat} />}
        <div class="row middle">
          {isDaily(at) ? (
            <Link to="/daily" class="button gold">
              {t('daily.list')}
            </Link>
          ) : (
            <RematchButtons at={at} code={code} />
          )}
          <ShareResult gather={() => sharedOf(at, code)} />
          <button type="button" onClick={onTable}>
            <Icon name="map" /> {t('result.table')}
          </button>
          {at.view.mandates === null ? null : (
            <>
              <Link to={`/debrief/${code}`} class="button">
                {t('result.debrief')}
              </Link>
              <Link to={`/replay/${code}`} class="button">
                {t('replay.watch')}
              </Link>
            </>
          )}
          <Link to="/" class="button">
            {t('result.home')}
          </Link>
        </div>
        <section aria-labelledby="scores">
          <h2 id="scores">{t('result.breakdown')}</h2>
          <Scores at={at} />
        </section>
        <div class="two">
          <TreatyList at={at} />
          {stance === null ? null : <StanceTriangle stance={stance} />}
        </div>
        <FrontierPicture at={at} />
        {at.rules.complete ? null : <FinalLevers at={at} />}
      </article>
    </PageFrame>
  );
};
