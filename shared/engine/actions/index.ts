import type * as z from 'zod/mini';
import { accept } from './accept.ts';
import { branch } from './branch.ts';
import { cancel } from './cancel.ts';
import { counter } from './counter.ts';
import { decline } from './decline.ts';
import { denounce } from './denounce.ts';
import { explain } from './explain.ts';
import { extend, give } from './extend.ts';
import { announce, inject, openMandates } from './facilitate.ts';
import { order } from './order.ts';
import { pause } from './pause.ts';
import { ready } from './ready.ts';
import { release } from './release.ts';
import { rematch } from './rematch.ts';
import { occupy, standIn } from './seating.ts';
import { speak } from './speak.ts';
import { start } from './start.ts';
import { table } from './table.ts';
import { takeBack } from './takeBack.ts';
import { advance, tick } from './tick.ts';
import { withdraw } from './withdraw.ts';

/** Every action of the game. To add one: a file and a line here. */
export const ACTIONS = {
  speak,
  table,
  counter,
  accept,
  takeBack,
  decline,
  withdraw,
  order,
  cancel,
  denounce,
  ready,
  pause,
  release,
  start,
  tick,
  occupy,
  standIn,
  branch,
  give,
  extend,
  advance,
  inject,
  announce,
  openMandates,
  rematch,
  explain,
} as const;

export type ActionType = keyof typeof ACTIONS;

// An empty format is inferred as "no key at all", which would forbid `type` too.
type Payload<T extends ActionType> =
  z.infer<(typeof ACTIONS)[T]['payload']> extends Record<string, never>
    ? unknown
    : Readonly<z.infer<(typeof ACTIONS)[T]['payload']>>;

/** An action as it is sent: its type and its payload. */
export type Action = {
  [T in ActionType]: { readonly type: T } & Payload<T>;
}[ActionType];

/** The actions that a seat may send. */
export type SeatAction = Extract<
  Action,
  {
    type:
      | 'speak'
      | 'table'
      | 'counter'
      | 'accept'
      | 'takeBack'
      | 'decline'
      | 'withdraw'
      | 'order'
      | 'cancel'
      | 'denounce'
      | 'ready'
      | 'pause'
      | 'release';
  }
>;
