import type { Clause } from '../../shared/engine/state.ts';
import { allowed } from '../../shared/engine/submit.ts';
import { bookOf } from '../../shared/scenarios/index.ts';
import type { Seat } from '../../shared/seats.ts';
import type { Player } from './players.ts';

export type Tabling = {
  readonly type: 'table';
  readonly to: Seat[];
  readonly clauses: Clause[];
  readonly sealed: boolean;
  readonly note: string;
  readonly spend: number;
};

/** The first offer of one clause that a player may table now, by the rules that client and server share. */
export const anyTabling = (player: Player, to: Seat, sealed = false, note = ''): Tabling => {
  const view = player.view();
  const book = bookOf(view.setup.scenario);
  const seat = player.seat as Seat;
  for (const lever of book.scenario.levers) {
    if (!lever.owners.every((owner) => owner === seat || owner === to)) continue;
    for (const level of lever.levels.keys()) {
      const clauses = [{ lever: lever.id, level, from: 0 }];
      const action = { type: 'table' as const, to: [to], clauses, sealed, note, spend: 0 };
      if (level !== lever.pause && allowed(book, view, seat, action, 0) === null) return action;
    }
  }
  throw new Error(`${seat} can table nothing to ${to}`);
};
