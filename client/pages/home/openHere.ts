import { bySeat, type Seat } from '../../../shared/seats.ts';
import { freshSeed, localCode } from '../../connection/local/localPlan.ts';
import { keepPlan } from '../../connection/local/localShelf.ts';
import { playerName, suggestName } from '../../identity.ts';

/** How a game of one against two bots is to be played in this browser. */
export type SoloPlan = {
  readonly scenario: string;
  readonly seat: Seat;
  readonly bot: string;
  readonly roundMs: number | null;
  readonly hints: boolean;
};

/** Opens a table of this browser, for which no server is needed; gives its code. */
export const openHere = ({ scenario, seat, bot, roundMs, hints }: SoloPlan): string => {
  suggestName();
  const code = localCode();
  keepPlan(code, {
    scenario,
    self: seat,
    name: playerName.value,
    seats: bySeat(() => bot),
    press: 'full',
    explain: true,
    hints,
    roundMs,
    seed: freshSeed(),
    pace: [900, 2200],
  });
  return code;
};
