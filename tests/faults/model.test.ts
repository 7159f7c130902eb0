import fc from 'fast-check';
import { figure } from './figure.ts';
import { STEPS, setUp } from './trials/tableModel.ts';

figure(
  'R17',
  'whatever happens to a table, in whatever order, it agrees with a small model',
  { ci: 150, full: 2000 },
  ({ size, seed, show }) => {
    const lives = fc.commands(STEPS, { maxCommands: 40, size: 'max' });
    fc.assert(
      fc.property(lives, (steps) => fc.modelRun(setUp, steps)),
      { numRuns: size, seed },
    );
    show({ what: 'sequences', value: size, unit: '', target: 2000, least: true });
  },
);
