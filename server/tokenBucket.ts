/** Lets through `perSecond` on average and `burst` at once. Times in epoch ms. */
export type TokenBucket = {
  /** Whether one more may pass now. */
  readonly isOpen: (now: number) => boolean;
  /** Lets so many pass (one), if they may. */
  readonly take: (now: number, count?: number) => boolean;
  /** Ms until so many more (one) may pass. */
  readonly wait: (now: number, count?: number) => number;
};

/** Makes a full bucket. */
export const tokenBucket = (perSecond: number, burst: number): TokenBucket => {
  let tokens = burst;
  let last: number | null = null;
  const level = (now: number): number => {
    const passed = last === null ? 0 : Math.max(0, now - last) / 1000;
    tokens = Math.min(burst, tokens + passed * perSecond);
    last = now;
    return tokens;
  };
  return {
    isOpen: (now) => level(now) >= 1,
    take: (now, count = 1) => {
      if (level(now) < count) return false;
      tokens -= count;
      return true;
    },
    wait: (now, count = 1) => Math.ceil((Math.max(0, count - level(now)) / perSecond) * 1000),
  };
};

const MOST_KEYS = 10_000;

/** Makes a bucket for each key. Of too many, the one that was asked for longest ago is forgotten. */
export const tokenBuckets = (perSecond: number, burst: number): ((key: string) => TokenBucket) => {
  const known = new Map<string, TokenBucket>();
  return (key) => {
    const bucket = known.get(key) ?? tokenBucket(perSecond, burst);
    known.delete(key);
    known.set(key, bucket);
    if (known.size > MOST_KEYS) known.delete(known.keys().next().value as string);
    return bucket;
  };
};
