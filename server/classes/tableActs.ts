import { isProblem } from '../http/errorCodes.ts';
import type { TableHost } from '../rooms/tableHost.ts';
import type { TableAct } from './acts.ts';
import type { ClassTable } from './journal.ts';
import type { ActOutcome } from './protocol.ts';
import type { SeatKeeper } from './seatKeeper.ts';

type Command = Readonly<Record<string, unknown>> & { readonly type: string };

/** An act upon the class as actions upon one table, in order. */
const commandsFor = (act: TableAct, { table: { state } }: TableHost): readonly Command[] => {
  switch (act.type) {
    case 'pause':
      return [
        ...(state.pause !== null && act.text !== '' ? [] : [{ type: 'pause' }]),
        ...(act.text === '' ? [] : [{ type: 'announce', text: act.text }]),
      ];
    case 'extend':
      return [{ type: 'extend', ms: act.ms }];
    case 'announce':
      return [{ type: 'announce', text: act.text }];
    case 'inject':
      return [{ type: 'inject', card: act.card }];
    default:
      return [{ type: act.type }];
  }
};

/** "All" means those for which it has a meaning: mandates open after the end, everything else happens before it. */
const concerns = (act: TableAct, { table: { state } }: TableHost): boolean => {
  if (act.type === 'openMandates') return state.phase === 'ended' && !state.mandatesOpen;
  if (state.phase === 'ended') return act.type === 'announce';
  if (act.type === 'pause') return state.pause === null || act.text !== '';
  return act.type !== 'release' || state.pause !== null;
};

/** The code of the refusal of the last command that was refused; null: all were done. */
const carryOut = async (act: TableAct, host: TableHost): Promise<string | null> => {
  let refusal: string | null = null;
  for (const command of commandsFor(act, host)) {
    const reply = await host.command('facilitator', command);
    if (!reply.ok) refusal = reply.refusal.code;
  }
  return refusal;
};

/** Acts upon some tables of a class, or all of them, at the same time. */
export const actUpon = async (
  act: TableAct,
  tables: readonly ClassTable[],
  { hostOf }: SeatKeeper,
): Promise<ActOutcome> => {
  const { tables: wanted } = act;
  const chosen = wanted === 'all' ? tables : tables.filter(({ number }) => wanted.includes(number));
  const outcomes = await Promise.all(
    chosen.map(async (one) => {
      const host = await hostOf(one);
      if (isProblem(host)) return { table: one.number, code: host.code };
      if (wanted === 'all' && !concerns(act, host)) return null;
      return { table: one.number, code: await carryOut(act, host) };
    }),
  );
  const known = outcomes.filter((outcome) => outcome !== null);
  return {
    done: known.filter(({ code }) => code === null).map(({ table }) => table),
    refused: known.flatMap(({ table, code }) => (code === null ? [] : [{ table, code }])),
  };
};
