import { dismiss, notices } from '../notices.ts';
import { t } from '../words/language.ts';
import { Icon } from './icon.tsx';

/** The notices of the moment, in a polite live region. They are in the record, too. */
export const Toasts = () => (
  <section class="toasts" aria-label={t('toast.region')} aria-live="polite">
    {notices.value.map((notice) => (
      <p key={notice.key} class={`toast ${notice.tone} ${notice.seat ? `seat-${notice.seat}` : ''}`}>
        <span>{notice.text}</span>
        <button
          type="button"
          class="quiet round"
          aria-label={t('toast.dismiss')}
          onClick={() => dismiss(notice.key)}
        >
          <Icon name="cross" size={14} />
        </button>
      </p>
    ))}
  </section>
);
