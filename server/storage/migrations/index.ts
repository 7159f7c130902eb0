import type { Migration } from 'kysely/migration';
import { start } from './001-start.ts';
import { classes } from './003-classes.ts';

/** Every change of the database's form, in order. To add one: a file and a line here; never edit an old one. */
export const MIGRATIONS: Record<string, Migration> = { '001-start': start, '003-classes': classes };
