import type { Migration } from 'kysely/migration';
import { start } from './001-start.ts';
import { owners } from './002-owners.ts';
import { classes } from './003-classes.ts';
import { keeping } from './004-keeping.ts';
import { daily } from './005-daily.ts';
import { visits } from './006-visits.ts';

/** Every change of the database's form, in order. To add one: a file and a line here; never edit an old one. */
export const MIGRATIONS: Record<string, Migration> = {
  '001-start': start,
  '002-owners': owners,
  '003-classes': classes,
  '004-keeping': keeping,
  '005-daily': daily,
  '006-visits': visits,
};
