import { useSignal } from '@preact/signals';
import { earlier } from '../notices.ts';
import { lazyPart } from '../pages/lazyPart.ts';
import { t } from '../words/language.ts';
import { Icon } from './icon.tsx';

const list = lazyPart(() => import('./noticeList.tsx').then(({ NoticeList }) => NoticeList));

/** The way to what was told before; not there until something has been. */
export const EarlierNotices = () => {
  const isOpen = useSignal(false);
  if (earlier.value.length === 0) return null;
  return (
    <>
      <button
        type="button"
        class="quiet round earlier-button"
        aria-label={t('toast.list')}
        title={t('toast.list')}
        onClick={() => {
          isOpen.value = true;
        }}
      >
        <Icon name="bell" />
      </button>
      {isOpen.value ? (
        <list.Loaded
          onClose={() => {
            isOpen.value = false;
          }}
        />
      ) : null}
    </>
  );
};
