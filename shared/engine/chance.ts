/**
 * Hashes a text to 53 bits (two 32-bit multiplicative hashes, after bryc's cyrb53).
 * Good for seeded draws and for finding torn logs; not a defence against forgery.
 */
export const hash53 = (text: string): number => {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
};

/**
 * A number in [0, 1) drawn from a table's seed for one named purpose. The same seed and label always give the same
 * number, so the order in which draws happen can never change them.
 */
export const draw = (seed: string, label: string): number => hash53(`${seed}\n${label}`) / 2 ** 53;

const LETTERS = '23456789abcdefghjkmnpqrstuvwxyz';

/** A short name for a thing on a table: says nothing of how many there are. */
export const drawName = (seed: string, label: string): string => {
  let rest = hash53(`${seed}\n${label}\nname`);
  let name = '';
  for (let i = 0; i < 8; i++) {
    name += LETTERS[rest % LETTERS.length];
    rest = Math.floor(rest / LETTERS.length);
  }
  return name;
};

/** A list in an order drawn from the seed (Fisher-Yates). */
export const shuffle = <T>(items: readonly T[], seed: string, label: string): readonly T[] => {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(draw(seed, `${label} ${i}`) * (i + 1));
    const kept = order[i] as T;
    order[i] = order[j] as T;
    order[j] = kept;
  }
  return order;
};
