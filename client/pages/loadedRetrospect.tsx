import { type Signal, signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { t } from '../words/language.ts';

type PageProps = { readonly code: string };
type Loaded = {
  readonly page: Signal<ComponentType<PageProps> | null>;
  readonly hasFailed: Signal<boolean>;
  readonly load: () => Promise<ComponentType<PageProps>>;
};

const loading = (load: Loaded['load']): Loaded => ({ page: signal(null), hasFailed: signal(false), load });

const fetchInto = ({ page, hasFailed, load }: Loaded): Promise<void> =>
  load().then(
    (found) => {
      page.value = found;
    },
    () => {
      hasFailed.value = true;
    },
  );

/** A page that looks back: its part of the client is fetched when somebody opens it. */
const loadedPage = (loaded: Loaded) =>
  function LoadedPage({ code }: PageProps) {
    useEffect(() => {
      if (loaded.page.value === null) void fetchInto(loaded);
    }, []);
    const Page = loaded.page.value;
    if (Page !== null) return <Page key={code} code={code} />;
    return (
      <p class="loading" role="status">
        {loaded.hasFailed.value ? t('app.failed') : t('app.loading')}
      </p>
    );
  };

/** The debrief of a table. */
export const LoadedDebrief = loadedPage(
  loading(() => import('./debrief/debriefPage.tsx').then(({ DebriefPage }) => DebriefPage)),
);

/** The tables of a class side by side. */
export const LoadedClassDebrief = loadedPage(
  loading(() =>
    import('./debrief/class/classDebriefPage.tsx').then(({ ClassDebriefPage }) => ClassDebriefPage),
  ),
);
