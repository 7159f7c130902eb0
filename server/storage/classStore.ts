import type { Kysely } from 'kysely';
import type { Atomically } from './atomically.ts';
import { StoreFailure } from './storeFailure.ts';

/** The rows of the classes, as SQLite and Postgres both keep them. */
export type ClassRows = {
  classes: {
    id: string;
    code: string;
    created: number;
    secret_hash: string;
    roster_key: string;
    plan: string;
  };
  class_facts: { class_id: string; seq: number; at: number; fact: string };
  class_tables: { table_id: string; class_id: string };
  class_answers: { class_id: string; member: string; form: string; at: number; answers: string };
};

/** A class as the store knows it. `plan`: what it was opened with, as JSON; the secret itself is never kept. */
export type ClassRecord = {
  readonly id: string;
  readonly code: string;
  readonly created: number;
  readonly secretHash: string;
  readonly rosterKey: string;
  readonly plan: unknown;
};

/** One thing that happened in a class, in its place in the journal. */
export type StoredFact = { readonly seq: number; readonly at: number; readonly fact: unknown };

/** What one member answered on one form. */
export type StoredAnswers = {
  readonly member: string;
  readonly form: string;
  readonly at: number;
  readonly answers: Readonly<Record<string, number | string>>;
};

/** Where classes survive the process. The journal is the only source of a class's state. */
export type ClassStore = {
  /** False when the code is taken. */
  readonly addClass: (record: ClassRecord) => Promise<boolean>;
  readonly classByCode: (code: string) => Promise<ClassRecord | null>;
  readonly classOfTable: (tableId: string) => Promise<ClassRecord | null>;
  /** Puts a fact, and the tables that it opened, beyond loss; when it throws, the fact did not happen. */
  readonly addFact: (classId: string, fact: StoredFact, tableIds: readonly string[]) => Promise<void>;
  /** How many facts are written of a class; null: it is not there. */
  readonly countFacts: (classId: string) => Promise<number | null>;
  readonly factsOf: (classId: string) => Promise<readonly StoredFact[]>;
  /** Keeps answers; those that a member gave before on the same form are replaced. */
  readonly saveAnswers: (classId: string, answers: StoredAnswers) => Promise<void>;
  /** The forms that a member handed in. */
  readonly formsOf: (classId: string, member: string) => Promise<readonly string[]>;
  readonly answersOf: (classId: string) => Promise<readonly StoredAnswers[]>;
  /** The classes that were opened last. */
  readonly newestClasses: (most: number) => Promise<readonly ClassRecord[]>;
  /** At most so many classes in which and at whose tables nothing has happened since an epoch ms. */
  readonly staleClasses: (before: number, most: number) => Promise<readonly ClassRecord[]>;
  /** The ids of a class's tables. */
  readonly tablesOf: (classId: string) => Promise<readonly string[]>;
  /** The classes in which a guest has been. */
  readonly classesOf: (guest: string) => Promise<readonly ClassRecord[]>;
  /** Puts other facts in the place of a journal's, by their sequence numbers. */
  readonly rewriteFacts: (classId: string, facts: readonly StoredFact[]) => Promise<void>;
  readonly deleteAnswers: (classId: string, member: string) => Promise<void>;
  /** Deletes a class, its journal and its answers. Its tables are deleted before. */
  readonly deleteClass: (id: string) => Promise<void>;
};

/** The part of a database that classes see. */
type ClassEngine = { readonly db: Kysely<ClassRows>; readonly atomically: Atomically };

const knownRecord = (row: ClassRows['classes']): ClassRecord => ({
  id: row.id,
  code: row.code,
  created: Number(row.created),
  secretHash: row.secret_hash,
  rosterKey: row.roster_key,
  plan: JSON.parse(row.plan),
});

const recordOf = (row: ClassRows['classes'] | undefined): ClassRecord | null =>
  row === undefined ? null : knownRecord(row);

const classLookups = (
  db: Kysely<ClassRows>,
): Pick<ClassStore, 'addClass' | 'classByCode' | 'classOfTable'> => ({
  addClass: async ({ id, code, created, secretHash, rosterKey, plan }) => {
    const { numInsertedOrUpdatedRows: added } = await db
      .insertInto('classes')
      .values({
        id,
        code,
        created,
        secret_hash: secretHash,
        roster_key: rosterKey,
        plan: JSON.stringify(plan),
      })
      .onConflict((conflict) => conflict.column('code').doNothing())
      .executeTakeFirstOrThrow();
    return added === 1n;
  },
  classByCode: async (code) =>
    recordOf(await db.selectFrom('classes').selectAll().where('code', '=', code).executeTakeFirst()),
  classOfTable: async (tableId) =>
    recordOf(
      await db
        .selectFrom('classes')
        .innerJoin('class_tables', 'class_tables.class_id', 'classes.id')
        .selectAll('classes')
        .where('class_tables.table_id', '=', tableId)
        .executeTakeFirst(),
    ),
});

type ClassLists = Pick<ClassStore, 'newestClasses' | 'staleClasses' | 'tablesOf' | 'classesOf'>;

const classLists = (db: Kysely<ClassRows & { tables: { id: string; changed: number } }>): ClassLists => ({
  newestClasses: async (most) => {
    const rows = db.selectFrom('classes').selectAll().orderBy('created', 'desc').orderBy('id').limit(most);
    return (await rows.execute()).map(knownRecord);
  },
  staleClasses: async (before, most) => {
    const told = db.selectFrom('class_facts').select('class_id').where('at', '>=', before);
    const played = db
      .selectFrom('class_tables')
      .innerJoin('tables', 'tables.id', 'class_tables.table_id')
      .select('class_id')
      .where('changed', '>=', before);
    const rows = db
      .selectFrom('classes')
      .selectAll()
      .where('created', '<', before)
      .where('id', 'not in', told)
      .where('id', 'not in', played)
      .orderBy('created')
      .limit(most);
    return (await rows.execute()).map(knownRecord);
  },
  tablesOf: async (classId) => {
    const rows = db.selectFrom('class_tables').select('table_id').where('class_id', '=', classId);
    return (await rows.execute()).map(({ table_id }) => table_id);
  },
  classesOf: async (guest) => {
    // Ids hold no quotes; a `_` that matches too much is sorted out by whoever reads the journal.
    const named = db
      .selectFrom('class_facts')
      .select('class_id')
      .where('fact', 'like', `%"guest":"${guest}"%`);
    return (await db.selectFrom('classes').selectAll().where('id', 'in', named).execute()).map(knownRecord);
  },
});

/** Changes and deletes what is already kept. */
const classRemovals = ({
  db,
  atomically,
}: ClassEngine): Pick<ClassStore, 'rewriteFacts' | 'deleteAnswers' | 'deleteClass'> => ({
  rewriteFacts: async (classId, facts) => {
    const rewritten = facts.map(({ seq, fact }) =>
      db
        .updateTable('class_facts')
        .set({ fact: JSON.stringify(fact) })
        .where('class_id', '=', classId)
        .where('seq', '=', seq)
        .compile(),
    );
    const outcome = await atomically(rewritten);
    if (outcome !== 'done') throw new StoreFailure('unavailable', `a journal was not rewritten: ${outcome}`);
  },
  deleteAnswers: async (classId, member) => {
    const answers = db.deleteFrom('class_answers').where('class_id', '=', classId);
    await answers.where('member', '=', member).execute();
  },
  deleteClass: async (id) => {
    for (const rows of ['class_answers', 'class_tables', 'class_facts'] as const)
      await db.deleteFrom(rows).where('class_id', '=', id).execute();
    await db.deleteFrom('classes').where('id', '=', id).execute();
  },
});

/** Values as the row of a query that is empty when there is no such class: whoever deletes one is not followed by late writes. */
const ifThere = (db: Kysely<ClassRows>, classId: string, values: readonly (string | number)[]) =>
  db
    .selectFrom('classes')
    .select((one) => values.map((value, i) => one.val(value).as(`value${i}`)))
    .where('id', '=', classId);

const journalsIn = ({
  db,
  atomically,
}: ClassEngine): Pick<ClassStore, 'addFact' | 'countFacts' | 'factsOf'> => {
  const countFacts: ClassStore['countFacts'] = async (classId) => {
    const row = await db
      .selectFrom('classes')
      .leftJoin('class_facts', 'class_facts.class_id', 'classes.id')
      .select(({ fn }) => fn.count('class_facts.seq').as('facts'))
      .where('classes.id', '=', classId)
      .groupBy('classes.id')
      .executeTakeFirst();
    return row === undefined ? null : Number(row.facts);
  };
  return {
    addFact: async (classId, { seq, at, fact }, tableIds) => {
      const opened = tableIds.map((id) =>
        db
          .insertInto('class_tables')
          .columns(['table_id', 'class_id'])
          .expression(ifThere(db, classId, [id, classId]))
          .compile(),
      );
      const told = db
        .insertInto('class_facts')
        .columns(['class_id', 'seq', 'at', 'fact'])
        .expression(ifThere(db, classId, [classId, seq, at, JSON.stringify(fact)]))
        .compile();
      const outcome = await atomically([...opened, told]);
      if (outcome === 'done') return;
      if (outcome === 'refused' && (await countFacts(classId)) === null)
        throw new StoreFailure('class.unknown', `class ${classId} is deleted`);
      throw new StoreFailure('unavailable', `fact ${seq} of class ${classId} was not written: ${outcome}`);
    },
    countFacts,
    factsOf: async (classId) => {
      const rows = db.selectFrom('class_facts').selectAll().where('class_id', '=', classId).orderBy('seq');
      return (await rows.execute()).map(({ seq, at, fact }) => ({
        seq: Number(seq),
        at: Number(at),
        fact: JSON.parse(fact),
      }));
    },
  };
};

const answersIn = (db: Kysely<ClassRows>): Pick<ClassStore, 'saveAnswers' | 'formsOf' | 'answersOf'> => ({
  saveAnswers: async (classId, { member, form, at, answers }) => {
    const given = { at, answers: JSON.stringify(answers) };
    const { numInsertedOrUpdatedRows: written } = await db
      .insertInto('class_answers')
      .columns(['class_id', 'member', 'form', 'at', 'answers'])
      .expression(ifThere(db, classId, [classId, member, form, given.at, given.answers]))
      .onConflict((conflict) => conflict.columns(['class_id', 'member', 'form']).doUpdateSet(given))
      .executeTakeFirstOrThrow();
    if (written === 0n) throw new StoreFailure('class.unknown', `class ${classId} is deleted`);
  },
  formsOf: async (classId, member) => {
    const rows = db
      .selectFrom('class_answers')
      .select('form')
      .where('class_id', '=', classId)
      .where('member', '=', member);
    return (await rows.execute()).map(({ form }) => form);
  },
  answersOf: async (classId) => {
    const rows = db
      .selectFrom('class_answers')
      .selectAll()
      .where('class_id', '=', classId)
      .orderBy('member')
      .orderBy('form');
    return (await rows.execute()).map(({ member, form, at, answers }) => ({
      member,
      form,
      at: Number(at),
      answers: JSON.parse(answers),
    }));
  },
});

/** The classes of a database. */
export const classesIn = (engine: ClassEngine): ClassStore => ({
  ...classLookups(engine.db),
  ...classLists(engine.db as never),
  ...classRemovals(engine),
  ...journalsIn(engine),
  ...answersIn(engine.db),
});
