import { leakTrial } from '../faults/trials/leakTrial.ts';
import { mustBe, type Soak } from './soak.ts';

/** R13: many games in one process, and what is left of them. */
export const leak: Soak = async ({ plan: { games }, show, progress }) => {
  const report = await leakTrial(games, (game) => {
    if (game % 20 === 0) progress(`game ${game} of ${games}`);
  });
  mustBe('what is left', { rooms: report.rooms, plans: report.plans }, { rooms: 0, plans: 0 });
  if (report.heap === null) throw new Error('the garbage can not be collected: start with --expose-gc');
  const [half, all] = report.heap;
  show({ what: 'games in one process', value: games, unit: '', target: 1000, least: true });
  show({
    what: 'rooms and plans of the clock left',
    value: report.rooms + report.plans,
    unit: '',
    target: 0,
  });
  show({ what: 'timers and sockets more than before', value: report.resources, unit: '', target: 2 });
  show({ what: 'heap after half of them', value: half, unit: 'MB', target: 600 });
  show({ what: 'heap, growth in the second half', value: 100 * (all / half - 1), unit: '%', target: 5 });
};
