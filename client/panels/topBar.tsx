import { isTableView } from '../deskState.ts';
import { Icon } from '../parts/icon.tsx';
import { LanguageSwitch } from '../parts/languageSwitch.tsx';
import { Wordmark } from '../parts/wordmark.tsx';
import { type Desk, lastDay } from '../rules.ts';
import { connection } from '../store.ts';
import { t } from '../words/language.ts';
import { Countdown } from './clock.tsx';

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

/** How the line to the table is; silent while all is well. */
export const LinkChip = () => {
  const line = connection.value;
  if (line === null || (line.state.value === 'live' && line.unanswered.value === 0)) return null;
  const { state, unanswered } = line;
  return (
    <span class={`link ${state.value}`} role="status">
      {state.value === 'live' ? t('app.sending') : t(`link.${state.value}`)}
      {state.value !== 'live' && unanswered.value > 0
        ? `: ${t('link.waiting', { count: unanswered.value })}`
        : ''}
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
      <span class="phase">{t(`phase.${at.view.pause === null ? at.view.phase : 'paused'}`)}</span>
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
      <LanguageSwitch />
    </div>
  </header>
);
