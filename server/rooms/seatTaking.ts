import type { Table } from '../../shared/table/table.ts';
import { isProblem, type Problem, problem } from '../http/errorCodes.ts';
import type { Guest } from '../storage/logStore.ts';
import type { Audience } from './audience.ts';
import type { Orders } from './orders.ts';
import { planSeat, type SeatPlan, type SeatWish } from './seating.ts';

const MOST_SPECTATORS = 100;

/** Lets guests sit down: judged and carried out in one turn, so that nobody else takes the seat in between. */
export const seatTaking =
  (table: Table, audience: Audience, inTurn: Orders['inTurn']) =>
  (guest: Guest, wish: SeatWish): Promise<SeatPlan | Problem> =>
    inTurn<SeatPlan | Problem>(async (order) => {
      const plan = planSeat(table.state, table.book.scenario.seats, guest, wish);
      if (isProblem(plan)) return plan;
      if (plan.seat === 'spectator' && audience.watching() >= MOST_SPECTATORS) return problem('table.full');
      for (const step of plan.steps) if (!(await order(step))) return problem('unavailable');
      return plan;
    }, problem('unavailable'));
