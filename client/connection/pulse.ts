import { type ReadonlySignal, signal } from '@preact/signals';

/** How a line feels. `latency`: of the last echo, ms; `downSince`: since when nothing comes back, epoch ms, null: all is well. */
export type Pulse = {
  readonly latency: ReadonlySignal<number | null>;
  readonly downSince: ReadonlySignal<number | null>;
};

/** What a browser's window has and a program outside the browser has not. */
const page = globalThis as {
  readonly document?: { readonly hidden: boolean };
  readonly addEventListener?: (name: string, listener: () => void) => void;
  readonly removeEventListener?: (name: string, listener: () => void) => void;
};

const BEAT_MS = 2000;
/** Without an echo for this long, the line counts as down, whatever its socket says. */
const PATIENCE_MS = 2500;
/** Without an echo for this long, the socket is given up: a network that changed can leave it open and mute for minutes. */
const GIVEN_UP_MS = 8000;

/**
 * Feels the pulse of a line by echoes. What the browser itself knows (no network) shows at once, a line that has gone
 * silent without a word after the patience. `ping` asks for an echo; `giveUp` is called when none came for far too long;
 * `stop` ends it.
 */
export const feelPulse = (ping: (echo: (ms: number) => void) => void, giveUp: () => void) => {
  const latency = signal<number | null>(null);
  const downSince = signal<number | null>(null);
  let asked: number | null = null;

  const hear = (ms: number | null): void => {
    asked = null;
    downSince.value = null;
    if (ms !== null) latency.value = ms;
  };
  const lose = (): void => {
    downSince.value ??= Date.now();
  };
  const beat = (): void => {
    if (page.document?.hidden) {
      asked = null;
      return;
    }
    if (asked === null) {
      asked = Date.now();
      ping(hear);
      return;
    }
    const silence = Date.now() - asked;
    if (silence > PATIENCE_MS) lose();
    if (silence < GIVEN_UP_MS) return;
    asked = null;
    giveUp();
  };
  const timer = setInterval(beat, BEAT_MS);
  const askAgain = (): void => {
    asked = null;
    beat();
  };
  page.addEventListener?.('offline', lose);
  page.addEventListener?.('online', askAgain);
  return {
    pulse: { latency, downSince } satisfies Pulse,
    /** Something came: the line is up. */
    hear: () => hear(null),
    lose,
    stop: () => {
      clearInterval(timer);
      page.removeEventListener?.('offline', lose);
      page.removeEventListener?.('online', askAgain);
    },
  };
};
