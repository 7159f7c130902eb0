import { Dialog } from '../../parts/dialog.tsx';
import { t } from '../../words/language.ts';
import { KEYS } from './keys.ts';

const SIGNS: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
};

const nameOf = (key: string): string => SIGNS[key] ?? (key === ' ' ? t('replay.key.space') : key);

/** The keys of the replay. */
export const KeysDialog = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog title={t('replay.keys')} onClose={onClose}>
    <dl class="key-list">
      {(Object.keys(KEYS) as (keyof typeof KEYS)[]).map((deed) => (
        <div key={deed}>
          <dt>
            <kbd>{nameOf(KEYS[deed])}</kbd>
          </dt>
          <dd>{t(`replay.key.${deed}`)}</dd>
        </div>
      ))}
    </dl>
  </Dialog>
);
