import type { Mark, MarkKind } from '../../../shared/debrief/playback.ts';
import { t } from '../../words/language.ts';
import type { Watching } from './watching.ts';

const SHOWN: readonly MarkKind[] = ['round', 'treaty', 'break', 'refusal', 'news'];

/** Marks on the time line: a stroke for a round, and a shape of its own for each kind, so that colour is not needed. */
const SHAPES: Partial<Record<MarkKind, string>> = {
  round: 'M0 0V16',
  treaty: 'M0 2a4 4 0 1 0 .01 0z',
  break: 'M-3.500 3l7 7M3.500 3l-7 7',
  refusal: 'M-4 6.500h8',
  news: 'M0 2l4 4.500-4 4.500-4-4.500z',
};

const Stroke = ({ mark, share }: { readonly mark: Mark; readonly share: number }) => (
  <svg class="time-mark" data-kind={mark.kind} x={`${100 * share}%`} overflow="visible" aria-hidden="true">
    <path d={SHAPES[mark.kind] ?? ''} />
  </svg>
);

/** The time line: drag it, or step with the arrow keys. What its marks mean is in the list of moments beside it. */
export const Scrubber = ({ watching }: { readonly watching: Watching }) => {
  const { playback, moment, viewer, go } = watching;
  const { start, length } = playback;
  const steps = playback.stepsOf(viewer.value);
  const count = steps.filter((at) => at <= moment.value).length;
  const round = playback.stateAt(moment.value).round;
  return (
    <div class="scrubber">
      <svg class="time-marks" aria-hidden="true" focusable="false">
        {playback
          .marksOf(viewer.value)
          .filter(({ kind }) => SHOWN.includes(kind))
          .map((mark) => (
            <Stroke key={`${mark.kind}${mark.at}`} mark={mark} share={(mark.at - start) / (length - start)} />
          ))}
      </svg>
      <input
        id="time-line"
        type="range"
        min={start}
        max={length}
        value={moment.value}
        aria-label={t('replay.timeLine')}
        aria-valuetext={t('replay.spot', { round, step: count, steps: steps.length })}
        onInput={(event) => go(Number(event.currentTarget.value))}
      />
    </div>
  );
};
