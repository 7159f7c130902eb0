/** Places as near as can be to where they are wanted, at least `apart` from each other and within bounds, in the same order. */
export const spread = (
  wanted: readonly number[],
  apart: number,
  [least, most]: readonly [number, number],
): readonly number[] => {
  const order = wanted.map((_, i) => i).sort((one, other) => wanted[one] - wanted[other]);
  const placed = [...wanted];
  let free = least;
  for (const i of order) {
    placed[i] = Math.max(wanted[i], free);
    free = placed[i] + apart;
  }
  let last = most;
  for (const i of order.toReversed()) {
    placed[i] = Math.min(placed[i], last);
    last = placed[i] - apart;
  }
  return placed;
};
