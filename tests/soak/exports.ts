import fc from 'fast-check';
import { anyClass, checkExport } from '../exports/anyClass.ts';
import type { Soak } from './soak.ts';

const CLASSES = 200;

/** R26: the exports of many random classes join, read back, and are the same twice. */
export const exportsOfMany: Soak = async ({ chance, show }) => {
  fc.assert(fc.property(anyClass, checkExport), { numRuns: CLASSES, seed: chance.whole(0, 1_000_000) });
  show({
    what: 'classes exported, joined, read back',
    value: CLASSES,
    unit: '',
    target: CLASSES,
    least: true,
  });
};
