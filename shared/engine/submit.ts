import type { Book } from '../scenarios/book.ts';
import { type Actor, isSeat, type Viewer } from '../seats.ts';
import { type ActionSpec, roleOf } from './actions/defineAction.ts';
import { ACTIONS, type Action } from './actions/index.ts';
import type { Event } from './events.ts';
import { project } from './project.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { State } from './state.ts';
import { openTurn } from './turn.ts';
import type { View } from './view.ts';

const specOf = (action: Action): ActionSpec<string, Action> =>
  ACTIONS[action.type] as unknown as ActionSpec<string, Action>;

const LONGEST_TYPE = 32;

/** An action out of whatever came in: its type known, its payload exactly of the action's format. Never throws. */
export const parseAction = (input: unknown): Action | Refusal => {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return refuse('action.malformed', { path: '' });
  const { type, id: _, ...rest } = input as Readonly<Record<string, unknown>>;
  if (typeof type !== 'string' || type.length > LONGEST_TYPE) return refuse('action.malformed', { path: '' });
  if (!Object.hasOwn(ACTIONS, type)) return refuse('action.unknown');
  const payload = ACTIONS[type as Action['type']].payload.safeParse(rest);
  if (!payload.success)
    return refuse('action.malformed', { path: payload.error.issues[0]?.path.join('.') ?? '' });
  return { type, ...payload.data } as Action;
};

/** Whether parsing refused. */
export const isRefused = (parsed: Action | Refusal): parsed is Refusal => !('type' in parsed);

/** The view on which an actor's actions are judged: a seat's own, everything for system and facilitator. */
export const sightOf = (actor: Actor): Viewer => (isSeat(actor) ? actor : 'facilitator');

/** Why an actor may not do something now, on its own view alone; null: it may. The same code enables the buttons. */
export const allowed = (
  book: Book,
  view: View,
  actor: Actor,
  action: Action,
  now: number,
): Refusal | null => {
  const spec = specOf(action);
  if (!spec.roles.includes(roleOf(actor))) return refuse('action.notYours');
  const { type: _, ...payload } = action;
  return spec.allowed({ book, view, own: view.own, now }, payload as Action);
};

/** The events that an allowed action leads to, and the state after them. */
export const decide = (
  book: Book,
  start: State,
  actor: Actor,
  action: Action,
  now: number,
): { readonly events: readonly Event[]; readonly state: State } => {
  const turn = openTurn(book, start, actor, now);
  const { type: _, ...payload } = action;
  specOf(action).decide(turn, payload as Action);
  return { events: turn.events, state: turn.state };
};

/** What came of an action: the parsed action, the events and the state after them, or why not. Changes nothing. */
export type Decision =
  | { readonly action: Action; readonly events: readonly Event[]; readonly state: State }
  | { readonly refusal: Refusal };

/** The one way in: parse, judge on the actor's own view, decide. */
export const submit = (book: Book, state: State, actor: Actor, input: unknown, now: number): Decision => {
  const action = parseAction(input);
  if (isRefused(action)) return { refusal: action };
  const refusal = allowed(book, project(state, sightOf(actor)), actor, action, now);
  if (refusal !== null) return { refusal };
  return { action, ...decide(book, state, actor, action, now) };
};
