import { isHelpOpen } from '../shortcuts.ts';
import { t } from '../words/language.ts';

/** Help, at the same place on every page. */
export const HelpButton = () => (
  <button
    type="button"
    class="quiet round help-button"
    aria-label={t('help.title')}
    title={t('help.title')}
    onClick={() => {
      isHelpOpen.value = true;
    }}
  >
    <b aria-hidden="true">?</b>
  </button>
);
