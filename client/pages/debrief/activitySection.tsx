import type { SeatActivity } from '../../../shared/debrief/activity.ts';
import type { BySeat, Seat } from '../../../shared/seats.ts';
import { Sideways } from '../../parts/sideways.tsx';
import { figure } from '../../words/figures.ts';
import { t } from '../../words/language.ts';
import { seatName } from '../../words/telling.ts';

const DEEDS = ['tabled', 'accepted', 'declined', 'treaties', 'measures', 'denounced', 'messages'] as const;

type ActivitySectionProps = { readonly activity: BySeat<SeatActivity>; readonly seats: readonly Seat[] };

/** How much everybody did. */
export const ActivitySection = ({ activity, seats }: ActivitySectionProps) => (
  <section class="card" aria-labelledby="activity">
    <h2 id="activity">{t('debrief.activity')}</h2>
    <Sideways name={t('debrief.activity')}>
      <table class="figures">
        <thead>
          <tr>
            <td />
            {seats.map((seat) => (
              <th key={seat} scope="col">
                {seatName(seat)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {DEEDS.map((deed) => (
            <tr key={deed}>
              <th scope="row">{t(`activity.${deed}`)}</th>
              {seats.map((seat) => (
                <td key={seat}>{figure(activity[seat][deed])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  </section>
);
