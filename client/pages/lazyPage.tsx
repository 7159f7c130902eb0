import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { t } from '../words/language.ts';

const Waiting = ({ hasFailed }: { readonly hasFailed: boolean }) => (
  <div class="loading">
    <p role="status">{hasFailed ? t('app.failed') : t('app.loading')}</p>
    {/* A part that did not arrive once is not asked for again by browsers until the page is loaded anew. */}
    {hasFailed ? (
      <button type="button" class="gold" onClick={() => location.reload()}>
        {t('app.reload')}
      </button>
    ) : null}
  </div>
);

/** Something that is fetched when somebody comes. `Meanwhile`: what stands there until it has; `failed`: hears when it does not. */
export const lazily = <Props extends object>(
  fetchPage: () => Promise<ComponentType<Props>>,
  Meanwhile: ComponentType<{ readonly hasFailed: boolean }>,
  failed: () => void = () => {},
) => {
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
        failed();
      },
    );
  const Loaded = (props: Props) => {
    useEffect(() => {
      if (page.value === null) void load();
    }, []);
    const Page = page.value;
    if (Page !== null) return <Page {...props} />;
    return <Meanwhile hasFailed={hasFailed.value} />;
  };
  return { load, Loaded };
};

/** A page whose part of the client is fetched when somebody comes, or ahead of time by `load`. */
export const lazyPage = <Props extends object>(fetchPage: () => Promise<ComponentType<Props>>) =>
  lazily(fetchPage, Waiting);
