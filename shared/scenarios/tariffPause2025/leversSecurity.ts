import type { Lever } from '../schema.ts';
import { words } from '../words.ts';

/** The alliance behind the trade talks. */
export const leversSecurity: readonly Lever[] = [
  {
    id: 'us-kr-security',
    owners: ['US'],
    track: 'security',
    unit: 'word',
    label: words('US security commitment to Korea', '미국의 대한국 안보 공약', '美国对韩安全承诺'),
    description: words(
      'Troops and extended deterrence; at its fullest, also consent to nuclear-powered submarines.',
      '주한미군과 확장억제 공약으로, 가장 넓게는 핵추진 잠수함 동의까지 포함한다.',
      '驻军与延伸威慑，最高一档还包括同意韩国建造核动力潜艇。',
    ),
    levels: [
      { id: 'review', amount: 0, label: words('Under review', '재검토', '评估中') },
      { id: 'reaffirmed', amount: 0, label: words('Reaffirmed', '재확인', '重申') },
      { id: 'extended', amount: 0, label: words('Extended', '확대', '扩大') },
    ],
    pause: 0,
    snapback: 0,
    board: { kind: 'security', of: 'US', against: 'KR' },
  },
  {
    id: 'kr-defence-cost',
    owners: ['KR'],
    track: 'security',
    unit: 'usdBn',
    label: words('Korean share of US troop costs', '방위비 분담금', '韩国防卫费分担'),
    description: words(
      'Host-nation support, settled until 2030 and officially not part of the trade talks.',
      '2030년까지 합의가 끝났고 공식적으로는 통상 협상의 의제가 아닌 주한미군 주둔 비용 분담.',
      '驻韩美军费用分担，已商定至2030年，正式而言不在贸易谈判议程之内。',
    ),
    levels: [
      { id: '1.1', amount: 1.1 },
      { id: '3', amount: 3 },
      { id: '9', amount: 9 },
    ],
    pause: 0,
    snapback: 0,
    offAgenda: true,
    board: { kind: 'security', of: 'KR', against: 'US' },
    source: 'Twelfth Special Measures Agreement (signed 4 November 2024; 1.52 trillion won for 2026)',
  },
];
