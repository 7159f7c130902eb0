import { lazyPage } from './lazyPage.tsx';

const table = lazyPage(() => import('./tablePage.tsx').then(({ TablePage }) => TablePage));

/**
 * Fetches the table's part of the client: its rules, its economy, its panels. They don't come with the first page, but
 * ahead of time, while the visitor still chooses.
 */
export const loadTablePage = table.load;

/** The page of a table, as soon as it is there. */
export const LoadedTable = table.Loaded;

const learn = lazyPage(() => import('./learnPage.tsx').then(({ LearnPage }) => LearnPage));

/** The lesson, as soon as it is there. */
export const LoadedLesson = learn.Loaded;
