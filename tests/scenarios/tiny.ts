import type { Scenario } from '../../shared/scenarios/schema.ts';
import { tariffPause2025 } from '../../shared/scenarios/tariffPause2025.ts';

const text = { en: 'x', ko: '가', zh: '一' };

/** The smallest scenario: two seats, two levers, no economy. Made anew, so that a test may break it. */
export const tiny = (): Scenario => ({
  id: 'tiny',
  version: 1,
  title: text,
  summary: text,
  situation: { US: text, KR: text, CN: text },
  seats: ['US', 'CN'],
  rules: { ...tariffPause2025.rules, ratification: null },
  levers: [
    {
      id: 'money',
      owners: ['US'],
      track: 'investment',
      unit: 'usdBn',
      label: text,
      description: text,
      levels: [
        { id: '0', amount: 0 },
        { id: '10', amount: 10 },
        { id: '40', amount: 40 },
      ],
      pause: 0,
      snapback: 0,
    },
    {
      id: 'peace',
      owners: ['US', 'CN'],
      track: 'security',
      unit: 'word',
      label: text,
      description: text,
      levels: [
        { id: 'no', amount: 0, label: text },
        { id: 'yes', amount: 0, label: text },
      ],
      pause: 0,
      snapback: 0,
    },
  ],
  economy: null,
  components: [
    {
      id: 'us-money',
      seat: 'US',
      label: text,
      weight: 1,
      forms: [
        {
          form: 'sum',
          of: [{ lever: 'money', weight: 1 }],
          knots: [
            [5, 1],
            [25, 5],
          ],
        },
      ],
    },
    {
      id: 'cn-peace',
      seat: 'CN',
      label: text,
      weight: 2,
      forms: [{ form: 'table', levers: ['peace', 'money'], values: [0, 0, 0, 1, 2, 3] }],
    },
  ],
  mandates: [
    {
      id: 'us',
      seat: 'US',
      label: text,
      brief: text,
      weights: {},
      goals: [],
      redLines: [],
      ideal: 5,
      reservation: 0,
      blocShares: {},
    },
    {
      id: 'cn',
      seat: 'CN',
      label: text,
      brief: text,
      weights: { 'cn-peace': 3 },
      goals: [
        { id: 'peace', label: text, amount: 1, form: { form: 'points', lever: 'peace', values: [0, 1] } },
      ],
      redLines: [],
      ideal: 9,
      reservation: 0,
      blocShares: {},
    },
  ],
  blocs: [],
  news: [],
  stance: null,
  remarks: [],
});
