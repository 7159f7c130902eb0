import { dismiss, hold, letGo, type Notice, notices } from '../notices.ts';
import { t } from '../words/language.ts';
import { Icon } from './icon.tsx';

const Toast = ({ notice: { key, text, tone, seat, action } }: { readonly notice: Notice }) => (
  <p class={`toast ${tone} ${seat ? `seat-${seat}` : ''}`}>
    <span>{text}</span>
    {action === null ? null : (
      <button
        type="button"
        class="gold slim"
        onClick={() => {
          dismiss(key);
          action.run();
        }}
      >
        {action.label()}
      </button>
    )}
    <button
      type="button"
      class="quiet round"
      aria-label={t('toast.dismiss')}
      onClick={() => {
        letGo();
        dismiss(key);
      }}
    >
      <Icon name="cross" size={14} />
    </button>
  </p>
);

/** Read out politely, but for what the record reads out itself: nothing is said twice. */
const Spoken = () => (
  <div class="unseen" aria-live="polite">
    {notices.value.map(({ key, text, isRecorded }) => (isRecorded ? null : <p key={key}>{text}</p>))}
  </div>
);

/** The notices of the moment. They stay while somebody points at them or is among them, and are in the list of earlier ones afterwards. */
export const Toasts = () => (
  <>
    <section
      class="toasts"
      aria-label={t('toast.region')}
      onPointerEnter={hold}
      onPointerLeave={letGo}
      onFocusIn={hold}
      onFocusOut={letGo}
    >
      {notices.value.map((notice) => (
        <Toast key={notice.key} notice={notice} />
      ))}
    </section>
    <Spoken />
  </>
);
