import type { MarkKind } from '../../../shared/debrief/playback.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { t } from '../../words/language.ts';
import { sentenceOf } from '../../words/sentences/sentenceOf.ts';
import { tellingFor } from './happening.tsx';
import type { Watching } from './watching.ts';

const SIGNS: Record<MarkKind, string> = {
  round: '│',
  treaty: '●',
  break: '✕',
  refusal: '–',
  news: '◆',
  end: '■',
};

type MomentsProps = { readonly watching: Watching; readonly onClose: () => void };

/** The moments that the time line is marked with, in words: a press goes there. */
export const MomentsDialog = ({ watching, onClose }: MomentsProps) => {
  const { playback, viewer, moment, go } = watching;
  const telling = tellingFor(playback.book, viewer.value, playback);
  return (
    <Dialog title={t('replay.moments')} onClose={onClose} wide>
      <ol class="moment-list">
        {playback.marksOf(viewer.value).map(({ kind, at }) => {
          const event = playback.eventAt(at);
          return event === null ? null : (
            <li key={at} data-kind={kind}>
              <button
                type="button"
                class="quiet"
                aria-current={at === moment.value ? 'step' : undefined}
                onClick={() => {
                  go(at);
                  onClose();
                }}
              >
                <span class="sign" aria-hidden="true">
                  {SIGNS[kind]}
                </span>
                <span>{sentenceOf(event, telling)}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </Dialog>
  );
};
