/**
 * A kind of work that any thread can do: `prepare` runs once in each, what it returns does one task after the other.
 * Results depend on setup and task alone, so that it does not matter who does what. The module at `file` exports it as
 * `job`; setups, tasks and results are plain data.
 */
export type Job<Setup, Task, Result> = {
  readonly file: string;
  readonly prepare: (setup: Setup) => (task: Task) => Result;
};
