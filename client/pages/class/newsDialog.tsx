import { useSignal } from '@preact/signals';
import type { TableRow } from '../../../server/classes/protocol.ts';
import type { NewsCard } from '../../../shared/scenarios/schema.ts';
import { Choice } from '../../parts/choice.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { t, words } from '../../words/language.ts';
import { scenarioOf } from './classWords.ts';
import { act } from './consoleState.ts';
import { targetName } from './messageDialog.tsx';

/** The cards that at least one of these tables has not seen. */
const unseen = (rows: readonly TableRow[]): readonly NewsCard[] => {
  const scenarios = [...new Set(rows.map(({ treatment }) => treatment.scenario))];
  return scenarios
    .flatMap((id) => scenarioOf(id).news)
    .filter(({ id }) => rows.some(({ news }) => !news.includes(id)));
};

type NewsDialogProps = {
  readonly rows: readonly TableRow[];
  readonly tables: 'all' | readonly number[];
  readonly onClose: () => void;
};

/** Puts a news card on some tables: choosing it and pressing the button are the two steps that it takes. */
export const NewsDialog = ({ rows, tables, onClose }: NewsDialogProps) => {
  const cards = unseen(rows);
  const chosen = useSignal(cards[0]?.id ?? '');
  return (
    <Dialog title={t('class.newsFor', { to: targetName(tables) })} onClose={onClose}>
      {cards.length === 0 ? (
        <p class="soft">{t('class.newsNone')}</p>
      ) : (
        <form
          class="class-form"
          onSubmit={(event) => {
            event.preventDefault();
            void act({ type: 'inject', tables, card: chosen.value });
            onClose();
          }}
        >
          <Choice
            layout="rows"
            legend={t('class.act.inject')}
            options={cards.map(({ id, headline, body }) => ({
              value: id,
              label: words(headline),
              about: words(body),
            }))}
            value={chosen.value}
            onChange={(id) => {
              chosen.value = id;
            }}
          />
          <div class="row end between">
            <p class="consequence">{t('class.newsWarn')}</p>
            <button type="submit" class="gold">
              {t('class.newsSend')}
            </button>
          </div>
        </form>
      )}
    </Dialog>
  );
};
