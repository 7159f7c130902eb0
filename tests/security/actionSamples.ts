import type { Action, ActionType } from '../../shared/engine/actions/index.ts';
import { clause } from '../helpers/game.ts';

type Samples = { readonly [T in ActionType]: Extract<Action, { type: T }> };

/** One well-formed action of every type. A new type is a compile error until it has one. */
export const actionSamples = (): Samples => ({
  speak: { type: 'speak', to: 'all', text: 'a word', pledge: null },
  table: {
    type: 'table',
    to: ['KR'],
    clauses: [clause('kr-supply-chains', 'relocate')],
    sealed: false,
    note: 'a note',
    spend: 4,
  },
  counter: {
    type: 'counter',
    offer: 'an-offer',
    clauses: [clause('kr-supply-chains', 'relocate')],
    sealed: false,
    note: 'a note',
    spend: 4,
  },
  accept: { type: 'accept', offer: 'an-offer', spend: 4 },
  takeBack: { type: 'takeBack', offer: 'an-offer' },
  decline: { type: 'decline', offer: 'an-offer', note: 'a note' },
  withdraw: { type: 'withdraw', offer: 'an-offer' },
  order: { type: 'order', lever: 'kr-supply-chains', level: 1 },
  cancel: { type: 'cancel', lever: 'kr-supply-chains' },
  denounce: { type: 'denounce', treaty: 'a-treaty' },
  ready: { type: 'ready', ready: true },
  pause: { type: 'pause' },
  release: { type: 'release' },
  start: { type: 'start' },
  tick: { type: 'tick' },
  occupy: { type: 'occupy', seat: 'KR', occupant: { kind: 'vacant' }, holder: null },
  standIn: { type: 'standIn', seat: 'KR', bot: 'trader' },
  branch: { type: 'branch', of: 'K7PQ2M', at: 9, seat: 'KR', name: 'Bo', holder: 'a-guest', bot: 'trader' },
  give: { type: 'give', ms: 1000 },
  extend: { type: 'extend', ms: 1000 },
  advance: { type: 'advance' },
  inject: { type: 'inject', card: 'a-card' },
  announce: { type: 'announce', text: 'a word' },
  openMandates: { type: 'openMandates' },
  rematch: { type: 'rematch', next: 'K7PQ2M', by: 'KR' },
  explain: { type: 'explain', seat: 'KR', key: 'reason.ready', params: {}, about: null, secret: false },
});
