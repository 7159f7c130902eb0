import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { Viewer } from '../../../shared/seats.ts';
import { Icon, type IconName } from '../../parts/icon.tsx';
import { t } from '../../words/language.ts';
import { seatName } from '../../words/telling.ts';
import { Happening } from './happening.tsx';
import { listenToKeys } from './keys.ts';
import { KeysDialog } from './keysDialog.tsx';
import { MomentsDialog } from './momentsDialog.tsx';
import { Scrubber } from './scrubber.tsx';
import { SPEEDS, type Speed, type Watching } from './watching.ts';

type PressProps = {
  readonly icon: IconName;
  readonly name: string;
  readonly onPress: () => void;
  readonly isOff?: boolean;
  readonly class?: string;
};

const Press = ({ icon, name, onPress, isOff = false, class: extra = '' }: PressProps) => (
  <button
    type="button"
    class={`round ${extra}`}
    aria-label={name}
    title={name}
    disabled={isOff}
    onClick={onPress}
  >
    <Icon name={icon} />
  </button>
);

const Motion = ({ watching }: { readonly watching: Watching }) => {
  const { moment, isRunning, speed, playback } = watching;
  return (
    <div class="motion">
      <Press
        icon="stepBack"
        name={t('replay.key.back')}
        onPress={() => watching.step(-1)}
        isOff={moment.value <= playback.start}
      />
      <button
        type="button"
        class="gold round"
        aria-label={isRunning.value ? t('replay.pause') : t('replay.play')}
        title={isRunning.value ? t('replay.pause') : t('replay.play')}
        onClick={() => watching.run(!isRunning.value)}
      >
        <Icon name={isRunning.value ? 'pause' : 'play'} />
      </button>
      <Press
        icon="stepOn"
        name={t('replay.key.on')}
        onPress={() => watching.step(1)}
        isOff={moment.value >= playback.length}
      />
      <select
        aria-label={t('replay.speed')}
        value={String(speed.value)}
        onChange={(event) => watching.setSpeed(Number(event.currentTarget.value) as Speed)}
      >
        {SPEEDS.map((one) => (
          <option key={one} value={String(one)}>
            {one}×
          </option>
        ))}
      </select>
    </div>
  );
};

/** A button for each round, and for the end: jumps to where it begins. */
const RoundButtons = ({ watching }: { readonly watching: Watching }) => {
  const { playback, moment } = watching;
  const marks = playback.marksOf('spectator').filter(({ kind }) => kind === 'round' || kind === 'end');
  const now = marks.filter(({ at }) => at <= moment.value).at(-1);
  return (
    <nav class="round-buttons" aria-label={t('clock.rounds')}>
      {marks.map((mark) => (
        <button
          key={mark.at}
          type="button"
          class="quiet"
          aria-current={mark === now ? 'step' : undefined}
          aria-label={mark.kind === 'end' ? t('replay.end') : t('replay.round', { round: mark.round })}
          onClick={() => watching.go(mark.at)}
        >
          {mark.kind === 'end' ? t('replay.end') : mark.round}
        </button>
      ))}
    </nav>
  );
};

const eyesText = (viewer: Viewer): string =>
  viewer === 'spectator' || viewer === 'facilitator' ? t(`replay.eyes.${viewer}`) : seatName(viewer);

const Eyes = ({ watching }: { readonly watching: Watching }) => {
  const { seats } = watching.playback.book.scenario;
  const viewers: readonly Viewer[] = ['facilitator', ...seats, 'spectator'];
  return (
    <label class="eyes" for="eyes">
      <Icon name="eye" />
      <span class="unseen">{t('replay.eyes')}</span>
      <select
        id="eyes"
        value={watching.viewer.value}
        title={t('replay.eyes')}
        onChange={(event) => watching.look(event.currentTarget.value as Viewer)}
      >
        {viewers.map((viewer) => (
          <option key={viewer} value={viewer}>
            {eyesText(viewer)}
          </option>
        ))}
      </select>
    </label>
  );
};

type BarProps = { readonly watching: Watching; readonly children?: ComponentChildren };

/** What a replay is driven with: time line, motion, rounds, and whose eyes. `children`: what can be done from here. */
export const ReplayBar = ({ watching, children }: BarProps) => {
  const open = useSignal<'keys' | 'moments' | null>(null);
  const close = (): void => {
    open.value = null;
  };
  // Before the bar is painted: whoever sees it can use its keys.
  useLayoutEffect(
    () =>
      listenToKeys(watching, () => {
        open.value = 'keys';
      }),
    [watching],
  );
  return (
    <section class="replay-bar" aria-label={t('replay.title')}>
      <Scrubber watching={watching} />
      <Motion watching={watching} />
      <RoundButtons watching={watching} />
      <Happening watching={watching} />
      <div class="replay-more">
        <Eyes watching={watching} />
        <Press
          icon="log"
          name={t('replay.moments')}
          onPress={() => {
            open.value = 'moments';
          }}
        />
        <Press
          icon="keys"
          class="keys-button"
          name={t('replay.keys')}
          onPress={() => {
            open.value = 'keys';
          }}
        />
        {children}
      </div>
      {open.value === 'keys' ? <KeysDialog onClose={close} /> : null}
      {open.value === 'moments' ? <MomentsDialog watching={watching} onClose={close} /> : null}
    </section>
  );
};
