import { draft } from '../composing.ts';
import { show, tab } from '../deskState.ts';
import { isBlank } from '../drafts.ts';
import { Icon } from '../parts/icon.tsx';
import { ask } from '../parts/question.tsx';
import { type Desk, whyNot } from '../rules.ts';
import { act, connection, isActedElsewhere } from '../store.ts';
import { figure } from '../words/figures.ts';
import { t } from '../words/language.ts';
import { seatNames } from '../words/telling.ts';
import { msLeft } from './clock.tsx';

const PauseButton = () => {
  const refusal = whyNot({ type: 'pause' });
  return (
    <button
      type="button"
      class="quiet round"
      aria-label={t('clock.pause')}
      title={refusal ?? t('clock.pause')}
      disabled={refusal !== undefined}
      onClick={() =>
        ask(() => ({
          title: t('clock.pauseConfirm.title'),
          body: <p>{t('clock.pauseConfirm.body')}</p>,
          action: t('clock.pause'),
          run: () => void act({ type: 'pause' }),
        }))
      }
    >
      <Icon name="pause" />
    </button>
  );
};

/** Said where another tab of the same person acts. */
const ActedElsewhere = () => (
  <div class="turn-bar elsewhere">
    <span class="grow" role="status">
      {t('refusal.action.otherTab')}
    </span>
    <button type="button" class="gold" onClick={() => connection.value?.actHere()}>
      {t('link.actHere')}
    </button>
  </div>
);

const Paused = ({ at }: { readonly at: Desk }) => {
  const { pause } = at.view;
  if (pause === null) return null;
  const refusal = whyNot({ type: 'release' });
  const by = pause.by === 'facilitator' ? t('seat.facilitator') : t(`seat.short.${pause.by}`);
  return (
    <div class="turn-bar paused">
      <span class="grow">
        {t('clock.pausedBy', { by })}
        {pause.release.length === 0 ? null : (
          <small>{t('clock.release', { seats: seatNames(pause.release) })}</small>
        )}
      </span>
      <button
        type="button"
        disabled={refusal !== undefined}
        title={refusal}
        onClick={() => void act({ type: 'release' })}
      >
        <Icon name="play" /> {t('clock.resume')}
      </button>
    </div>
  );
};

/** From here on an unsent offer is warned of, ms. */
const SOON = 20_000;

/** Whether the round is about to end over an offer that has not been sent. */
const isUnsentSoon = (at: Desk): boolean => {
  const left = msLeft(at);
  return at.view.phase === 'negotiation' && !isBlank(draft.value) && left !== null && left <= SOON;
};

const unsentText = (at: Desk): string =>
  isUnsentSoon(at)
    ? t('compose.endsSoon', { seconds: figure(Math.max(0, Math.ceil((msLeft(at) ?? 0) / 1000))) })
    : t('compose.unsent');

/** Said once, and not with every second. */
const UnsentCall = ({ at }: { readonly at: Desk }) => (
  <span class="unseen" role="alert">
    {isUnsentSoon(at) ? t('compose.unsent') : ''}
  </span>
);

const hintFor = (at: Desk, isReady: boolean): string => {
  if (at.view.phase === 'closing') return t('clock.closingHint');
  if (!isBlank(draft.value)) return unsentText(at);
  return isReady ? t('clock.readySet') : t('clock.readyHint');
};

/** The end of one's turn: ready or not, and the pause. */
export const TurnBar = ({ at }: { readonly at: Desk }) => {
  const { own, view } = at;
  if (view.phase === 'ended' || view.phase === 'waiting') return null;
  if (own !== null && isActedElsewhere.value) return <ActedElsewhere />;
  if (view.pause !== null) return <Paused at={at} />;
  if (own === null)
    return (
      <p class="turn-bar soft">
        {t(view.setup.spectatorDelay === undefined ? 'table.watching' : 'table.watchingLate')}
      </p>
    );
  const action = { type: 'ready', ready: !own.ready } as const;
  const refusal = whyNot(action);
  return (
    <div class={view.phase === 'closing' ? 'turn-bar closing' : 'turn-bar'}>
      {at.rules.complete ? null : (
        <span class="coin" title={t('mandate.capital')}>
          <Icon name="investment" size={16} />
          <span class="unseen">{t('mandate.capital')}: </span>
          {figure(own.capital)}
        </span>
      )}
      <small class={isUnsentSoon(at) ? 'grow unsent' : 'grow'}>{hintFor(at, own.ready)}</small>
      <UnsentCall at={at} />
      {isUnsentSoon(at) && tab.value !== 'compose' ? (
        <button type="button" class="gold slim" onClick={() => show('compose')}>
          {t('tab.compose')}
        </button>
      ) : null}
      {at.view.setup.roundMs === null ? null : <PauseButton />}
      <button
        type="button"
        class={own.ready ? 'ready on' : 'ready'}
        aria-pressed={own.ready}
        disabled={refusal !== undefined}
        title={refusal ?? t('clock.readyHint')}
        onClick={() => void act(action)}
      >
        <Icon name="check" /> {t('clock.ready')}
      </button>
    </div>
  );
};
