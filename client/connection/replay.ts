import { signal } from '@preact/signals';
import type { Playback } from '../../shared/debrief/playback.ts';
import type { Viewer } from '../../shared/seats.ts';
import type { Connection, LinkState, Listener } from './connection.ts';

/** A line to a table that is over: updates come when a moment is asked for, and nothing can be done. */
export type ReplayLine = Connection & {
  /** Has a viewer's update of a moment come in. `since`: as news since that moment; without it as the whole story. */
  readonly show: (viewer: Viewer, moment: number, since?: number) => void;
};

/** Connects to a log. */
export const connectReplay = (playback: Playback, listener: Listener): ReplayLine => ({
  state: signal<LinkState>('live'),
  failure: signal(null),
  acts: signal(true),
  actHere: () => undefined,
  attendance: signal(null),
  here: () => undefined,
  unanswered: signal(0),
  pulse: null,
  act: async () => null,
  retry: () => undefined,
  leave: () => undefined,
  show: (viewer, moment, since) => listener.update(playback.updateAt(viewer, moment, since)),
});
