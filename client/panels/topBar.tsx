import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { isTableView } from '../deskState.ts';
import { EarlierNotices } from '../parts/earlierNotices.tsx';
import { HelpButton } from '../parts/helpButton.tsx';
import { Icon } from '../parts/icon.tsx';
import { LanguageSwitch } from '../parts/languageSwitch.tsx';
import { Wordmark } from '../parts/wordmark.tsx';
import { type Desk, lastDay } from '../rules.ts';
import { connection } from '../store.ts';
import { figure } from '../words/figures.ts';
import { t } from '../words/language.ts';
import { Countdown } from './clock.tsx';

/** From here on a line is slow enough to be felt, ms. */
const SLOW_MS = 250;

const roundName = (round: number, now: number): string => {
  if (round < now) return t('clock.roundPast', { round });
  return round === now ? t('clock.roundNow', { round }) : t('clock.roundAhead', { round });
};

const Rounds = ({ at }: { readonly at: Desk }) => {
  const { rounds } = at.rules;
  const now = at.view.phase === 'ended' ? rounds + 1 : at.view.round;
  return (
    <ol class="rounds" aria-label={t('clock.rounds')}>
      {Array.from({ length: rounds }, (_, i) => i + 1).map((round) => (
        <li
          key={round}
          class={round < now ? 'past' : round === now ? 'now' : ''}
          aria-current={round === now ? 'step' : undefined}
        >
          <span aria-hidden="true">{round}</span>
          <span class="unseen">{roundName(round, now)}</span>
        </li>
      ))}
    </ol>
  );
};

const Days = ({ at }: { readonly at: Desk }) => {
  const { round, phase } = at.view;
  const { daysPerRound } = at.rules;
  const days = lastDay(at.rules);
  if (phase === 'waiting') return null;
  const [from, to] = [(round - 1) * daysPerRound + 1, round * daysPerRound];
  if (phase === 'ended') return <span class="days">{t('clock.over', { days })}</span>;
  return (
    <span class="days">
      {from === to ? t('clock.day', { day: to, days }) : t('clock.days', { from, to, days })}
    </span>
  );
};

/** Seconds since something, told anew every half second; null: nothing is amiss. */
const useSecondsSince = (since: number | null): number | null => {
  const now = useSignal(0);
  useEffect(() => {
    if (since === null) return;
    const tick = (): void => {
      now.value = Date.now();
    };
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [since]);
  return since === null ? null : Math.max(0, Math.floor((now.value - since) / 1000));
};

const Latency = ({ ms }: { readonly ms: number }) => {
  const shown = figure(Math.max(1, ms));
  return (
    <span class={ms > SLOW_MS ? 'latency slow' : 'latency'} title={t('link.ping', { ms: shown })}>
      <span class="unseen">{t('link.ping', { ms: shown })}</span>
      <span aria-hidden="true">{shown} ms</span>
    </span>
  );
};

/** How the line to the table is: its latency while all is well, and since when nothing comes through. */
export const LinkChip = () => {
  const line = connection.value;
  const down = line?.pulse?.downSince.value ?? null;
  const seconds = useSecondsSince(down);
  if (line === null) return null;
  const { state, unanswered, pulse } = line;
  const isDown = state.value === 'reconnecting' || (state.value === 'live' && down !== null);
  const latency = pulse?.latency.value ?? null;
  if (state.value === 'live' && !isDown && unanswered.value === 0)
    return latency === null ? null : <Latency ms={latency} />;
  const told = isDown
    ? t('link.reconnecting')
    : state.value === 'live'
      ? t('app.sending')
      : t(`link.${state.value}`);
  const waiting =
    state.value !== 'live' && unanswered.value > 0
      ? `: ${t('link.waiting', { count: unanswered.value })}`
      : '';
  return (
    <span class={`link ${isDown ? 'reconnecting' : state.value}`}>
      <span class={isDown && seconds !== null ? 'unseen' : undefined} role="status">
        {told}
        {waiting}
      </span>
      {isDown && seconds !== null ? (
        <span aria-hidden="true">
          {t('link.since', { seconds: figure(seconds) })}
          {waiting}
        </span>
      ) : null}
    </span>
  );
};

/** Title, rounds, day, phase and clock. */
export const TopBar = ({ at }: { readonly at: Desk }) => (
  <header class="top-bar">
    <Wordmark />
    <div class="top-middle">
      <Rounds at={at} />
      <Days at={at} />
    </div>
    <div class="top-right">
      <LinkChip />
      {at.view.setup.branch === undefined ? null : (
        <span class="branch-mark">
          <Icon name="branch" size={14} /> {t('branch.mark', { code: at.view.setup.branch.of })}
        </span>
      )}
      <span key={`${at.view.round} ${at.view.phase}`} class="phase">
        {t(`phase.${at.view.pause === null ? at.view.phase : 'paused'}`)}
      </span>
      <Countdown at={at} />
      <button
        type="button"
        class="quiet round view-toggle"
        aria-pressed={isTableView.value}
        aria-label={t('table.view')}
        title={isTableView.value ? t('table.viewHide') : t('table.view')}
        onClick={() => {
          isTableView.value = !isTableView.value;
        }}
      >
        <Icon name={isTableView.value ? 'map' : 'table'} />
      </button>
      <EarlierNotices />
      <LanguageSwitch />
      <HelpButton />
    </div>
  </header>
);
