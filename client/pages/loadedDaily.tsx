import { lazyPage } from './lazyPage.tsx';

/** The table of a day: its part of the client is fetched when somebody comes. */
export const LoadedDaily = lazyPage(() =>
  import('./daily/dailyPage.tsx').then(({ DailyPage }) => DailyPage),
).Loaded;
