import { expect, it } from 'vitest';
import { sound } from '../../client/settings.ts';
import { isAudible } from '../../client/signals/tones.ts';

it('is silent in a class until somebody wants it otherwise', () => {
  expect([isAudible(true), isAudible(false)]).toEqual([false, true]);
  sound.value = 'on';
  expect(isAudible(true)).toBe(true);
  sound.value = 'off';
  expect(isAudible(false)).toBe(false);
});
