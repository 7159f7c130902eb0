import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import '../../styles/daily.css';
import { arriveWith } from '../../arrival.ts';
import { type Daily, dailyOf, playDaily } from '../../connection/daily.ts';
import { ServerRefusal, takePlace } from '../../connection/http.ts';
import { introducePlayer } from '../../identity.ts';
import { Failure } from '../../parts/failure.tsx';
import { Seal } from '../../parts/flag.tsx';
import { Icon } from '../../parts/icon.tsx';
import { PageFrame } from '../../parts/pageFrame.tsx';
import { useTask } from '../../parts/useTask.ts';
import { Link, navigate } from '../../router.tsx';
import { figure } from '../../words/figures.ts';
import { t } from '../../words/language.ts';
import { botName } from '../../words/people.ts';
import { doorText } from '../../words/refusals.ts';
import { NameField } from '../home/nameField.tsx';
import { PastDays, ScoreList } from './dayLists.tsx';
import { dayText, hourText, spanText } from './dayWords.ts';

const useDaily = (day: string) => {
  const daily = useSignal<Daily | null>(null);
  const failure = useSignal<string | null>(null);
  useEffect(() => {
    daily.value = null;
    dailyOf(day).then(
      (found) => {
        daily.value = found;
      },
      (error: unknown) => {
        failure.value = error instanceof ServerRefusal ? error.code : 'unknown';
      },
    );
  }, [day]);
  return { daily: daily.value, failure: failure.value };
};

const playText = ({ yours }: Daily): string => {
  if (yours === null) return t('daily.play');
  return yours.score === null ? t('daily.goOn') : t('daily.practise');
};

const Play = ({ daily }: { readonly daily: Daily }) => {
  const { isBusy, failure, run } = useTask();
  const play = async (): Promise<void> => {
    await introducePlayer();
    const { code } = await playDaily();
    arriveWith(await takePlace(code, null));
    navigate(`/t/${code}`);
  };
  const isPractice = daily.yours !== null && daily.yours.score !== null;
  return (
    <>
      {daily.yours === null ? <NameField /> : null}
      <button
        type="button"
        class={isPractice ? '' : 'gold big'}
        disabled={isBusy.value}
        onClick={() => void run(play)}
      >
        {playText(daily)}
      </button>
      <Failure text={failure.value} />
      <p class="soft">
        {t('daily.ends', {
          left: spanText(daily.endsAt - daily.serverNow),
          time: hourText(daily.endsAt),
        })}
      </p>
    </>
  );
};

const Standing = ({ daily: { yours, streak, scores, days, day } }: { readonly daily: Daily }) => {
  const players = days.find((one) => one.day === day)?.players ?? scores.length;
  const rank = yours?.rank ?? null;
  return (
    <>
      {yours === null || rank === null || yours.score === null ? null : (
        <p class="daily-rank" role="status">
          {t('daily.yourRank', { rank, players, score: figure(yours.score, { digits: 1 }) })}{' '}
          <Link to={`/t/${yours.code}`}>{t('result.show')}</Link>
        </p>
      )}
      {streak === 0 ? null : (
        <p class="streak">
          <Icon name="check" size={16} /> {t('daily.streak', { count: streak })}
        </p>
      )}
    </>
  );
};

const Head = ({ daily }: { readonly daily: Daily }) => {
  const isToday = daily.day === daily.today;
  const seat = t(`seat.${daily.seat}`);
  return (
    <section class={`daily-head centred seat-${daily.seat}`}>
      <Seal seat={daily.seat} size={104} />
      <p class="eyebrow">{dayText(daily.day)}</p>
      <h1>{isToday ? t('daily.title') : t('daily.titleOf', { day: dayText(daily.day) })}</h1>
      <p class="tagline">{isToday ? t('daily.seat', { seat }) : t('daily.seatThen', { seat })}</p>
      <p class="lead">{t('daily.lead')}</p>
      <p class="soft">{t('daily.fair', { bot: botName(daily.bot) })}</p>
      <Standing daily={daily} />
      {isToday ? (
        <Play daily={daily} />
      ) : (
        <Link to="/daily" class="button gold">
          {t('daily.today')}
        </Link>
      )}
    </section>
  );
};

/** The table of a day, '' for today: what it is, how to play it, and who has done how well. */
export const DailyPage = ({ day }: { readonly day: string }) => {
  const { daily, failure } = useDaily(day);
  return (
    <PageFrame>
      {daily === null ? (
        <section class="narrow centred">
          <h1>{t('daily.title')}</h1>
          <p role="status">
            {failure === null
              ? t('app.loading')
              : failure === 'network'
                ? t('daily.offline')
                : doorText(failure)}
          </p>
          <Link to="/" class="button">
            {t('app.home')}
          </Link>
        </section>
      ) : (
        <>
          <Head daily={daily} />
          <div class="daily-lists">
            <section class="card" aria-labelledby="scores">
              <h2 id="scores">{t('daily.scores')}</h2>
              <ScoreList daily={daily} />
            </section>
            <PastDays days={daily.days} />
          </div>
        </>
      )}
    </PageFrame>
  );
};
