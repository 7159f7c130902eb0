import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { t } from '../words/language.ts';

type PageProps = { readonly code: string };

const page = signal<ComponentType<PageProps> | null>(null);
const hasFailed = signal(false);

const load = (): Promise<void> =>
  import('./debrief/debriefPage.tsx').then(
    (module) => {
      page.value = module.DebriefPage;
    },
    () => {
      hasFailed.value = true;
    },
  );

/** The debrief of a table: its part of the client is fetched when somebody looks back. */
export const LoadedDebrief = ({ code }: PageProps) => {
  useEffect(() => {
    if (page.value === null) void load();
  }, []);
  const Page = page.value;
  if (Page !== null) return <Page key={code} code={code} />;
  return (
    <p class="loading" role="status">
      {hasFailed.value ? t('app.failed') : t('app.loading')}
    </p>
  );
};
