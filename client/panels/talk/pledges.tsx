import type { Signal } from '@preact/signals';
import type { SpokenPledge } from '../../../shared/engine/state.ts';
import { Flag } from '../../parts/flag.tsx';
import type { Desk } from '../../rules.ts';
import { t } from '../../words/language.ts';
import { pledgeText } from '../../words/sentences/talks.ts';
import { seatName, type Telling } from '../../words/telling.ts';

const verdict = ({ kept, by }: SpokenPledge): string => {
  if (kept === null) return t('pledge.due', { round: by });
  return kept ? t('pledge.kept') : t('pledge.broken');
};

type PledgesProps = { readonly at: Desk; readonly telling: Telling; readonly isOpen: Signal<boolean> };

/** Every pledge that the viewer heard, and what became of it. */
export const Pledges = ({ at, telling, isOpen }: PledgesProps) => {
  const { pledges } = at.view;
  if (pledges.length === 0) return null;
  return (
    <details
      class="pledges"
      open={isOpen.value}
      onToggle={(event) => {
        isOpen.value = event.currentTarget.open;
      }}
    >
      <summary>
        {t('talk.pledges')} <b class="count">{pledges.length}</b>
      </summary>
      <ul>
        {pledges.map((pledge) => (
          <li key={pledge.id}>
            <Flag seat={pledge.seat} />
            <span>
              {seatName(pledge.seat)}
              {pledge.to === 'all' ? '' : ` → ${seatName(pledge.to)}`}: {pledgeText(telling, pledge)}
            </span>
            <b class={pledge.kept === null ? 'even' : pledge.kept ? 'gain' : 'loss'}>{verdict(pledge)}</b>
          </li>
        ))}
      </ul>
    </details>
  );
};
