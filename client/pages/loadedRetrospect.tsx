import { lazyPage } from './lazyPage.tsx';

/** The debrief of a table: its part of the client is fetched when somebody looks back. */
export const LoadedDebrief = lazyPage(() =>
  import('./debrief/debriefPage.tsx').then(({ DebriefPage }) => DebriefPage),
).Loaded;

/** The replay of a table, or of a log from a file (`code` empty). */
export const LoadedReplay = lazyPage(() =>
  import('./replay/replayPage.tsx').then(({ ReplayPage }) => ReplayPage),
).Loaded;

/** The tables of a class side by side. */
export const LoadedClassDebrief = lazyPage(() =>
  import('./debrief/class/classDebriefPage.tsx').then(({ ClassDebriefPage }) => ClassDebriefPage),
).Loaded;
