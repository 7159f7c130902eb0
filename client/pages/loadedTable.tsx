import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { t } from '../words/language.ts';

type TableProps = { readonly code: string };

const page = signal<ComponentType<TableProps> | null>(null);
const hasFailed = signal(false);

/**
 * Fetches the table's part of the client: its rules, its economy, its panels. They don't come with the first page, but
 * ahead of time, while the visitor still chooses.
 */
export const loadTablePage = (): Promise<void> =>
  import('./tablePage.tsx').then(
    (module) => {
      page.value = module.TablePage;
    },
    () => {
      hasFailed.value = true;
    },
  );

/** The page of a table, as soon as it is there. */
export const LoadedTable = ({ code }: TableProps) => {
  useEffect(() => {
    if (page.value === null) void loadTablePage();
  }, []);
  const Page = page.value;
  if (Page !== null) return <Page key={code} code={code} />;
  return (
    <p class="loading" role="status">
      {hasFailed.value ? t('app.failed') : t('app.loading')}
    </p>
  );
};
