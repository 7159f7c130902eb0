import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Playback } from '../../../shared/debrief/playback.ts';
import type { Viewer } from '../../../shared/seats.ts';
import { connectReplay, type ReplayLine } from '../../connection/replay.ts';
import { onHash } from '../../router.tsx';
import { enterTable, leaveTable, past } from '../../store.ts';
import { addressKeeper, type Spot, spotIn } from './address.ts';

export const SPEEDS = [0.5, 1, 2, 4] as const;
export type Speed = (typeof SPEEDS)[number];

const STEP_MS = 1600;

/** A replay that is being watched: the moment, whose eyes, and whether it goes by itself. */
export type Watching = {
  readonly playback: Playback;
  readonly moment: ReadonlySignal<number>;
  readonly viewer: ReadonlySignal<Viewer>;
  readonly isRunning: ReadonlySignal<boolean>;
  readonly speed: ReadonlySignal<Speed>;
  readonly go: (moment: number) => void;
  /** To the next or the last thing that this viewer saw. One step forward is played on the board. */
  readonly step: (by: 1 | -1) => void;
  readonly stepRound: (by: 1 | -1) => void;
  readonly look: (viewer: Viewer) => void;
  readonly run: (isRunning: boolean) => void;
  readonly setSpeed: (speed: Speed) => void;
  readonly leave: () => void;
};

/** The last of ascending numbers below a limit. */
const lastBelow = (numbers: readonly number[], limit: number): number | undefined =>
  numbers.filter((number) => number < limit).at(-1);

/** Begins to watch. `code`: the name of the table; `first`: where to begin if the address doesn't say. */
export const watch = (code: string, playback: Playback, first: Spot): Watching => {
  const spot = spotIn(playback, first);
  const [moment, viewer] = [signal(spot.moment), signal(spot.viewer)];
  const [isRunning, speed] = [signal(false), signal<Speed>(1)];
  const keeper = addressKeeper(playback);
  let line: ReplayLine | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = (next: Spot, since?: number): void => {
    batch(() => {
      moment.value = next.moment;
      viewer.value = next.viewer;
      past.value = playback.entryAt(next.moment)?.at ?? 0;
      line?.show(next.viewer, next.moment, since);
    });
    keeper.write(next);
  };
  const run = (isOn: boolean): void => {
    clearTimeout(timer);
    isRunning.value = isOn;
    if (isOn) timer = setTimeout(tick, STEP_MS / speed.value);
  };
  const tick = (): void => {
    step(1);
    run(moment.value < playback.length);
  };
  const go = (wanted: number): void =>
    show({ moment: Math.max(playback.start, Math.min(playback.length, wanted)), viewer: viewer.value });
  const step = (by: 1 | -1): void => {
    const steps = playback.stepsOf(viewer.value);
    const next = by === 1 ? steps.find((at) => at > moment.value) : lastBelow(steps, moment.value);
    if (next === undefined) return;
    show({ moment: next, viewer: viewer.value }, by === 1 ? moment.value : undefined);
  };
  const stepRound = (by: 1 | -1): void => {
    const rounds = playback.marksOf('spectator').filter(({ kind }) => kind === 'round' || kind === 'end');
    const starts = rounds.map(({ at }) => at);
    go((by === 1 ? starts.find((at) => at > moment.value) : lastBelow(starts, moment.value)) ?? moment.value);
  };

  enterTable(code, (listener) => {
    line = connectReplay(playback, listener);
    return line;
  });
  show(spot);
  const stopHash = onHash(() => show(spotIn(playback, { moment: moment.value, viewer: viewer.value })));

  return {
    playback,
    moment,
    viewer,
    isRunning,
    speed,
    go,
    step,
    stepRound,
    look: (next) => show({ moment: moment.value, viewer: next }),
    run: (isOn) => {
      if (isOn && moment.value >= playback.length) go(playback.start);
      run(isOn);
    },
    setSpeed: (next) => {
      speed.value = next;
      if (isRunning.value) run(true);
    },
    leave: () => {
      run(false);
      keeper.stop();
      stopHash();
      leaveTable();
    },
  };
};
