import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { t } from '../../words/language.ts';

type Pages = typeof import('./classPages.tsx');
type ClassPageProps =
  | { readonly page: 'new' }
  | { readonly page: 'console' | 'projector' | 'join'; readonly code: string };

const pages = signal<Pages | null>(null);
const hasFailed = signal(false);

const load = (): Promise<void> =>
  import('./classPages.tsx').then(
    (module) => {
      pages.value = module;
    },
    () => {
      hasFailed.value = true;
    },
  );

/** The pages of a class: they come when somebody asks for one of them. */
export const LoadedClass = (props: ClassPageProps) => {
  useEffect(() => {
    if (pages.value === null) void load();
  }, []);
  const known = pages.value;
  if (known === null)
    return (
      <p class="loading" role="status">
        {hasFailed.value ? t('app.failed') : t('app.loading')}
      </p>
    );
  if (props.page === 'new') return <known.NewClassPage />;
  if (props.page === 'console') return <known.ConsolePage key={props.code} code={props.code} />;
  if (props.page === 'projector') return <known.ProjectorPage key={props.code} code={props.code} />;
  return <known.JoinPage key={props.code} code={props.code} />;
};
