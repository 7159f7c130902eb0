import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { SeatAction } from '../../shared/engine/actions/index.ts';
import { command as en } from '../../shared/text/en/command.ts';
import { command as ko } from '../../shared/text/ko/command.ts';
import { command as zh } from '../../shared/text/zh/command.ts';
import '../styles/command.css';
import type { Desk } from '../rules.ts';
import { commandLine } from '../settings.ts';
import { act } from '../store.ts';
import { addWords, t } from '../words/language.ts';
import { refusalText } from '../words/refusals.ts';
import { type Answer, COMMANDS } from './commands.ts';
import { parseCommand, vocabularyOf } from './parse.ts';

addWords({ en, ko, zh });

/** English words are understood in every language: they are what most keyboards have. */
const vocabulary = () => vocabularyOf((id) => [t(`command.word.${id}`), en[`command.word.${id}`]]);

/** A line to type commands into, and what was answered: for those who would rather type than look for a control. */
export const CommandLine = ({ at }: { readonly at: Desk }) => {
  const typed = useSignal('');
  const answer = useSignal<readonly string[]>([t('command.hint')]);
  const pending = useSignal<SeatAction | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  const perform = async (action: SeatAction): Promise<void> => {
    const reply = await act(action);
    if (reply === null) return;
    answer.value = [reply.ok ? t('command.done') : refusalText(reply.refusal, at.book.scenario)];
  };
  const take = ({ lines, action, isSure = false }: Answer): void => {
    answer.value = lines;
    pending.value = isSure ? null : (action ?? null);
    if (action !== undefined && isSure) void perform(action);
  };
  const settle = (isYes: boolean): void => {
    const action = pending.value;
    pending.value = null;
    if (action === null) answer.value = [t('command.nothing')];
    else if (isYes) void perform(action);
    else answer.value = [t('command.left')];
  };
  const enter = (): void => {
    const text = typed.value.trim();
    if (text === '') return;
    typed.value = '';
    const command = parseCommand(text, vocabulary());
    if (command === null) take({ lines: [t('command.unknown', { text })] });
    else if (command.id === 'yes' || command.id === 'no') settle(command.id === 'yes');
    else take(COMMANDS[command.id](at, command.rest));
  };
  return (
    <section class="command-line" aria-labelledby="command-title">
      <h2 class="eyebrow" id="command-title">
        {t('command.title')}
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys */}
      <div class="command-answer" role="log" aria-live="polite" aria-atomic="true" tabIndex={0}>
        {answer.value.map((line, i) => (
          <p key={`${i}${line}`}>{line}</p>
        ))}
      </div>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          enter();
        }}
      >
        <input
          id="command"
          ref={field}
          class="grow"
          aria-label={t('command.label')}
          placeholder={pending.value === null ? '' : t('command.sure')}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={typed.value}
          onInput={(event) => {
            typed.value = event.currentTarget.value;
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') commandLine.value = 'off';
          }}
        />
        <button type="submit">{t('command.do')}</button>
      </form>
    </section>
  );
};
