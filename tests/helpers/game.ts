import type { Action } from '../../shared/engine/actions/index.ts';
import type { Event, EventKind, EventOf } from '../../shared/engine/events.ts';
import type { Press, Setup } from '../../shared/engine/state.ts';
import type { Book } from '../../shared/scenarios/book.ts';
import { bookOf } from '../../shared/scenarios/index.ts';
import type { Actor, BySeat, Seat } from '../../shared/seats.ts';
import { newTable, type Table } from '../../shared/table/table.ts';

export const pause2025 = (): Book => bookOf('tariff-pause-2025');

/** A clause by names: the level's id as the scenario writes it. */
export const clause = (lever: string, level: string, from = 0, book = pause2025()) => ({
  lever,
  level: levelOf(lever, level, book),
  from,
});

export const levelOf = (lever: string, level: string, book = pause2025()): number => {
  const index = book.leverOf(lever).levels.findIndex((candidate) => candidate.id === level);
  if (index < 0) throw new Error(`no level ${level} of ${lever}`);
  return index;
};

export type Game = {
  readonly table: Table;
  /** Acts and expects it to be done; returns the events. */
  readonly act: (actor: Actor, action: Action) => readonly Event[];
  /** Acts and expects a refusal; returns its code. */
  readonly refused: (actor: Actor, action: Action) => string;
  /** Ends the phase by the clock. */
  readonly tick: () => readonly Event[];
  /** Plays on to the start of a round. */
  readonly toRound: (round: number) => void;
  readonly toEnd: () => void;
};

type Options = {
  readonly book?: Book;
  readonly seed?: string;
  readonly press?: Press;
  readonly roundMs?: number | null;
  readonly mandates?: Partial<BySeat<string>>;
  readonly started?: boolean;
  readonly setup?: Partial<Setup>;
};

export const mandatesOf = (book: Book, index = 0): Partial<BySeat<string>> =>
  Object.fromEntries(book.scenario.seats.map((seat) => [seat, book.mandatesOf(seat)[index]!.id]));

/** A table of three people at virtual time, ready to be acted on. */
export const openGame = (options: Options = {}): Game => {
  const { book = pause2025(), seed = 'a-seed', press = 'full', roundMs = 240_000, started = true } = options;
  const setup = {
    scenario: book.scenario.id,
    press,
    roundMs,
    explain: false,
    reveal: 'end' as const,
    ...options.setup,
  };
  const person = (name: string) => ({ kind: 'person' as const, name, standIn: null });
  const table = newTable({
    book,
    opening: {
      setup,
      seed,
      mandates: options.mandates ?? mandatesOf(book),
      occupants: { US: person('Ann'), KR: person('Bo'), CN: person('Cy') },
    },
    now: 1_000,
  });
  let now = 1_000;
  let count = 0;
  const send = (actor: Actor, action: Action) =>
    table.submit(actor, { ...action, id: `action-${String(count++).padStart(6, '0')}` }, now);
  const act: Game['act'] = (actor, action) => {
    const { reply, entry } = send(actor, action);
    if (!reply.ok)
      throw new Error(
        `${actor} ${action.type}: ${reply.refusal.code} ${JSON.stringify(reply.refusal.params)}`,
      );
    return entry?.events ?? [];
  };
  const tick = () => {
    now = table.state.pause?.until ?? table.state.clock.endsAt ?? now;
    return act('system', { type: 'tick' });
  };
  if (started) act('system', { type: 'start' });
  return {
    table,
    act,
    tick,
    refused: (actor, action) => {
      const before = JSON.stringify(table.state);
      const { reply } = send(actor, action);
      if (reply.ok) throw new Error(`${actor} ${action.type} was not refused`);
      if (JSON.stringify(table.state) !== before) throw new Error('a refusal changed the state');
      return reply.refusal.code;
    },
    toRound: (round) => {
      while (table.state.round < round && table.state.phase !== 'ended') tick();
    },
    toEnd: () => {
      while (table.state.phase !== 'ended') tick();
    },
  };
};

/** The first event of a kind, or a failure that says what there was. */
export const only = <K extends EventKind>(events: readonly Event[], kind: K): EventOf<K> => {
  const found = events.find((event) => event.kind === kind);
  if (found === undefined)
    throw new Error(`no ${kind} among ${events.map((event) => event.kind).join(', ')}`);
  return found as EventOf<K>;
};

export const kinds = (events: readonly Event[]): EventKind[] => events.map((event) => event.kind);

/** A package of Seoul and Beijing that both legislatures pass even under seal, whatever the swing; one clause changes nothing. */
export const koreaChina = () => [
  clause('kr-cn-fta', 'upgrade'),
  clause('cn-kr-investment', '5'),
  clause('cn-kr-rare-earths', 'open'),
  clause('kr-supply-chains', 'as-is'),
];

type Package = Omit<Extract<Action, { type: 'table' }>, 'type'>;

/** Tables a package and gives its offer's id. */
export const tableOffer = (
  game: Game,
  by: Seat,
  wish: Partial<Package> & Pick<Package, 'to' | 'clauses'>,
): string =>
  only(game.act(by, { type: 'table', sealed: false, note: '', spend: 4, ...wish }), 'offerTabled').offer.id;
