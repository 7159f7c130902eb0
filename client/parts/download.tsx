import { useSignal } from '@preact/signals';
import { saveFile } from '../charts/picture.ts';
import { type ExportOf, fetchExport } from '../connection/exports.ts';
import { t } from '../words/language.ts';
import { Check } from './check.tsx';
import { Dialog } from './dialog.tsx';
import { Failure } from './failure.tsx';
import { Icon } from './icon.tsx';
import { useTask } from './useTask.ts';

const FILES = ['tables', 'offers', 'events', 'logs', 'json'] as const;

/** Names of files, then what is in them. */
const FileLine = ({ text }: { readonly text: string }) => {
  const [, names = '', about = text] = /^([^:：]+)[:：]\s*(.*)$/.exec(text) ?? [];
  return (
    <li>
      <b>{names}</b>
      <span class="soft">{about}</span>
    </li>
  );
};

type DownloadProps = { readonly of: ExportOf; readonly linkKey?: string | null };

const DownloadDialog = ({
  of,
  linkKey = null,
  onClose,
}: DownloadProps & { readonly onClose: () => void }) => {
  const withWords = useSignal(false);
  const { isBusy, failure, run } = useTask();
  const fetchIt = async (): Promise<void> => {
    saveFile(`between-giants-${of.code}.zip`, await fetchExport(of, withWords.value, linkKey));
    onClose();
  };
  return (
    <Dialog title={t('download.title')} onClose={onClose}>
      <p>{t('download.about')}</p>
      <ul class="download-files">
        {FILES.map((one) => (
          <FileLine key={one} text={t(`download.file.${one}`)} />
        ))}
        {of.kind === 'classes' ? <FileLine text={t('download.file.answers')} /> : null}
      </ul>
      <p class="soft">{t('download.names')}</p>
      <Check id="download-words" label={t(`download.words.${of.kind}`)} value={withWords} />
      <Failure text={failure.value} />
      <button type="button" class="gold" disabled={isBusy.value} onClick={() => void run(fetchIt)}>
        <Icon name="download" /> {t('download.do')}
      </button>
    </Dialog>
  );
};

/** Takes a finished table, or the tables of a class, away as files. */
export const Download = (props: DownloadProps) => {
  const isOpen = useSignal(false);
  return (
    <>
      <button
        type="button"
        onClick={() => {
          isOpen.value = true;
        }}
      >
        <Icon name="download" size={16} /> {t('download.open')}
      </button>
      {isOpen.value ? (
        <DownloadDialog
          {...props}
          onClose={() => {
            isOpen.value = false;
          }}
        />
      ) : null}
    </>
  );
};
