import { isBot } from '../bots/index.ts';
import { type Refusal, refuse } from '../engine/refusal.ts';
import type { Occupant, Press } from '../engine/state.ts';
import type { View } from '../engine/view.ts';
import type { Book } from '../scenarios/book.ts';
import { bySeat, type Seat } from '../seats.ts';
import type { Table } from '../table/table.ts';
import {
  type ActionMask,
  actionMask,
  type Draft,
  noActions,
  type PackageMask,
  packageMask,
  type SeatSight,
} from './actionMask.ts';
import { newTurnGame, type TurnGame } from './turnGame.ts';

type OfSeats<T> = Readonly<Partial<Record<Seat, T>>>;

/** Who plays the scenario's seats (`agent`: whoever steps the environment; `bot:ID`), and which talk is allowed. */
export type EnvironmentOptions = { readonly seats: OfSeats<string>; readonly press?: Press };

/** A seat of the scenario has a player (`found`, '' for none) that is neither `agent` nor `bot:` and a bot's id. */
export type EnvironmentError = {
  readonly code: 'environment.seat';
  readonly params: { readonly seat: Seat; readonly found: string };
};

/** What an agent is told beside its view. */
export type AgentNotes = {
  /** Steps left in this turn, refused ones included; after the last one the turn is passed on. 0 out of turn. */
  readonly stepsLeft: number;
  /** Refused steps since the reset. */
  readonly refusals: number;
  /** The flow that the last resolved round booked for this seat, USD bn a year; null before the first. */
  readonly flow: number | null;
};

/**
 * A game that agents play turn by turn, after PettingZoo's agent-environment cycle: seeded, in virtual time, plain JSON in
 * and out. Turns as in `TurnGame`: no clock runs out and nobody can pause.
 */
export type Environment = {
  readonly book: Book;
  /** The seats that agents play, in order. */
  readonly agents: readonly Seat[];
  /** Whose turn it is; null before the first reset and after the end. */
  readonly agentSelection: Seat | null;
  /** Per seat of the scenario: 0 until the end, then its settled score / 100. */
  readonly rewards: OfSeats<number>;
  /** Per seat of the scenario: whether the game is over. */
  readonly terminations: OfSeats<boolean>;
  /** Per agent. */
  readonly infos: OfSeats<AgentNotes>;
  /** The whole truth, for logs and reports, not for agents; null before the first reset. */
  readonly table: Table | null;
  /** Begins a new game; the same seed and the same steps give the same game. */
  readonly reset: (seed: string) => void;
  /** An agent's view of the table, and nothing else. Null: no agent plays this seat, or nothing was reset yet. */
  readonly observe: (seat: Seat) => View | null;
  /** What a seat may do now; nothing when it is not its turn. */
  readonly actionMask: (seat: Seat) => ActionMask;
  /** How a package of this seat may go on; null when it is not its turn. */
  readonly packageMask: (seat: Seat, draft: Draft) => PackageMask | null;
  /**
   * One action of the selected seat: `{type, ...payload}` as at a table, or `{type: 'pass'}`. Whatever comes in gets an
   * answer: null, or why it was refused. A refused step changes nothing but the agent's notes.
   */
  readonly step: (action: unknown) => Refusal | null;
};

/** Steps that a turn may have: the rules' limits on offers, messages and measures leave no sense for more. */
export const STEPS_A_TURN = 64;

/** What an agent may send: a seat's actions but those about the clock, and `pass` in the place of `ready`. */
const STEPS: readonly unknown[] = [
  'speak',
  'table',
  'counter',
  'accept',
  'takeBack',
  'decline',
  'withdraw',
  'order',
  'cancel',
  'denounce',
];

const BOT = 'bot:';

const isPlayer = (name: string): boolean =>
  name === 'agent' || (name.startsWith(BOT) && isBot(name.slice(BOT.length)));

const occupantOf = (player: string): Occupant =>
  player.startsWith(BOT)
    ? { kind: 'bot', bot: player.slice(BOT.length) }
    : { kind: 'person', name: 'agent', standIn: null };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const ofSeats = <T>(seats: readonly Seat[], make: (seat: Seat) => T): OfSeats<T> =>
  Object.fromEntries(seats.map((seat) => [seat, make(seat)]));

const act = (game: TurnGame, action: unknown): Refusal | null => {
  if (!isRecord(action)) return refuse('action.malformed', { path: '' });
  return STEPS.includes(action.type) ? game.act(action) : refuse('action.unknown');
};

const sightOf = (book: Book, view: View | null): SeatSight | null =>
  view === null || view.own === null ? null : { book, view, own: view.own };

const environmentOf = (
  book: Book,
  agents: readonly Seat[],
  start: (seed: string) => TurnGame,
): Environment => {
  const { seats } = book.scenario;
  let game: TurnGame | null = null;
  let steps = 0;
  let refusals: OfSeats<number> = {};

  const observe = (seat: Seat): View | null =>
    game !== null && agents.includes(seat) ? game.table.viewOf(seat) : null;
  const inTurn = (seat: Seat): SeatSight | null =>
    game?.turn === seat ? sightOf(book, observe(seat)) : null;
  const pass = (): void => {
    steps = 0;
    game?.pass();
  };
  const notesOf = (seat: Seat): AgentNotes => ({
    stepsLeft: game?.turn === seat ? STEPS_A_TURN - steps : 0,
    refusals: refusals[seat] ?? 0,
    flow: game?.table.state.flows[seat].at(-1) ?? null,
  });
  const step = (action: unknown): Refusal | null => {
    if (game === null) return refuse('game.notStarted');
    const seat = game.turn;
    if (seat === null) return refuse('game.ended');
    const isPass = isRecord(action) && action.type === 'pass';
    const refusal = isPass ? null : act(game, action);
    if (refusal !== null) refusals = { ...refusals, [seat]: (refusals[seat] ?? 0) + 1 };
    steps++;
    if (isPass || steps >= STEPS_A_TURN) pass();
    return refusal;
  };

  return {
    book,
    agents,
    get agentSelection() {
      return game?.turn ?? null;
    },
    get rewards() {
      return ofSeats(seats, (seat) => (game?.table.state.results?.[seat].score ?? 0) / 100);
    },
    get terminations() {
      return ofSeats(seats, () => game?.table.state.phase === 'ended');
    },
    get infos() {
      return ofSeats(agents, notesOf);
    },
    get table() {
      return game?.table ?? null;
    },
    reset: (seed) => {
      steps = 0;
      refusals = {};
      game = start(seed);
    },
    observe,
    actionMask: (seat) => {
      const sight = inTurn(seat);
      return sight === null ? noActions : actionMask(sight);
    },
    packageMask: (seat, draft) => {
      const sight = inTurn(seat);
      return sight === null ? null : packageMask(sight, draft);
    },
    step,
  };
};

/** Opens an environment for a scenario; `reset` begins its first game. */
export const openEnvironment = (
  book: Book,
  { seats, press = 'full' }: EnvironmentOptions,
): Environment | { readonly error: EnvironmentError } => {
  const stranger = book.scenario.seats.find((seat) => !isPlayer(seats[seat] ?? ''));
  if (stranger !== undefined)
    return { error: { code: 'environment.seat', params: { seat: stranger, found: seats[stranger] ?? '' } } };
  const occupants = bySeat(
    (seat): Occupant =>
      book.scenario.seats.includes(seat) ? occupantOf(seats[seat] ?? '') : { kind: 'vacant' },
  );
  const agents = book.scenario.seats.filter((seat) => seats[seat] === 'agent');
  return environmentOf(book, agents, (seed) => newTurnGame(book, { occupants, press, seed }));
};
