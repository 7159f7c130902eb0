import { useSignal } from '@preact/signals';
import { t } from '../words/language.ts';
import { Icon } from './icon.tsx';

type CopyFieldProps = { readonly id: string; readonly label: string; readonly text: string };

/** Where there is no clipboard (plain http in a classroom), the text is selected instead, to be copied by hand. */
export const CopyField = ({ id, label, text }: CopyFieldProps) => {
  const isCopied = useSignal(false);
  const copy = async (): Promise<void> => {
    const field = document.getElementById(id) as HTMLInputElement | null;
    field?.select();
    await navigator.clipboard?.writeText(text).then(
      () => {
        isCopied.value = true;
      },
      () => undefined,
    );
  };
  return (
    <div class="field copy">
      <label for={id}>{label}</label>
      <div class="row">
        <input id={id} type="text" readOnly value={text} onFocus={(event) => event.currentTarget.select()} />
        <button type="button" onClick={() => void copy()}>
          <Icon name={isCopied.value ? 'check' : 'copy'} size={16} />{' '}
          {isCopied.value ? t('app.copied') : t('app.copy')}
        </button>
      </div>
    </div>
  );
};
