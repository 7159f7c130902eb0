import type { Daily, DailyCount } from '../../connection/daily.ts';
import { Flag } from '../../parts/flag.tsx';
import { Link } from '../../router.tsx';
import { figure } from '../../words/figures.ts';
import { t } from '../../words/language.ts';
import { seatName } from '../../words/telling.ts';
import { dayText, hourText } from './dayWords.ts';

const score = (value: number): string => figure(value, { digits: 1 });

/** Who played a day's table, the best first. */
export const ScoreList = ({ daily }: { readonly daily: Daily }) => {
  const { scores, day, today } = daily;
  if (scores.length === 0)
    return <p class="soft">{day === today ? t('daily.noScores') : t('daily.noScoresThen')}</p>;
  return (
    <table class="day-list">
      <thead>
        <tr>
          <th scope="col">{t('daily.rank')}</th>
          <th scope="col">{t('daily.name')}</th>
          <th scope="col" class="number">
            {t('daily.score')}
          </th>
          <th scope="col" class="number">
            {t('daily.time')}
          </th>
        </tr>
      </thead>
      <tbody>
        {scores.map((line, i) => (
          <tr key={`${i} ${line.name}`} class={line.isYours ? 'yours' : undefined}>
            <td class="rank">{i + 1}</td>
            <td class="name" dir="auto">
              {line.name} {line.isYours ? <b class="badge">{t('seat.you')}</b> : null}
            </td>
            <td class="number">
              <b>{score(line.score)}</b>
            </td>
            <td class="number soft">{hourText(line.finished)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const Day = ({ one }: { readonly one: DailyCount }) => (
  <tr>
    <td>
      <Link to={`/daily/${one.day}`}>{dayText(one.day, 'medium')}</Link>
    </td>
    <td>
      <span class="row">
        <Flag seat={one.seat} /> {seatName(one.seat)}
      </span>
    </td>
    <td class="number">{one.players}</td>
    <td class="number">{score(one.best)}</td>
    <td class="number">{one.yours === null ? '–' : <b>{score(one.yours)}</b>}</td>
  </tr>
);

/** The days that somebody has played. */
export const PastDays = ({ days }: { readonly days: readonly DailyCount[] }) =>
  days.length === 0 ? null : (
    <section class="card" aria-labelledby="days">
      <h2 id="days">{t('daily.days')}</h2>
      <table class="day-list">
        <thead>
          <tr>
            <th scope="col">{t('daily.day')}</th>
            <th scope="col">{t('daily.capital')}</th>
            <th scope="col" class="number">
              {t('daily.players')}
            </th>
            <th scope="col" class="number">
              {t('daily.best')}
            </th>
            <th scope="col" class="number">
              {t('daily.yours')}
            </th>
          </tr>
        </thead>
        <tbody>
          {days.map((one) => (
            <Day key={one.day} one={one} />
          ))}
        </tbody>
      </table>
    </section>
  );
