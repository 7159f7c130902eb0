import { botNamed } from '../../shared/bots/index.ts';
import { project } from '../../shared/engine/project.ts';
import { bookOf } from '../../shared/scenarios/index.ts';
import { openEnvironment } from '../../shared/simulation/environment.ts';
import { randomStream } from '../../shared/simulation/randomStream.ts';
import { type BenchRow, clocked, quantile, rounded } from './benchRow.ts';

const SCENARIO = 'tariff-pause-2025';
const GAMES = 3;

type Times = { readonly project: number[]; readonly mask: number[]; readonly step: number[] };

const agents = { US: 'agent', KR: 'agent', CN: 'agent' } as const;

/** Plays a game step by step as a learning agent would, at random, and adds the microseconds of each part of a step. */
const stepThrough = (seed: string, times: Times): void => {
  const env = openEnvironment(bookOf(SCENARIO), { seats: agents });
  const bot = botNamed('random');
  if ('error' in env || bot === null) throw new Error(`no environment of ${SCENARIO}`);
  const random = randomStream(seed);
  env.reset(seed);
  for (let seat = env.agentSelection; seat !== null; seat = env.agentSelection) {
    const { table, book } = env;
    if (table === null) return;
    const player = seat;
    const { state } = table;
    const seen = clocked(() => project(state, player));
    times.project.push(1000 * seen.ms);
    times.mask.push(1000 * clocked(() => env.actionMask(player)).ms);
    const view = seen.made;
    if (view.own === null) return;
    const events = table.eventsFor(player);
    const move = bot.next({ book, view, own: view.own, events, random, standIn: false });
    const action = move === null || move.action.type === 'ready' ? { type: 'pass' } : move.action;
    times.step.push(1000 * clocked(() => env.step(action)).ms);
  }
};

/** What a step of a learning agent costs: seeing, the mask of what it may do, and the step itself. */
export const benchSteps = (): readonly BenchRow[] => {
  stepThrough('warm', { project: [], mask: [], step: [] });
  const times: Times = { project: [], mask: [], step: [] };
  for (let i = 0; i < GAMES; i++) stepThrough(`bench ${i}`, times);
  const row = (name: string, values: readonly number[], note: string): BenchRow => ({
    name,
    value: rounded(quantile(values, 0.5)),
    unit: 'µs',
    note,
  });
  return [
    row('step API: projection per step', times.project, `median of ${times.project.length} steps`),
    row('step API: action mask per step', times.mask, 'every possibility put to the rules'),
    row('  floor: the step itself', times.step, 'an action submitted, bots and rounds played on'),
  ];
};
