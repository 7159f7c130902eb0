import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { RULES_VERSION } from '../../shared/engine/versions.ts';
import type { Scenario } from '../../shared/scenarios/schema.ts';
import { SEATS } from '../../shared/seats.ts';
import { GameRow } from '../../shared/simulation/gameRow.ts';

/** What a batch is: rows belong together when all of this is equal. `scenario`: its id and the hash of its content. */
export const BatchPlan = z.strictObject({
  simulate: z.literal(1),
  /** The version of the rules; files from before it was recorded are of the first. */
  rules: z._default(z.int(), 1),
  scenario: z.string(),
  seats: z.array(z.enum(SEATS)),
  bots: z.strictObject({ US: z.string(), KR: z.string(), CN: z.string() }),
  seed: z.string(),
  press: z.enum(['full', 'public-only', 'none']),
  games: z.int().check(z.positive()),
  distances: z.boolean(),
});

/** What every batch of today has in its plan: the form of its files, and the rules that its games are played by. */
export const PLAN_VERSIONS = { simulate: 1, rules: RULES_VERSION } as const;

export type BatchPlan = Readonly<z.infer<typeof BatchPlan>>;

/** A short name for the content of a scenario: games of two versions do not belong in one batch. */
export const fingerprintOf = (scenario: Scenario): string =>
  createHash('sha256').update(JSON.stringify(scenario)).digest('hex').slice(0, 16);

type Fault<Code, Params> = { readonly code: Code; readonly params: Readonly<{ file: string } & Params> };

/**
 * Why files can't be used: one is no progress file (`line`: where), or is that of another batch (`field`: what differs),
 * or all together do not hold the whole batch (`missing` games, of which `first` is the first).
 */
export type ProgressFault =
  | Fault<'simulate.brokenFile', { line: number }>
  | Fault<'simulate.otherBatch', { field: string }>
  | Fault<'simulate.incomplete', { missing: number; first: number }>;

/** A progress file: the plan on its first line, then one line for each game that has ended, in any order. */
type Progress = {
  readonly plan: BatchPlan;
  readonly rows: readonly GameRow[];
  /** Bytes up to the end of the last whole line: what comes after was torn by a crash. */
  readonly wholeBytes: number;
};

const parsed = <T>(line: string, schema: z.ZodMiniType<T>): T | null => {
  try {
    return schema.parse(JSON.parse(line));
  } catch {
    return null;
  }
};

/** Reads a progress file, each game once, without a torn last line. Null: not even its first line is there. */
const readProgress = (file: string): Progress | ProgressFault | null => {
  const text = readFileSync(file, 'utf8');
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole === '') return null;
  const [head = '', ...lines] = whole.slice(0, -1).split('\n');
  const broken = (line: number): ProgressFault => ({ code: 'simulate.brokenFile', params: { file, line } });
  const plan = parsed(head, BatchPlan);
  if (plan === null) return broken(1);
  const rows = new Map<number, GameRow>();
  for (const [i, line] of lines.entries()) {
    const row = parsed(line, GameRow);
    if (row === null || row.index < 0 || row.index >= plan.games) return broken(i + 2);
    rows.set(row.index, row);
  }
  return { plan, rows: [...rows.values()], wholeBytes: Buffer.byteLength(whole) };
};

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The first field in which two plans differ, if any. */
const differenceOf = (one: BatchPlan, other: BatchPlan): string | null =>
  (Object.keys(one) as (keyof BatchPlan)[]).find((field) => !isSame(one[field], other[field])) ?? null;

/** A progress file that grows. */
export type OpenProgress = {
  readonly rows: readonly GameRow[];
  readonly append: (rows: readonly GameRow[]) => void;
};

/** Opens the progress file of a batch to go on with it, or begins one. */
export const openProgress = (file: string, plan: BatchPlan): OpenProgress | ProgressFault => {
  const append = (lines: readonly unknown[]): void =>
    appendFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const known = existsSync(file) ? readProgress(file) : null;
  if (known !== null && 'code' in known) return known;
  const field = known === null ? null : differenceOf(known.plan, plan);
  if (field !== null) return { code: 'simulate.otherBatch', params: { file, field } };
  if (known === null) {
    writeFileSync(file, '');
    append([plan]);
  } else truncateSync(file, known.wholeBytes);
  return { rows: known?.rows ?? [], append };
};

/** The whole batch from the progress files of its parts: every game once, in order. */
export const mergeProgress = (
  files: readonly string[],
): { readonly plan: BatchPlan; readonly rows: readonly GameRow[] } | ProgressFault => {
  const rows: GameRow[] = [];
  let plan: BatchPlan | null = null;
  for (const file of files) {
    const part = readProgress(file);
    if (part === null) return { code: 'simulate.brokenFile', params: { file, line: 1 } };
    if ('code' in part) return part;
    const field = plan === null ? null : differenceOf(plan, part.plan);
    if (field !== null) return { code: 'simulate.otherBatch', params: { file, field } };
    plan = part.plan;
    for (const row of part.rows) rows[row.index] = row;
  }
  const file = files.at(-1) ?? '';
  if (plan === null) return { code: 'simulate.brokenFile', params: { file, line: 1 } };
  const missing = Array.from({ length: plan.games }, (_, i) => i).filter((i) => rows[i] === undefined);
  return missing.length === 0
    ? { plan, rows }
    : { code: 'simulate.incomplete', params: { file, missing: missing.length, first: missing[0] } };
};
