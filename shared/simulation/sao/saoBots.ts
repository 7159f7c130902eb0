import { countAbove, type Ranking } from './outcomeSpace.ts';

/** No outcome: a party that makes no offer. */
export const NO_OFFER = -1;

/** How a party negotiates: by a concession curve, by the rival's concessions, or not at all. */
export type Strategy =
  | { readonly kind: 'aspiration'; readonly exponent: number }
  | { readonly kind: 'micro' }
  | { readonly kind: 'tough' };

/** What a bot knows: its own outcomes and reservation value, and seeded chance. `random(n)`: its n-th number in [0, 1). */
export type SaoSight = {
  readonly ranking: Ranking;
  /** Its own utility per outcome. */
  readonly utilities: Float64Array;
  readonly reserved: number;
  readonly random: (count: number) => number;
};

/** A negotiator in one negotiation: first `answer`s the standing offer, then may have to `offer`. `time` in (0, 1). */
export type SaoBot = {
  /** Takes note of an offer and says whether it accepts. */
  readonly answer: (outcome: number, time: number) => boolean;
  /** The outcome that it offers, or NO_OFFER. */
  readonly offer: (time: number) => number;
};

const TOLERANCE = 1e-4;

/** A bot's name as it is written (`aspiration:0.5`, `micro`, `tough`); null for any other text. */
export const readStrategy = (text: string): Strategy | null => {
  if (text === 'micro' || text === 'tough') return { kind: text };
  const exponent = /^aspiration:(\d{1,4}(?:\.\d{1,9})?|\.\d{1,9})$/.exec(text)?.[1];
  return exponent !== undefined && Number(exponent) > 0
    ? { kind: 'aspiration', exponent: Number(exponent) }
    : null;
};

/**
 * Concedes with time alone: target = r + (M - r)(1 - t^E) from its best M toward r, the larger of its reservation value
 * and its worst outcome. Offers the worst outcome that reaches the target, accepts whatever does (within 1e-4, yet never
 * below its reservation value).
 */
const aspiration = ({ ranking, utilities, reserved }: SaoSight, exponent: number): SaoBot => {
  const best = ranking.utilities[0];
  const floor = Math.max(reserved, ranking.utilities[ranking.utilities.length - 1]);
  const threshold = (time: number): number =>
    Math.max(floor + (best - floor) * (1 - time ** exponent) - TOLERANCE, reserved);
  return {
    answer: (outcome, time) => utilities[outcome] >= threshold(time),
    offer: (time) => {
      const last = countAbove(ranking.utilities, threshold(time), true) - 1;
      return ranking.order[countAbove(ranking.utilities, ranking.utilities[last])];
    },
  };
};

/**
 * Minimal concession (de Jonge's MiCRO): one outcome further down its own ranking for every new offer that it gets, never
 * below its reservation value; otherwise one of its earlier offers again, drawn by seed. Only different offers count.
 */
const micro = ({ ranking, utilities, reserved, random }: SaoSight): SaoBot => {
  const received = new Set<number>();
  let sent = 0;
  let repeated = 0;
  const canConcede = (): boolean =>
    sent <= received.size && sent < ranking.order.length && ranking.utilities[sent] >= reserved;
  return {
    answer: (outcome) => {
      received.add(outcome);
      const worst = canConcede() ? sent : sent - 1;
      return utilities[outcome] >= ranking.utilities[worst];
    },
    offer: () => ranking.order[canConcede() ? sent++ : Math.floor(random(repeated++) * sent)],
  };
};

/** Concedes nothing: offers its best outcome for ever and accepts nothing less. */
const tough = ({ ranking, utilities }: SaoSight): SaoBot => ({
  answer: (outcome) => utilities[outcome] >= ranking.utilities[0],
  offer: () => ranking.order[0],
});

/** A party that no outcome gives its reservation value has nothing to negotiate about. */
const absent: SaoBot = { answer: () => false, offer: () => NO_OFFER };

/** A negotiator at the start of a negotiation. */
export const newBot = (strategy: Strategy, sight: SaoSight): SaoBot => {
  if (sight.ranking.utilities[0] < sight.reserved) return absent;
  if (strategy.kind === 'micro') return micro(sight);
  return strategy.kind === 'tough' ? tough(sight) : aspiration(sight, strategy.exponent);
};
