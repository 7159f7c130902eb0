import { useSignal } from '@preact/signals';
import { Icon } from '../../parts/icon.tsx';
import { t } from '../../words/language.ts';
import { lazyPart } from '../lazyPart.ts';
import type { Shared } from './cardDialog.tsx';

const dialog = lazyPart(() => import('./cardDialog.tsx').then(({ CardDialog }) => CardDialog));

/** The button that makes a card of a result. `gather`: what is on it, asked for when somebody wants it. */
export const ShareResult = ({ gather }: { readonly gather: () => Promise<Shared> }) => {
  const shared = useSignal<Shared | null>(null);
  const isBusy = useSignal(false);
  const open = async (): Promise<void> => {
    isBusy.value = true;
    shared.value = await gather();
    isBusy.value = false;
  };
  return (
    <>
      <button type="button" disabled={isBusy.value} onClick={() => void open()}>
        <Icon name="send" size={16} /> {t('card.open')}
      </button>
      {shared.value === null ? null : (
        <dialog.Loaded
          shared={shared.value}
          onClose={() => {
            shared.value = null;
          }}
        />
      )}
    </>
  );
};
