import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { EXPERIENCE } from '../experience.ts';

it.each(Object.entries(EXPERIENCE))(
  'what people expect of %s is tried where the map says',
  (_, { tried }) => {
    expect(tried.length).toBeGreaterThan(0);
    for (const [file, title] of tried)
      expect(readFileSync(`tests/${file}`, 'utf8').includes(title), `${file}: ${title}`).toBe(true);
  },
);
