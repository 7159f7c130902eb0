/** Runs one task after the other, in the order in which they were asked for; one that fails stops none. */
export type InTurn = <T>(task: () => Promise<T>) => Promise<T>;

/** Opens an empty queue. */
export const inTurn = (): InTurn => {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const next = last.then(task);
    last = next.catch(() => {});
    return next;
  };
};
