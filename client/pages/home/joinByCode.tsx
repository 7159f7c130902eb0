import { useSignal } from '@preact/signals';
import { classFacts } from '../../connection/classes.ts';
import { ServerRefusal, tableFacts } from '../../connection/http.ts';
import { Failure } from '../../parts/failure.tsx';
import { useTask } from '../../parts/useTask.ts';
import { navigate } from '../../router.tsx';
import { t } from '../../words/language.ts';

/** Where a code leads: to a table, or to a class. */
const pathOf = async (code: string): Promise<string> => {
  try {
    return `/t/${(await tableFacts(code)).code}`;
  } catch (refusal) {
    if (!(refusal instanceof ServerRefusal) || refusal.code !== 'table.unknown') throw refusal;
    const { code: held } = await classFacts(code).catch((lack: unknown) => {
      const isNothing = lack instanceof ServerRefusal && lack.code === 'class.unknown';
      throw isNothing ? new ServerRefusal(lack.status, 'code.unknown', {}) : lack;
    });
    return `/join/${held}`;
  }
};

/** A code that somebody has been given: any case, spaces and dashes do no harm. */
export const JoinByCode = () => {
  const code = useSignal('');
  const { isBusy, failure, run } = useTask();
  const enter = async (): Promise<void> => {
    const typed = code.value.replace(/[\s-]/g, '').toUpperCase();
    navigate(await pathOf(typed));
  };
  return (
    <section class="card join" aria-labelledby="join">
      <h2 id="join">{t('home.join')}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (code.value.trim() !== '') void run(enter);
        }}
      >
        <div class="field">
          <label for="table-code">{t('home.code')}</label>
          <div class="row">
            <input
              id="table-code"
              class="code"
              type="text"
              autoComplete="off"
              autoCapitalize="characters"
              spellcheck={false}
              maxLength={12}
              value={code.value}
              aria-describedby="code-hint"
              onInput={(event) => {
                code.value = event.currentTarget.value;
              }}
            />
            <button type="submit" class="gold" disabled={isBusy.value || code.value.trim() === ''}>
              {t('home.enter')}
            </button>
          </div>
          <small id="code-hint">{t('home.codeHint')}</small>
        </div>
      </form>
      <Failure text={failure.value} />
    </section>
  );
};
