import { expect } from 'vitest';
import { figure } from './figure.ts';
import { leakTrial } from './trials/leakTrial.ts';

figure(
  'R13',
  'nothing is left of games that are over: no room, no plan of the clock, no socket',
  { ci: 4, full: 60 },
  async ({ size, show }) => {
    const report = await leakTrial(size);
    expect(report).toMatchObject({ games: size, rooms: 0, plans: 0 });
    // One kept line more or less at the moment of looking is nobody's game.
    expect(report.resources).toBeLessThan(Math.max(3, size / 2));
    show({ what: 'games played', value: report.games, unit: '', target: 1, least: true });
    show({
      what: 'rooms, plans and resources left',
      value: report.rooms + report.plans,
      unit: '',
      target: 0,
    });
  },
);
