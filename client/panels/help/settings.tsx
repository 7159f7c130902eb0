import type { Signal } from '@preact/signals';
import { Choice } from '../../parts/choice.tsx';
import { LanguageSwitch } from '../../parts/languageSwitch.tsx';
import { Stepper } from '../../parts/stepper.tsx';
import { commandLine, MOTIONS, motion, notices, sound, THEMES, theme, volume } from '../../settings.ts';
import { askToTellOutside, canTellOutside } from '../../signals/outside.ts';
import { isAudible, playTone } from '../../signals/tones.ts';
import { view } from '../../store.ts';
import { figure } from '../../words/figures.ts';
import { t } from '../../words/language.ts';

const LOUDEST = 10;

const hear = (): void => playTone('offer');

const louder = (by: 1 | -1): (() => void) | null => {
  const next = Number(volume.value) + by;
  if (next < 1 || next > LOUDEST) return null;
  return () => {
    volume.value = String(next) as typeof volume.value;
    hear();
  };
};

const Sounds = () => {
  const isOn = isAudible(view.value?.setup.reveal === 'facilitator');
  return (
    <div class="row between">
      <label class="check" for="sounds">
        <input
          id="sounds"
          type="checkbox"
          checked={isOn}
          onChange={(event) => {
            sound.value = event.currentTarget.checked ? 'on' : 'off';
            if (sound.value === 'on') hear();
          }}
        />
        {t('settings.sound')}
      </label>
      {isOn ? (
        <Stepper
          name={t('settings.volume')}
          value={figure(Number(volume.value))}
          onLess={louder(-1)}
          onMore={louder(1)}
        />
      ) : null}
    </div>
  );
};

const Notices = () =>
  canTellOutside() ? (
    <label class="check" for="notices">
      <input
        id="notices"
        type="checkbox"
        checked={notices.value === 'on'}
        onChange={(event) => {
          if (event.currentTarget.checked) void askToTellOutside();
          else notices.value = 'off';
        }}
      />
      {t('settings.notices')}
    </label>
  ) : (
    <p class="soft">{t('settings.noticesNo')}</p>
  );

const setter =
  <T extends string>(choice: Signal<T>) =>
  (value: T): void => {
    choice.value = value;
  };

/** What each player sets for this browser. */
export const Settings = () => (
  <section class="settings" aria-labelledby="settings">
    <h3 id="settings">{t('settings.title')}</h3>
    <LanguageSwitch />
    <Choice
      layout="compact"
      legend={t('settings.theme')}
      options={THEMES.map((value) => ({ value, label: t(`settings.theme.${value}`) }))}
      value={theme.value}
      onChange={setter(theme)}
    />
    <Choice
      layout="compact"
      legend={t('settings.motion')}
      options={MOTIONS.map((value) => ({ value, label: t(`settings.motion.${value}`) }))}
      value={motion.value}
      onChange={setter(motion)}
    />
    <Sounds />
    <Notices />
    <label class="check" for="command-line">
      <input
        id="command-line"
        type="checkbox"
        checked={commandLine.value === 'on'}
        onChange={(event) => {
          commandLine.value = event.currentTarget.checked ? 'on' : 'off';
        }}
      />
      {t('settings.commands')}
    </label>
  </section>
);
