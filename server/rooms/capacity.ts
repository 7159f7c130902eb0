import { type Problem, problem } from '../http/errorCodes.ts';

/** How many tables a server carries at a time. */
export type Capacity = {
  /** Why so many more tables can't be opened now; null: they can. */
  readonly lackOfRoom: (tables: number) => Problem | null;
  /** Keeps room for one table while it is being opened. */
  readonly whileOpening: <T>(open: () => Promise<T>) => Promise<T | Problem>;
};

/** The bound of a server. `playing`: how many of its tables have not ended. */
export const capacity = (max: number, playing: () => number): Capacity => {
  let beingOpened = 0;
  const lackOfRoom = (tables: number): Problem | null =>
    playing() + beingOpened + tables > max ? problem('server.full', { max }) : null;
  return {
    lackOfRoom,
    whileOpening: async (open) => {
      const full = lackOfRoom(1);
      if (full !== null) return full;
      beingOpened += 1;
      try {
        return await open();
      } finally {
        beingOpened -= 1;
      }
    },
  };
};
