import { BOTS } from '../../shared/bots/index.ts';
import { decideOn } from '../../shared/bots/writtenSight.ts';
import { bookOf } from '../../shared/scenarios/index.ts';
import { bySeat } from '../../shared/seats.ts';
import { newTurnGame } from '../../shared/simulation/turnGame.ts';
import { type BenchRow, clocked, quantile, rounded } from './benchRow.ts';

const SCENARIO = 'tariff-pause-2025';
const GAMES = 6;

/** Milliseconds of every decision of a game in which one bot plays all seats. */
const decisionsOf = (bot: string, seed: string): readonly number[] => {
  const book = bookOf(SCENARIO);
  const occupants = bySeat(() => ({ kind: 'person', name: bot, standIn: null }) as const);
  const game = newTurnGame(book, { occupants, press: 'full', seed });
  const times: number[] = [];
  for (let seat = game.turn; seat !== null; seat = game.turn) {
    const view = game.table.viewOf(seat);
    const { own } = view;
    if (own === null) throw new Error(`no seat ${seat} in ${SCENARIO}`);
    const events = game.table.eventsFor(seat);
    const sight = { bot, seed, view, own, events, standIn: false };
    const { ms, made: move } = clocked(() => decideOn(book, sight));
    times.push(ms);
    if (move === null || move.action.type === 'ready') game.pass();
    else if (game.act(move.action) !== null) throw new Error(`${bot} was refused in ${seed}`);
  }
  return times;
};

/** How long a decision of each rung takes. The first game of each is not counted: what follows from the scenario is found then. */
export const benchDecisions = (): readonly BenchRow[] =>
  Object.values(BOTS).flatMap(({ id, deputy }) => {
    decisionsOf(id, 'warm');
    const times = Array.from({ length: GAMES }, (_, i) => decisionsOf(id, `bench ${i}`)).flat();
    const where = deputy === undefined ? 'at the table' : 'in a thread of its own';
    const note = `${times.length} decisions, ${where}${id === 'random' ? '; the floor' : ''}`;
    const row = (share: number) => ({ value: rounded(quantile(times, share)), unit: 'ms', note });
    return [
      { name: `decision of the ${id}, p50`, ...row(0.5) },
      {
        name: `decision of the ${id}, p99`,
        ...row(0.99),
        target: 50,
        cause: 'packages are searched for in a new situation only, on a surrogate of the economy',
      },
    ];
  });
