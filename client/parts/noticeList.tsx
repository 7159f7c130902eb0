import { earlier } from '../notices.ts';
import { localeTag, t } from '../words/language.ts';
import { Dialog } from './dialog.tsx';

const hour = (at: number): string =>
  new Intl.DateTimeFormat(localeTag(), { timeStyle: 'medium' }).format(new Date(at));

/** What was told before, the latest first. */
export const NoticeList = ({ onClose }: { readonly onClose: () => void }) => (
  <Dialog title={t('toast.list')} onClose={onClose}>
    {earlier.value.length === 0 ? <p class="soft">{t('toast.none')}</p> : null}
    <ol class="notice-list">
      {earlier.value.map(({ key, at, text, tone, seat }) => (
        <li key={key} class={`${tone} ${seat === null ? '' : `seat-${seat}`}`}>
          <span>{text}</span>
          <time dateTime={new Date(at).toISOString()}>{hour(at)}</time>
        </li>
      ))}
    </ol>
  </Dialog>
);
