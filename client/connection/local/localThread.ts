/** The thread in which a local table lives: bots may think without the page noticing. */
import * as z from 'zod/mini';
import { bookOf } from '../../../shared/scenarios/index.ts';
import { type LocalTable, openLocalTable } from './localTable.ts';
import type { FromThread, ToThread } from './threadMessages.ts';

// The server's content policy allows no code made from text.
z.config({ jitless: true });

const tell = (message: FromThread): void => postMessage(message);

const clock = {
  now: () => Date.now(),
  after: (ms: number, run: () => void) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
  chance: Math.random,
};

let local: LocalTable | null = null;

addEventListener('message', ({ data }: MessageEvent<ToThread>) => {
  if (data.kind === 'open') {
    const { plan, kept } = data;
    local?.stop();
    local = openLocalTable({
      plan,
      book: bookOf(plan.scenario),
      kept,
      clock,
      ears: {
        entry: (entry) => tell({ kind: 'entry', entry }),
        update: (update) => tell({ kind: 'update', update }),
      },
    });
  } else if (local !== null) tell({ kind: 'reply', reply: local.act(data.action) });
});
