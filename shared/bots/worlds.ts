import { bySeat } from '../seats.ts';
import { TEMPERS } from './mind.ts';
import type { World } from './playout.ts';
import type { Study } from './study.ts';

/** In a mind's eye it plays its own part as one who gives way late, but does (index in TEMPERS). */
const OWN_TEMPER = 3;

// Steps of low-discrepancy sequences, another for each seat, so that few worlds cover what is likely evenly.
const STEPS = { US: 0.618034, KR: 0.754878, CN: 0.56984 } as const;

/** Draws worlds from what is believed: every hypothesis about every seat comes up about as often as it is likely. */
export const worldsOf = (study: Study, count: number): readonly World[] => {
  const { sight, known } = study;
  const { book, own, random, view } = sight;
  const starts = bySeat((seat) => random(`worlds ${view.round} ${sight.events.length} ${seat}`));
  return Array.from({ length: count }, (_, n) => {
    const drawn = bySeat((seat) => hypothesis(known.minds[seat], (starts[seat] + n * STEPS[seat]) % 1));
    return {
      mandates: bySeat((seat) => {
        if (seat === own.seat) return own.mandate;
        return book.mandatesOf(seat)[Math.floor(drawn[seat] / TEMPERS.length)]?.id ?? '';
      }),
      tempers: bySeat((seat) => (seat === own.seat ? OWN_TEMPER : drawn[seat] % TEMPERS.length)),
    };
  });
};

/** The hypothesis at a quantile of a mind. */
const hypothesis = (mind: readonly number[], quantile: number): number => {
  let left = quantile;
  for (let h = 0; h < mind.length; h++) {
    if (left < mind[h]) return h;
    left -= mind[h];
  }
  return mind.length - 1;
};
