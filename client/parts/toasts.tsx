import { dismiss, isReading, notices } from '../notices.ts';
import { t } from '../words/language.ts';
import { Icon } from './icon.tsx';

const reading = (is: boolean) => () => {
  isReading.value = is;
};

/** Read out politely, but for what the record reads out itself: nothing is said twice. */
const Spoken = () => (
  <div class="unseen" aria-live="polite">
    {notices.value.map(({ key, text, isRecorded }) => (isRecorded ? null : <p key={key}>{text}</p>))}
  </div>
);

/** The notices of the moment. They stay while a pointer or the focus is on them. */
export const Toasts = () => (
  <>
    <section
      class="toasts"
      aria-label={t('toast.region')}
      onPointerEnter={reading(true)}
      onPointerLeave={reading(false)}
      onFocusCapture={reading(true)}
      onBlurCapture={reading(false)}
    >
      {notices.value.map((notice) => (
        <p key={notice.key} class={`toast ${notice.tone} ${notice.seat ? `seat-${notice.seat}` : ''}`}>
          <span>{notice.text}</span>
          <button
            type="button"
            class="quiet round"
            aria-label={t('toast.dismiss')}
            onClick={() => {
              isReading.value = false;
              dismiss(notice.key);
            }}
          >
            <Icon name="cross" size={14} />
          </button>
        </p>
      ))}
    </section>
    <Spoken />
  </>
);
