import { useSignal } from '@preact/signals';
import type { ConsoleView } from '../../../server/classes/protocol.ts';
import { copyFrom } from '../../parts/copyField.tsx';
import { Icon } from '../../parts/icon.tsx';
import { t } from '../../words/language.ts';
import { rosterAddress } from './classLinks.ts';

/** The personal links of a roster, to be handed out. */
export const RosterCard = ({ view }: { readonly view: ConsoleView }) => {
  const isCopied = useSignal(false);
  const { code, roster } = view;
  const lines = roster.map(({ name, key }, line) => `${name}\t${rosterAddress(code, line, key)}`);
  const copy = async (): Promise<void> => {
    const field = document.getElementById('roster-links');
    if (field instanceof HTMLTextAreaElement) isCopied.value = await copyFrom(field);
  };
  return (
    <section class="card class-card" aria-labelledby="roster-title">
      <header class="row between">
        <h2 id="roster-title">{t('class.roster')}</h2>
        <button type="button" onClick={() => void copy()}>
          <Icon name={isCopied.value ? 'check' : 'copy'} size={16} />{' '}
          {isCopied.value ? t('app.copied') : t('class.rosterCopy')}
        </button>
      </header>
      <p class="soft">{t('class.rosterLead')}</p>
      <textarea
        id="roster-links"
        class="roster-links"
        aria-labelledby="roster-title"
        rows={Math.min(10, roster.length)}
        readOnly
        value={lines.join('\n')}
      />
    </section>
  );
};
