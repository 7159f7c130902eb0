import * as z from 'zod';
import { SEATS } from '../../shared/seats.ts';

const Table = z.number().int().min(1).max(1000);
const Tables = z.union([z.literal('all'), z.array(Table).min(1).max(100)]).default('all');
const Text = z.string().max(2000);
const Member = z.string().min(1).max(40);
const DAY_MS = 86_400_000;

/** What a facilitator may do: the body of `POST /classes/:code/acts`. */
export const ClassAct = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('begin') }),
  /** Stops the clocks; `text`: said at the same time. */
  z.strictObject({ type: z.literal('pause'), tables: Tables, text: Text.default('') }),
  z.strictObject({ type: z.literal('release'), tables: Tables }),
  z.strictObject({ type: z.literal('advance'), tables: Tables }),
  z.strictObject({ type: z.literal('extend'), tables: Tables, ms: z.number().int().min(1000).max(DAY_MS) }),
  z.strictObject({ type: z.literal('announce'), tables: Tables, text: Text.min(1) }),
  z.strictObject({ type: z.literal('inject'), tables: Tables, card: z.string().min(1).max(64) }),
  z.strictObject({ type: z.literal('openMandates'), tables: Tables }),
  /** A bot takes a seat; whoever had it watches. */
  z.strictObject({ type: z.literal('bot'), table: Table, seat: z.enum(SEATS) }),
  /** Somebody goes to another place; seat null: to watch. */
  z.strictObject({
    type: z.literal('place'),
    member: Member,
    table: Table,
    seat: z.enum(SEATS).nullable(),
  }),
  z.strictObject({ type: z.literal('remove'), member: Member }),
  z.strictObject({ type: z.literal('close') }),
]);
export type ClassAct = z.infer<typeof ClassAct>;

/** An act upon tables. */
export type TableAct = Extract<ClassAct, { readonly tables: unknown }>;
