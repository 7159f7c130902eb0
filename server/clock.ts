/** Takes back a planned call. */
export type Cancel = () => void;

/** The server's only source of time. `now`: epoch ms. `after`: calls once after some ms; what it throws harms nobody else. */
export type Clock = {
  readonly now: () => number;
  readonly after: (ms: number, run: () => void) => Cancel;
};

// A longer timeout would fire at once.
const LONGEST_TIMEOUT = 2 ** 31 - 1;

/**
 * The computer's clock as it was when the process started, counted on from there: when somebody sets the computer's clock
 * (or NTP steps it), no round of a game ends early or late for it. `onThrow` hears of errors in planned calls, which would
 * otherwise end the process.
 */
export const systemClock = (onThrow: (error: unknown) => void): Clock => ({
  now: () => Math.floor(performance.timeOrigin + performance.now()),
  after: (ms, run) => {
    const guarded = (): void => {
      try {
        run();
      } catch (error) {
        onThrow(error);
      }
    };
    const timer = setTimeout(guarded, Math.min(Math.max(0, ms), LONGEST_TIMEOUT));
    return () => clearTimeout(timer);
  },
});
