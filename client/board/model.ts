import type { BySeat, Seat } from '#shared/seats';

/** What travels along an arc. `goods`: everything but chips and energy; `investment`: money. */
export type FlowKind = 'goods' | 'chips' | 'energy' | 'investment';

/** One stream between two seats, in USD bn a year. `base`: the same stream in 2024, 0 for what did not exist. */
export type Flow = {
  readonly from: Seat;
  readonly to: Seat;
  readonly kind: FlowKind;
  readonly value: number;
  readonly base: number;
};

/** A tariff in percent on some of the exporter's goods; `key` tells several walls of one pair apart. */
export type Wall = {
  readonly key: string;
  readonly importer: Seat;
  readonly exporter: Seat;
  readonly rate: number;
};

export type BarrierKind = 'controls' | 'rareEarths' | 'coercion' | 'farm';

/** A gate that `of` holds against `against`: 0 open, 1 half shut (licences), 2 shut. */
export type Barrier = {
  readonly key: string;
  readonly kind: BarrierKind;
  readonly of: Seat;
  readonly against: Seat;
  readonly level: number;
};

/** A standing tie between two seats that is no trade: an alliance, a trade agreement. 0 dormant .. 2 strong. */
export type Bond = {
  readonly key: string;
  readonly kind: 'security' | 'agreement';
  readonly of: Seat;
  readonly against: Seat;
  readonly level: number;
};

/**
 * A live offer or a treaty. `mine`: the viewer is a party; `waits`: its answer is wanted from the viewer;
 * `ends`: denounced, but still in force.
 */
export type Sheet = {
  readonly id: string;
  readonly from: Seat;
  readonly parties: readonly Seat[];
  readonly state: 'open' | 'signed';
  readonly sealed: boolean;
  readonly mine: boolean;
  readonly waits: boolean;
  readonly ends: boolean;
};

export type SeatPresence = 'vacant' | 'bot' | 'person' | 'standIn';

/** A capital: who sits there, whether its ready light is known to be on, and its names for the map. */
export type Capital = {
  readonly presence: SeatPresence;
  readonly ready: boolean;
  readonly name: string;
  readonly local: string;
};

/** All that the board draws. Small JSON; words come ready in the viewer's language. */
export type BoardModel = {
  readonly viewer: Seat | null;
  readonly day: number;
  readonly days: number;
  readonly round: number;
  readonly rounds: number;
  readonly phase: 'waiting' | 'negotiation' | 'closing' | 'ended';
  readonly capitals: BySeat<Capital>;
  readonly ocean: string;
  readonly flows: readonly Flow[];
  readonly walls: readonly Wall[];
  readonly barriers: readonly Barrier[];
  readonly bonds: readonly Bond[];
  readonly sheets: readonly Sheet[];
};

/** Names one flow among all flows. */
export const flowKey = (flow: Pick<Flow, 'from' | 'to' | 'kind'>): string =>
  `${flow.from}>${flow.to}:${flow.kind}`;
