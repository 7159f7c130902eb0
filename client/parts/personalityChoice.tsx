import { t } from '../words/language.ts';
import { personalityAbout, personalityName } from '../words/people.ts';

type PersonalityChoiceProps = {
  readonly id: string;
  readonly label: string;
  readonly personalities: readonly string[];
  /** '': none. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** The label is for screen readers alone. */
  readonly isBare?: boolean;
};

/** The character of a bot. */
export const PersonalityChoice = ({
  id,
  label,
  personalities,
  value,
  onChange,
  isBare = false,
}: PersonalityChoiceProps) => (
  <div class="personality">
    <label for={id} class={isBare ? 'unseen' : undefined}>
      {label}
    </label>
    <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      <option value="">{t('personality.none')}</option>
      {personalities.map((one) => (
        <option key={one} value={one}>
          {personalityName(one)}
        </option>
      ))}
    </select>
    {isBare ? null : (
      <p class="soft about">{value === '' ? t('personality.none.about') : personalityAbout(value)}</p>
    )}
  </div>
);
