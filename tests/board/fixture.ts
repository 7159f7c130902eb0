import type { BoardEvent } from '../../client/board/event.ts';
import type { BoardModel, Sheet } from '../../client/board/model.ts';

const sheet = (
  id: string,
  from: Sheet['from'],
  parties: Sheet['parties'],
  more: Partial<Sheet> = {},
): Sheet => ({
  id,
  from,
  parties,
  state: 'open',
  sealed: false,
  mine: true,
  waits: false,
  ends: false,
  ...more,
});

/** The situation of the pause, April 2025: volumes in USD bn a year under the tariffs, 2024 figures as the base. */
export const aprilModel: BoardModel = {
  viewer: 'KR',
  day: 15,
  days: 90,
  round: 2,
  rounds: 6,
  phase: 'negotiation',
  capitals: {
    US: { presence: 'person', ready: false, name: 'Washington', local: 'D.C.' },
    KR: { presence: 'person', ready: false, name: 'Seoul', local: '서울' },
    CN: { presence: 'bot', ready: false, name: 'Beijing', local: '北京' },
  },
  ocean: 'Pacific Ocean|태평양 · 太平洋',
  flows: [
    { from: 'CN', to: 'US', kind: 'goods', value: 214, base: 438 },
    { from: 'US', to: 'CN', kind: 'goods', value: 61, base: 119 },
    { from: 'US', to: 'CN', kind: 'chips', value: 7.5, base: 11.8 },
    { from: 'US', to: 'CN', kind: 'energy', value: 6, base: 14 },
    { from: 'KR', to: 'US', kind: 'goods', value: 108, base: 119 },
    { from: 'KR', to: 'US', kind: 'chips', value: 11.5, base: 10.6 },
    { from: 'US', to: 'KR', kind: 'goods', value: 44, base: 43 },
    { from: 'US', to: 'KR', kind: 'energy', value: 24, base: 22.5 },
    { from: 'US', to: 'KR', kind: 'chips', value: 4.8, base: 4.8 },
    { from: 'KR', to: 'US', kind: 'investment', value: 10, base: 0 },
    { from: 'CN', to: 'KR', kind: 'goods', value: 146, base: 139 },
    { from: 'KR', to: 'CN', kind: 'goods', value: 82, base: 88 },
    { from: 'KR', to: 'CN', kind: 'chips', value: 46, base: 45 },
    { from: 'CN', to: 'KR', kind: 'investment', value: 5, base: 0 },
  ],
  walls: [
    { key: 'us-cn-tariff', importer: 'US', exporter: 'CN', rate: 145 },
    { key: 'cn-us-tariff', importer: 'CN', exporter: 'US', rate: 125 },
    { key: 'us-kr-reciprocal-tariff', importer: 'US', exporter: 'KR', rate: 10 },
    { key: 'us-kr-auto-tariff', importer: 'US', exporter: 'KR', rate: 25 },
    { key: 'us-kr-steel-tariff', importer: 'US', exporter: 'KR', rate: 25 },
    { key: 'us-kr-chip-tariff', importer: 'US', exporter: 'KR', rate: 0 },
    { key: 'kr-us-tariff', importer: 'KR', exporter: 'US', rate: 0 },
  ],
  barriers: [
    { key: 'us-cn-chip-controls', kind: 'controls', of: 'US', against: 'CN', level: 1 },
    { key: 'kr-chip-controls', kind: 'controls', of: 'KR', against: 'CN', level: 0 },
    { key: 'cn-us-rare-earths', kind: 'rareEarths', of: 'CN', against: 'US', level: 1 },
    { key: 'cn-kr-rare-earths', kind: 'rareEarths', of: 'CN', against: 'KR', level: 1 },
    { key: 'cn-kr-coercion', kind: 'coercion', of: 'CN', against: 'KR', level: 0 },
    { key: 'kr-us-farm-access', kind: 'farm', of: 'KR', against: 'US', level: 2 },
  ],
  bonds: [
    { key: 'us-kr-security', kind: 'security', of: 'US', against: 'KR', level: 0 },
    { key: 'kr-cn-fta', kind: 'agreement', of: 'KR', against: 'CN', level: 0 },
  ],
  sheets: [sheet('o1', 'CN', ['CN', 'KR'], { waits: true })],
};

/** Late in a game: many offers and treaties, low walls, gates shut, every tie alive. */
export const crowdedModel: BoardModel = {
  ...aprilModel,
  round: 5,
  day: 75,
  phase: 'closing',
  capitals: {
    ...aprilModel.capitals,
    KR: { ...aprilModel.capitals.KR, ready: true },
    US: { ...aprilModel.capitals.US, presence: 'standIn' },
  },
  walls: [
    { key: 'us-cn-tariff', importer: 'US', exporter: 'CN', rate: 30 },
    { key: 'cn-us-tariff', importer: 'CN', exporter: 'US', rate: 10 },
    { key: 'us-kr-reciprocal-tariff', importer: 'US', exporter: 'KR', rate: 15 },
    { key: 'us-kr-auto-tariff', importer: 'US', exporter: 'KR', rate: 15 },
    { key: 'us-kr-steel-tariff', importer: 'US', exporter: 'KR', rate: 50 },
    { key: 'us-kr-chip-tariff', importer: 'US', exporter: 'KR', rate: 15 },
    { key: 'kr-us-tariff', importer: 'KR', exporter: 'US', rate: 10 },
  ],
  barriers: [
    { key: 'us-cn-chip-controls', kind: 'controls', of: 'US', against: 'CN', level: 2 },
    { key: 'kr-chip-controls', kind: 'controls', of: 'KR', against: 'CN', level: 2 },
    { key: 'cn-us-rare-earths', kind: 'rareEarths', of: 'CN', against: 'US', level: 0 },
    { key: 'cn-kr-rare-earths', kind: 'rareEarths', of: 'CN', against: 'KR', level: 2 },
    { key: 'cn-kr-coercion', kind: 'coercion', of: 'CN', against: 'KR', level: 2 },
    { key: 'kr-us-farm-access', kind: 'farm', of: 'KR', against: 'US', level: 1 },
  ],
  bonds: [
    { key: 'us-kr-security', kind: 'security', of: 'US', against: 'KR', level: 2 },
    { key: 'kr-cn-fta', kind: 'agreement', of: 'KR', against: 'CN', level: 2 },
  ],
  sheets: [
    sheet('o1', 'CN', ['CN', 'KR'], { waits: true }),
    sheet('o2', 'KR', ['CN', 'KR'], { sealed: true }),
    sheet('o3', 'US', ['US', 'KR'], { waits: true }),
    sheet('o4', 'KR', ['US', 'KR']),
    sheet('o5', 'US', ['US', 'KR'], { sealed: true }),
    sheet('o6', 'US', ['US', 'CN'], { mine: false }),
    sheet('o7', 'KR', ['US', 'KR', 'CN']),
    sheet('t1', 'US', ['US', 'KR'], { state: 'signed' }),
    sheet('t2', 'US', ['US', 'KR'], { state: 'signed', sealed: true, ends: true }),
    sheet('t3', 'US', ['US', 'CN'], { state: 'signed', mine: false }),
    sheet('t4', 'KR', ['KR', 'CN'], { state: 'signed' }),
    sheet('t5', 'KR', ['US', 'KR', 'CN'], { state: 'signed' }),
  ],
};

const offer = aprilModel.sheets[0];
const toUs = sheet('o9', 'KR', ['US', 'KR']);
const treaty = sheet('t9', 'KR', ['US', 'KR'], { state: 'signed' });

/** One event of every kind. */
export const sampleEvents: readonly BoardEvent[] = [
  { kind: 'tabled', sheet: offer },
  { kind: 'countered', sheet: offer, by: 'KR' },
  { kind: 'accepted', sheet: offer, by: 'KR' },
  { kind: 'takenBack', sheet: offer, by: 'KR' },
  { kind: 'declined', sheet: toUs, by: 'US' },
  { kind: 'withdrawn', sheet: toUs },
  { kind: 'expired', sheet: toUs },
  { kind: 'signed', sheet: treaty },
  { kind: 'unratified', sheet: toUs, refusedBy: ['US'] },
  { kind: 'denounced', sheet: treaty, by: 'US' },
  { kind: 'fallen', sheet: treaty },
  { kind: 'wallMoved', key: 'us-cn-tariff', importer: 'US', exporter: 'CN', from: 30, to: 145 },
  {
    kind: 'barrierMoved',
    key: 'us-cn-chip-controls',
    barrier: 'controls',
    of: 'US',
    against: 'CN',
    from: 0,
    to: 1,
  },
  { kind: 'leverMoved', by: 'KR', toward: 'US', isFriendly: true },
  { kind: 'spoken', by: 'KR', to: ['US', 'CN'] },
  { kind: 'pledged', by: 'CN', to: ['KR'] },
  { kind: 'pledgeJudged', by: 'CN', isKept: false },
  { kind: 'newsRevealed' },
  { kind: 'roundResolved' },
  { kind: 'roundBegan' },
  { kind: 'closingBegan' },
  { kind: 'seatsMet', pair: ['KR', 'CN'] },
  { kind: 'seatTaken', seat: 'CN' },
  { kind: 'seatLeft', seat: 'US' },
  { kind: 'gameEnded' },
];
