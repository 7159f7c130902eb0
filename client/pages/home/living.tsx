import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { prefersCalm } from '../../settings.ts';
import { t } from '../../words/language.ts';

type Show = ComponentType<{ readonly onDrawn: () => void }>;

/** Who wants little motion or little traffic sees the picture alone. */
const isUnwanted = (): boolean => {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  return prefersCalm() || connection?.saveData === true;
};

/** When the browser has nothing better to do: the page itself comes first. */
const whenIdle = (run: () => void): (() => void) => {
  if ('requestIdleCallback' in window) {
    const id = requestIdleCallback(run, { timeout: 2500 });
    return () => cancelIdleCallback(id);
  }
  const timer = setTimeout(run, 600);
  return () => clearTimeout(timer);
};

/** The place of the living game on the home page: a picture at first, the board once it has come. */
export const Living = () => {
  const show = useSignal<Show | null>(null);
  const isDrawn = useSignal(false);
  useEffect(() => {
    if (isUnwanted()) return;
    return whenIdle(() => {
      import('./livingTable.tsx').then(
        ({ LivingTable }) => {
          show.value = LivingTable;
        },
        () => undefined,
      );
    });
  }, []);
  const Table = show.value;
  return (
    <figure class={isDrawn.value ? 'living drawn' : 'living'} aria-hidden="true">
      {Table === null ? null : (
        <Table
          onDrawn={() => {
            isDrawn.value = true;
          }}
        />
      )}
      <figcaption class="living-tag">{t('living.tag')}</figcaption>
    </figure>
  );
};
