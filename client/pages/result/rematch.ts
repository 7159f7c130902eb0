import { bySeat, type Seat } from '../../../shared/seats.ts';
import { type SeatPlan, type TablePlan, type TimeControl, tableFacts } from '../../connection/http.ts';
import { freshSeed, localCode } from '../../connection/local/localPlan.ts';
import { keepPlan, keptPlan } from '../../connection/local/localShelf.ts';
import type { Desk } from '../../rules.ts';

/** A table with the same settings: people's seats are free again, bots sit where they sat. */
export const planOf = ({ view }: Desk, self: Seat | null): Omit<TablePlan, 'timeControl'> => ({
  scenario: view.setup.scenario,
  press: view.setup.press,
  explain: view.setup.explain,
  hints: view.setup.hints === true,
  listed: false,
  spectatorDelay: view.setup.spectatorDelay ?? 0,
  seats: bySeat((seat): SeatPlan => {
    const occupant = view.occupants[seat];
    return occupant.kind === 'bot' && seat !== self ? `bot:${occupant.bot}` : 'human';
  }),
});

/** The same table again in this browser, with another draw; gives its code. */
export const againHere = (code: string): string => {
  const plan = keptPlan(code);
  const next = localCode();
  if (plan !== null) keepPlan(next, { ...plan, seed: freshSeed() });
  return next;
};

/** The pace of a table, as its door tells it. */
export const paceOf = async (code: string): Promise<TimeControl> => (await tableFacts(code)).timeControl;
