import { useSignal } from '@preact/signals';
import type { Lever } from '../../../shared/scenarios/schema.ts';
import { draft } from '../../composing.ts';
import { Icon } from '../../parts/icon.tsx';
import { moveAmongTabs } from '../../parts/tabKeys.ts';
import type { Desk } from '../../rules.ts';
import { t } from '../../words/language.ts';
import { LeverRow } from './leverRow.tsx';
import { leverRefusal } from './leverRules.ts';

type Track = Lever['track'];

const TRACKS: readonly Track[] = ['tariffs', 'chips', 'investment', 'security'];

/** The levers of one track at a time; those that can't be in this offer come last. */
export const LeverShelf = ({ at }: { readonly at: Desk }) => {
  const { levers } = at.book.scenario;
  const present = TRACKS.filter((track) => levers.some((lever) => lever.track === track));
  const track = useSignal<Track>(present[0]);
  const inTrack = (one: Track): readonly Lever[] => levers.filter((lever) => lever.track === one);
  const chosenIn = (one: Track): number =>
    inTrack(one).filter((lever) => draft.value.clauses.some((clause) => clause.lever === lever.id)).length;
  const isShut = (lever: Lever): boolean => leverRefusal(at, draft.value, lever) !== null;
  const shown = [...inTrack(track.value)].sort((a, b) => Number(isShut(a)) - Number(isShut(b)));
  return (
    <section class="shelf">
      <div class="tracks" role="tablist" aria-label={t('compose.tracks')} onKeyDown={moveAmongTabs}>
        {present.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            id={`track-${one}`}
            aria-selected={one === track.value}
            aria-controls="levers"
            tabIndex={one === track.value ? 0 : -1}
            onClick={() => {
              track.value = one;
            }}
          >
            <Icon name={one} size={16} />
            <span>{t(`track.${one}`)}</span>
            {chosenIn(one) > 0 ? <b class="count">{chosenIn(one)}</b> : null}
          </button>
        ))}
      </div>
      <div id="levers" role="tabpanel" aria-labelledby={`track-${track.value}`}>
        <ul class="levers">
          {shown.map((lever) => (
            <LeverRow key={lever.id} at={at} lever={lever} />
          ))}
        </ul>
      </div>
    </section>
  );
};
