import { useMemo } from 'preact/hooks';
import { type Playback, reasonAfter } from '../../../shared/debrief/playback.ts';
import type { Book } from '../../../shared/scenarios/book.ts';
import { isSeat, type Viewer } from '../../../shared/seats.ts';
import { Icon } from '../../parts/icon.tsx';
import { locale, t } from '../../words/language.ts';
import { sentenceOf } from '../../words/sentences/sentenceOf.ts';
import { type Telling, tellingOf } from '../../words/telling.ts';
import type { Watching } from './watching.ts';

/** All that a table's sentences may refer to, as a viewer reads them. */
export const tellingFor = (book: Book, viewer: Viewer, playback: Playback): Telling =>
  tellingOf(
    book.scenario,
    isSeat(viewer) ? viewer : null,
    playback.entries.flatMap(({ events }) => events),
  );

/** The last thing that the viewer saw up to now, and a bot's reason for it where the viewer may look into its head. */
export const Happening = ({ watching }: { readonly watching: Watching }) => {
  const { playback, moment, viewer } = watching;
  const telling = useMemo(
    () => tellingFor(playback.book, viewer.value, playback),
    [playback, viewer.value, locale.value],
  );
  const steps = playback.stepsOf(viewer.value);
  const at = steps.filter((step) => step <= moment.value).at(-1) ?? playback.start;
  const [event, entry] = [playback.eventAt(at), playback.entryAt(at)];
  if (event === null || entry === null) return null;
  const reason = reasonAfter(playback, entry);
  const isOpen = reason !== null && (viewer.value === 'facilitator' || viewer.value === reason.seat);
  return (
    <div class="happening">
      <p>
        <b>{t('log.round', { round: playback.stateAt(at).round })}</b> {sentenceOf(event, telling)}
      </p>
      {isOpen ? (
        <p class="soft">
          <Icon name="bot" size={14} /> {sentenceOf(reason, telling)}
        </p>
      ) : null}
    </div>
  );
};
