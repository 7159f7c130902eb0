import type { Phase, Press } from '../../shared/engine/state.ts';
import type { Presence } from '../../shared/protocol.ts';
import type { BySeat, Seat } from '../../shared/seats.ts';
import type { TimeControl } from '../tableFacts.ts';

/*
 * What goes over the wire between the server and the pages of a class. Types only, so that both sides share them.
 * Times are epoch ms of the server.
 */

/** What happens to the people who are left when the class does not divide by the seats of a table. */
export type Remainder = 'bots' | 'delegates' | 'observers';
/** Seats in the order in which people came (or of the roster), or drawn by seed. */
export type Seating = 'order' | 'shuffled';
/** Mandates drawn anew at each table, drawn once for all tables, or chosen. */
export type Dealing = 'each' | 'same' | 'chosen';
/** How fast the bots of a demonstration are. */
export type Speed = 'slow' | 'normal' | 'fast';

/** What may differ between the tables of one class. */
export type Treatment = {
  readonly scenario: string;
  readonly press: Press;
  /** Whether screens work out what packages are worth. */
  readonly worth: boolean;
  /** Whether a coach advises. */
  readonly hints: boolean;
  readonly dealing: Dealing;
};
export type Factor = keyof Treatment;

/** A facilitator's own question. */
export type OwnItem = { readonly text: string; readonly kind: 'scale' | 'text' };
/** What a questionnaire asks: ready-made sets, then the facilitator's own questions. */
export type FormPlan = { readonly ready: readonly ('trust' | 'value')[]; readonly own: readonly OwnItem[] };
export type FormName = 'before' | 'after';

/** What a class is opened with. */
export type ClassPlan = {
  readonly title: string;
  readonly scenario: string;
  readonly timeControl: TimeControl;
  /** Minutes a round, for the time control `class`. */
  readonly minutes: number;
  readonly press: Press;
  /** How many people are expected. */
  readonly people: number;
  /** Null: as many as the people need. */
  readonly tables: number | null;
  readonly remainder: Remainder;
  readonly seating: Seating;
  readonly dealing: Dealing;
  readonly mandates: Partial<BySeat<string>>;
  readonly worth: boolean;
  readonly hints: boolean;
  readonly explain: boolean;
  readonly bot: string;
  /** Names; empty: people come under names of their own. */
  readonly roster: readonly string[];
  /** The factors of an experiment with their levels. */
  readonly treatments: { readonly [F in Factor]?: readonly Treatment[F][] };
  readonly before: FormPlan;
  readonly after: FormPlan;
  /** A demonstration: bots everywhere, at this speed; left out of exports. */
  readonly demo: Speed | null;
};

/** The body of `POST /classes`: whatever is left out gets its usual value. */
export type ClassRequest = Partial<ClassPlan>;

/** Where somebody plays: a table by its number from 1, and a seat; null: an observer of that table. */
export type Place = { readonly table: number; readonly seat: Seat | null };

/** `gathering`: people come; `running`: the tables play; `closed`: nobody comes in any more and nothing is changed. */
export type ClassPhase = 'gathering' | 'running' | 'closed';

/** `connected`: here and active; `idle`: here, without a move for a while; `gone`: not connected; `free`: nobody's yet. */
export type Light = 'connected' | 'idle' | 'gone' | 'bot' | 'free';

/** Somebody, as the console names them. */
export type Named = { readonly id: string; readonly name: string };

/** A seat on the console. `score`: of 100, if the game ended now, or as it ended; null before it began. */
export type SeatCell = {
  readonly seat: Seat;
  readonly light: Light;
  /** The bot that plays it now, as its own or as a stand-in; null: a person does. */
  readonly bot: string | null;
  readonly members: readonly Named[];
  readonly isReady: boolean;
  readonly mandate: string | null;
  readonly score: number | null;
};

/** Who keeps the others of a table waiting, and since when. */
export type HoldUp = { readonly seats: readonly Seat[]; readonly since: number };

/** A table on the console. `planned`, before the beginning: who would sit where; `broken`: its record can't be opened; `unreachable`: not now. */
export type TableRow = {
  readonly number: number;
  readonly id: string | null;
  readonly code: string | null;
  /** The facilitator plays here: the row tells no more than their own seat sees. */
  readonly isOwn: boolean;
  readonly treatment: Treatment;
  readonly phase: Phase | 'planned' | 'broken' | 'unreachable';
  readonly isPaused: boolean;
  /** The mandates are open to all. */
  readonly isOpened: boolean;
  readonly round: number;
  readonly rounds: number;
  readonly endsAt: number | null;
  readonly left: number | null;
  readonly holdUp: HoldUp | null;
  readonly openOffers: number;
  readonly offers: number;
  readonly treaties: number;
  /** The news cards on the table. */
  readonly news: readonly string[];
  readonly seats: readonly SeatCell[];
  readonly observers: readonly Named[];
};

/** Somebody on the console, with how they are there: at their table, or on a page of the class. */
export type MemberLine = Named & { readonly place: Place | null; readonly presence: Presence };

/** A name of the roster and the key of its link. */
export type RosterLink = { readonly name: string; readonly key: string };

/** How many handed in a form, and the mean of each scale; null: nobody answered it, or it is words. */
export type FormCount = {
  readonly handedIn: number;
  readonly items: readonly (Item & { readonly mean: number | null })[];
};

/** A line of the class's record: what the facilitator did, or who came and went. */
export type RecordLine = {
  readonly seq: number;
  readonly at: number;
  readonly kind: string;
  readonly act: string;
  readonly name: string;
  readonly tables: readonly number[];
  readonly refused: number;
  readonly text: string;
};

/** All that a facilitator sees of a class. */
export type ConsoleView = {
  readonly now: number;
  readonly code: string;
  readonly created: number;
  readonly phase: ClassPhase;
  readonly plan: Omit<ClassPlan, 'roster'>;
  readonly factors: readonly Factor[];
  readonly members: readonly MemberLine[];
  readonly roster: readonly RosterLink[];
  readonly tables: readonly TableRow[];
  readonly forms: Readonly<Record<FormName, FormCount>>;
  /** How many agreed that their words go along when the class is taken away as files. */
  readonly agreed: number;
  /** The newest first. */
  readonly record: readonly RecordLine[];
};

/** The tables of a class for whoever reads their logs: its debrief and its exports. */
export type ClassTables = {
  readonly code: string;
  readonly title: string;
  /** A rehearsal with bots, left out of exports. */
  readonly isDemo: boolean;
  readonly factors: readonly Factor[];
  readonly tables: readonly {
    readonly number: number;
    readonly id: string;
    readonly code: string;
    readonly treatment: Treatment;
    readonly hasEnded: boolean;
  }[];
};

/** A table in the debrief of its class. `code`: by which its log is read; null: not by this reader, or not yet. */
export type DebriefTable = {
  readonly number: number;
  readonly code: string | null;
  readonly treatment: Treatment;
  readonly hasEnded: boolean;
};

/** A class to look back on, as its facilitator or one of its people may see it. */
export type ClassDebrief = {
  readonly reader: 'facilitator' | 'member';
  readonly code: string;
  readonly title: string;
  readonly isDemo: boolean;
  readonly factors: readonly Factor[];
  readonly tables: readonly DebriefTable[];
  readonly forms: Readonly<Record<FormName, FormCount>>;
};

/** What an act came to: the tables at which it was done, and those at which it was refused, with the code. */
export type ActOutcome = {
  readonly done: readonly number[];
  readonly refused: readonly { readonly table: number; readonly code: string }[];
};

/** What everybody may know of a class. */
export type ClassFacts = {
  readonly code: string;
  readonly title: string;
  readonly scenario: string;
  readonly timeControl: TimeControl;
  readonly press: Press;
  readonly phase: ClassPhase;
  /** How many are in it, and how many are expected. */
  readonly people: number;
  readonly expected: number;
  /** People come by links of their own only. */
  readonly byRoster: boolean;
  readonly isDemo: boolean;
};

/** One question. `scale`: 1 (not at all) to 7 (fully); `text`: words. `text` null: the wording is in the catalogues. */
export type Item = { readonly id: string; readonly kind: 'scale' | 'text'; readonly text: string | null };

/** A form as its member sees it. `closed`: not yet; `open`: to be filled in; `done`: handed in. */
export type FormView = {
  readonly name: FormName;
  readonly items: readonly Item[];
  readonly state: 'closed' | 'open' | 'done';
};

/** What a member's own page shows. */
export type MemberView = ClassFacts & {
  readonly name: string;
  readonly isRemoved: boolean;
  /** Who holds the class and plays along. */
  readonly isFacilitator: boolean;
  /** Their words may go along when the class is taken away as files. */
  readonly agrees: boolean;
  readonly place: {
    readonly number: number;
    readonly table: string;
    readonly seat: Seat | null;
    readonly hasEnded: boolean;
  } | null;
  readonly forms: readonly FormView[];
};
