import { momentName, momentNamed, type Playback } from '../../../shared/debrief/playback.ts';
import { isSeat, type Viewer } from '../../../shared/seats.ts';
import { rewrite } from '../../router.tsx';

/** Where in a replay somebody is. */
export type Spot = { readonly moment: number; readonly viewer: Viewer };

const NAMES: Partial<Record<string, Viewer>> = { public: 'spectator', all: 'facilitator' };

const nameOf = (viewer: Viewer): string =>
  viewer === 'spectator' ? 'public' : viewer === 'facilitator' ? 'all' : viewer;

const viewerNamed = (name: string | null): Viewer | null =>
  name === null ? null : isSeat(name) ? name : (NAMES[name] ?? null);

const parts = (): URLSearchParams => new URLSearchParams(location.hash.slice(1));

/** The key of a link that was passed on: after the #, so that it is never sent or logged as part of an address. */
export const linkKey = (): string | null => parts().get('key');

/** Where the address leads: `#e=42.2&as=KR`. What it doesn't say is where the others begin. */
export const spotIn = (playback: Playback, otherwise: Spot): Spot => {
  const moment = momentNamed(playback, parts().get('e') ?? '');
  return {
    moment: moment === null ? otherwise.moment : Math.max(playback.start, moment),
    viewer: viewerNamed(parts().get('as')) ?? otherwise.viewer,
  };
};

/** The address of a spot in the replay that is open, with the key that opened it. */
export const addressOf = (playback: Playback, { moment, viewer }: Spot): string => {
  const key = linkKey();
  const spot = `e=${momentName(playback, moment)}&as=${nameOf(viewer)}`;
  return `${location.pathname}${location.search}#${spot}${key === null ? '' : `&key=${key}`}`;
};

const CALM_MS = 250;

/** Keeps the address at the spot, at most a few times a second: browsers stop those who write it more often. */
export const addressKeeper = (playback: Playback) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    write: (spot: Spot): void => {
      clearTimeout(timer);
      timer = setTimeout(() => rewrite(addressOf(playback, spot)), CALM_MS);
    },
    stop: (): void => clearTimeout(timer),
  };
};
