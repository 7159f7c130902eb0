import { useSignal } from '@preact/signals';
import type { Playback } from '../../../shared/debrief/playback.ts';
import { Failure } from '../../parts/failure.tsx';
import { PageFrame } from '../../parts/pageFrame.tsx';
import { t } from '../../words/language.ts';
import { playbackIn } from './logFile.ts';

/** Asks for a log from this computer, by the file chooser or dropped. It never leaves the browser. */
export const LogPicker = ({ onPlayback }: { readonly onPlayback: (playback: Playback) => void }) => {
  const failure = useSignal<string | null>(null);
  const isOver = useSignal(false);
  const take = async (file: File | undefined): Promise<void> => {
    isOver.value = false;
    if (file === undefined) return;
    const opened = await playbackIn(file);
    if ('why' in opened) failure.value = t('replay.file.bad', { file: file.name, why: opened.why });
    else onPlayback(opened);
  };
  return (
    <PageFrame>
      <section class="narrow centred">
        <h1>{t('replay.file.title')}</h1>
        <p>{t('replay.file.about')}</p>
        <label
          class={isOver.value ? 'drop over' : 'drop'}
          for="log-file"
          onDragOver={(event) => {
            event.preventDefault();
            isOver.value = true;
          }}
          onDragLeave={() => {
            isOver.value = false;
          }}
          onDrop={(event) => {
            event.preventDefault();
            void take(event.dataTransfer?.files[0]);
          }}
        >
          <b>{t('replay.file.choose')}</b>
          <input
            id="log-file"
            type="file"
            accept=".jsonl,.json,.ndjson,.log,.txt"
            onChange={(event) => void take(event.currentTarget.files?.[0])}
          />
        </label>
        <Failure text={failure.value} />
      </section>
    </PageFrame>
  );
};
