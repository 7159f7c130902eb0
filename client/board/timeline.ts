import { animationOf } from './animations/animationOf.ts';
import { blendModels } from './blend.ts';
import { clamp01, easeInOut, mix } from './ease.ts';
import type { BoardEvent } from './event.ts';
import { type Gaze, type Grip, gazeAt, isLeading, LEAD_MS, type Lead, NO_GRIP } from './gaze.ts';
import type { Layout } from './layout.ts';
import type { BoardModel } from './model.ts';
import { type Pose, pose } from './pose.ts';

/** An event with its place in time, in ms of the board's clock. */
export type Played = { readonly event: BoardEvent; readonly start: number; readonly length: number };

/** What a board shows over time: how it came to the present model, and the events still to be played. */
export type Timeline = {
  readonly before: BoardModel;
  readonly after: BoardModel;
  readonly shownAt: number;
  readonly played: readonly Played[];
  /** The events that the eye is led to, one after the other. */
  readonly leads: readonly Lead[];
  readonly grip: Grip;
};

/** How long volumes, walls and gates take to their new places. */
const MORPH = 900;
/** The next event begins when this share of the one before it is over. */
const OVERLAP = 0.62;
/** With this much still to play, everything that follows is hurried. */
const BACKLOG = 5000;

export const openTimeline = (model: BoardModel): Timeline => ({
  before: model,
  after: model,
  shownAt: Number.NEGATIVE_INFINITY,
  played: [],
  leads: [],
  grip: NO_GRIP,
});

const isOver = ({ start, length }: Played, now: number): boolean => now >= start + length;

/** A new model is shown at once; what moves, moves from where it is now. */
export const shown = (timeline: Timeline, model: BoardModel, now: number): Timeline => ({
  ...timeline,
  before: modelAt(timeline, now),
  after: model,
  shownAt: now,
  played: timeline.played.filter((played) => !isOver(played, now)),
});

/** A new model without any motion: for reduced motion and for tests. */
export const cut = (timeline: Timeline, model: BoardModel): Timeline => ({
  ...openTimeline(model),
  played: timeline.played,
});

/** Queues an event after those that wait already. */
export const reacted = (timeline: Timeline, event: BoardEvent, now: number): Timeline => {
  const played = timeline.played.filter((other) => !isOver(other, now));
  const last = played.at(-1);
  const start = last ? Math.max(now, last.start + last.length * OVERLAP) : now;
  const hurry = start - now > BACKLOG ? 0.5 : 1;
  const leads = timeline.leads.filter((lead) => now < lead.start + LEAD_MS);
  const isFree = leads.every((lead) => start >= lead.start + LEAD_MS);
  return {
    ...timeline,
    played: [...played, { event, start, length: animationOf(event).length * hurry }],
    leads: isFree && isLeading(event) ? [...leads, { event, start }] : leads,
  };
};

/** Somebody begins or stops to point at the board: it holds still under their hand. */
export const gripped = (timeline: Timeline, isOn: boolean, now: number): Timeline =>
  timeline.grip.isOn === isOn ? timeline : { ...timeline, grip: { isOn, since: now } };

/** What is seen of the board at a time. */
export const gazeOn = ({ leads, grip, after }: Timeline, layout: Layout, now: number): Gaze =>
  gazeAt(leads, grip, { layout, sheets: after.sheets, now });

/** How far an event is, 0..1; below 0 it hasn't begun. */
const progress = ({ start, length }: Played, now: number): number => (now - start) / length;

/** A wall or gate keeps its old height until its event is played; a newer model than the event's wins. */
const held = <T extends { readonly key: string }>(
  item: T,
  played: readonly Played[],
  now: number,
  kind: 'wallMoved' | 'barrierMoved',
  read: (item: T) => number,
  write: (item: T, value: number) => T,
): T => {
  const found = played.find(({ event }) => event.kind === kind && event.key === item.key);
  if (!found || (found.event.kind !== 'wallMoved' && found.event.kind !== 'barrierMoved')) return item;
  if (Math.abs(read(item) - found.event.to) > 1e-6) return item;
  const t = progress(found, now);
  return t >= 1 ? item : write(item, mix(found.event.from, found.event.to, easeInOut(clamp01(t / 0.8))));
};

const hidesSheet = ({ event }: Played): string | null =>
  event.kind === 'tabled' || event.kind === 'signed' || event.kind === 'countered' ? event.sheet.id : null;

/** The model as it is drawn at a time: on its way from the last one, and not ahead of the events still to come. */
export const modelAt = ({ before, after, shownAt, played }: Timeline, now: number): BoardModel => {
  const live = played.filter((item) => !isOver(item, now));
  const target: BoardModel =
    live.length === 0
      ? after
      : {
          ...after,
          walls: after.walls.map((wall) =>
            held(
              wall,
              live,
              now,
              'wallMoved',
              (item) => item.rate,
              (item, rate) => ({ ...item, rate }),
            ),
          ),
          barriers: after.barriers.map((barrier) =>
            held(
              barrier,
              live,
              now,
              'barrierMoved',
              (item) => item.level,
              (item, level) => ({ ...item, level }),
            ),
          ),
          sheets: after.sheets.filter((sheet) => !live.some((item) => hidesSheet(item) === sheet.id)),
        };
  const share = (now - shownAt) / MORPH;
  return share >= 1 ? target : blendModels(before, target, share);
};

/** Everything on the board at a time: the situation and, over it, the events under way. */
export const poseAt = (timeline: Timeline, layout: Layout, now: number): Pose => {
  const still = pose(modelAt(timeline, now), layout, now);
  const events = timeline.played
    .filter((item) => now >= item.start && !isOver(item, now))
    .flatMap((item) => poseOf(item.event, timeline.after, layout, progress(item, now)));
  return events.length === 0 ? still : { ...still, above: [...still.above, ...events] };
};

/** One event's pictures at its share `t` (0..1). Pure. */
export const poseOf = (event: BoardEvent, model: BoardModel, layout: Layout, t: number) =>
  animationOf(event).marks({ layout, model, t: clamp01(t) });
