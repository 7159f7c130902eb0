import { Dialog } from '../../parts/dialog.tsx';
import { TERMS } from '../../parts/term.tsx';
import { Link } from '../../router.tsx';
import { singleKeys } from '../../settings.ts';
import { isHelpOpen } from '../../shortcuts.ts';
import { t } from '../../words/language.ts';
import { Settings } from './settings.tsx';

const SINGLE = [
  ['?', 'help.key.help'],
  ['1–5', 'help.key.tabs'],
  ['R', 'help.key.ready'],
  ['V', 'help.key.view'],
  ['/', 'help.key.commands'],
] as const;

const ALWAYS = [
  ['Tab', 'help.key.tab'],
  ['← →', 'help.key.arrows'],
  ['Esc', 'help.key.escape'],
] as const;

const Keys = () => (
  <section aria-labelledby="keys">
    <h3 id="keys">{t('help.keys')}</h3>
    <dl class="keys">
      {[...(singleKeys.value === 'on' ? SINGLE : []), ...ALWAYS].map(([key, about]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{t(about)}</dd>
        </div>
      ))}
    </dl>
    <label class="check" for="single-keys">
      <input
        id="single-keys"
        type="checkbox"
        checked={singleKeys.value === 'on'}
        onChange={(event) => {
          singleKeys.value = event.currentTarget.checked ? 'on' : 'off';
        }}
      />
      {t('help.keysOn')}
    </label>
  </section>
);

const Glossary = () => (
  <section aria-labelledby="glossary">
    <h3 id="glossary">{t('help.glossary')}</h3>
    <dl class="glossary">
      {TERMS.map((term) => (
        <div key={term}>
          <dt>{t(`term.${term}`)}</dt>
          <dd>{t(`term.${term}.about`)}</dd>
        </div>
      ))}
    </dl>
  </section>
);

const close = (): void => {
  isHelpOpen.value = false;
};

/** Help: what can be set, which keys there are, what the words mean. */
export const HelpDialog = () => (
  <Dialog title={t('help.title')} onClose={close} wide>
    <div class="help">
      <div class="help-side">
        <Settings />
        <Keys />
        <Link to="/learn" class="button" onPress={close}>
          {t('help.lesson')}
        </Link>
      </div>
      <Glossary />
    </div>
  </Dialog>
);
