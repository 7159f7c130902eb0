import { easeInOut, mix } from './ease.ts';
import type { Barrier, BoardModel, Bond, Flow, Wall } from './model.ts';
import { flowKey } from './model.ts';

/** Joins two lists by key: what is in both is mixed, what comes or goes starts or ends at `nothing`. */
const joined = <T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
  mixed: (from: T | null, to: T | null, like: T) => T,
): readonly T[] => {
  const old = new Map(before.map((item) => [keyOf(item), item]));
  const fresh = new Set(after.map(keyOf));
  return [
    ...after.map((item) => mixed(old.get(keyOf(item)) ?? null, item, item)),
    ...before.filter((item) => !fresh.has(keyOf(item))).map((item) => mixed(item, null, item)),
  ];
};

const flowBetween =
  (t: number) =>
  (from: Flow | null, to: Flow | null, like: Flow): Flow => ({
    ...like,
    value: mix(from?.value ?? 0, to?.value ?? 0, t),
    base: mix(from?.base ?? like.base, to?.base ?? like.base, t),
  });

const wallBetween =
  (t: number) =>
  (from: Wall | null, to: Wall | null, like: Wall): Wall => ({
    ...like,
    rate: mix(from?.rate ?? 0, to?.rate ?? 0, t),
  });

const levelBetween =
  <T extends Barrier | Bond>(t: number) =>
  (from: T | null, to: T | null, like: T): T => ({
    ...like,
    level: mix(from?.level ?? 0, to?.level ?? 0, t),
  });

/**
 * The situation part of the way between two models: volumes, walls and gates move, all else is already the new one.
 * At 0 it draws like the first, from 1 on it is the second.
 */
export const blendModels = (before: BoardModel, after: BoardModel, share: number): BoardModel => {
  if (share >= 1 || before === after) return after;
  const t = easeInOut(share);
  return {
    ...after,
    flows: joined(before.flows, after.flows, flowKey, flowBetween(t)),
    walls: joined(before.walls, after.walls, (wall) => wall.key, wallBetween(t)),
    barriers: joined(before.barriers, after.barriers, (barrier) => barrier.key, levelBetween<Barrier>(t)),
    bonds: joined(before.bonds, after.bonds, (bond) => bond.key, levelBetween<Bond>(t)),
  };
};
