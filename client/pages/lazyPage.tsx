import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { t } from '../words/language.ts';

/** A page whose part of the client is fetched when somebody comes, or ahead of time by `load`. */
export const lazyPage = <Props extends object>(fetchPage: () => Promise<ComponentType<Props>>) => {
  const page = signal<ComponentType<Props> | null>(null);
  const hasFailed = signal(false);
  const load = (): Promise<void> =>
    fetchPage().then(
      (found) => {
        page.value = found;
        hasFailed.value = false;
      },
      () => {
        hasFailed.value = true;
      },
    );
  const Loaded = (props: Props) => {
    useEffect(() => {
      if (page.value === null) void load();
    }, []);
    const Page = page.value;
    if (Page !== null) return <Page {...props} />;
    return (
      <p class="loading" role="status">
        {hasFailed.value ? t('app.failed') : t('app.loading')}
      </p>
    );
  };
  return { load, Loaded };
};
