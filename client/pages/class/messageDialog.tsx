import { useSignal } from '@preact/signals';
import { Dialog } from '../../parts/dialog.tsx';
import { t } from '../../words/language.ts';
import { tableNames } from './classWords.ts';
import { act } from './consoleState.ts';

type Tables = 'all' | readonly number[];

/** The tables that an act is meant for, in words. */
export const targetName = (tables: Tables): string =>
  tables === 'all' ? t('class.all') : tableNames(tables);

const LONGEST = 500;

type MessageDialogProps = {
  readonly tables: Tables;
  readonly canPause: boolean;
  readonly onClose: () => void;
};

/** Says something on every screen of some tables; with the clocks stopped, if wished. */
export const MessageDialog = ({ tables, canPause, onClose }: MessageDialogProps) => {
  const text = useSignal('');
  const isEmpty = text.value.trim() === '';
  const send = (type: 'announce' | 'pause'): void => {
    void act({ type, tables, text: text.value.trim() });
    onClose();
  };
  return (
    <Dialog title={t('class.messageTo', { to: targetName(tables) })} onClose={onClose}>
      <form
        class="class-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isEmpty) send('announce');
        }}
      >
        <textarea
          rows={4}
          maxLength={LONGEST}
          aria-label={t('class.act.message')}
          placeholder={t('class.messagePlaceholder')}
          value={text.value}
          onInput={(event) => {
            text.value = event.currentTarget.value;
          }}
        />
        <div class="row end">
          {canPause ? (
            <button type="button" disabled={isEmpty} onClick={() => send('pause')}>
              {t('class.messagePause')}
            </button>
          ) : null}
          <button type="submit" class="gold" disabled={isEmpty}>
            {t('class.messageSend')}
          </button>
        </div>
      </form>
    </Dialog>
  );
};
