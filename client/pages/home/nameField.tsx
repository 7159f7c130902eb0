import { useLayoutEffect } from 'preact/hooks';
import { playerName, suggestName } from '../../identity.ts';
import { t } from '../../words/language.ts';

/** The player's name, already filled with a suggestion. */
export const NameField = () => {
  // Before anybody sees the field, and types.
  useLayoutEffect(suggestName, []);
  return (
    <div class="field name-field">
      <label for="player-name">{t('home.name')}</label>
      <input
        id="player-name"
        type="text"
        maxLength={24}
        autoComplete="nickname"
        value={playerName.value}
        onInput={(event) => {
          playerName.value = event.currentTarget.value;
        }}
      />
      <small>{t('home.nameHint')}</small>
    </div>
  );
};
