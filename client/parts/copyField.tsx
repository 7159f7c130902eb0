import { useSignal } from '@preact/signals';
import { t } from '../words/language.ts';
import { Icon } from './icon.tsx';

type CopyFieldProps = { readonly id: string; readonly label: string; readonly text: string };

/**
 * Copies the text of a field. On plain http in a classroom there is no clipboard, but the old command that copies what is
 * selected. False: neither, and the text stays selected, to be copied by hand.
 */
export const copyFrom = async (field: HTMLInputElement | HTMLTextAreaElement): Promise<boolean> => {
  field.select();
  if (!globalThis.isSecureContext) return document.execCommand('copy');
  return navigator.clipboard.writeText(field.value).then(
    () => true,
    () => false,
  );
};

/** A text to take along, with a button that copies it. */
export const CopyField = ({ id, label, text }: CopyFieldProps) => {
  const isCopied = useSignal(false);
  const copy = async (): Promise<void> => {
    const field = document.getElementById(id);
    if (field instanceof HTMLInputElement) isCopied.value = await copyFrom(field);
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
