import { quantile } from '../../server/cli/load/drive.ts';
import { FLAWLESS } from '../faults/nemesis/ledger.ts';
import { killTrial } from '../faults/trials/killTrial.ts';
import { mustBe, type Soak } from './soak.ts';

const KILLS = 2;

/** R7: everybody loses the line at once, because the server is killed, and comes back. */
export const storm: Soak = async ({ folder, chance, plan, show, progress }) => {
  const rooms = Math.ceil(plan.clients / 3);
  const report = await killTrial({
    dataDir: folder,
    rooms,
    kills: KILLS,
    chance,
    progress: (kill) => progress(`storm ${kill} of ${KILLS}`),
  });
  const { acknowledged: _, ...faults } = report.verdict;
  mustBe('what the log says against what players were told', faults, FLAWLESS);
  const back = (share: number): number => (quantile(report.seatsBack, share) ?? 0) / 1000;
  show({ what: 'clients at once', value: 3 * rooms, unit: '', target: 1000, least: true });
  show({ what: 'back, p50', value: back(0.5), unit: 's', target: 15 });
  show({ what: 'back, p99', value: back(0.99), unit: 's', target: 60 });
  show({ what: 'back, last', value: back(1), unit: 's', target: 60 });
  show({ what: 'wrong seats', value: report.wrongSeats, unit: '', target: 0 });
  show({ what: 'memory of the server', value: report.rssMB, unit: 'MB', target: 600 });
  show({ what: 'event loop, p99 since the start', value: report.loopP99, unit: 'ms', target: 200 });
};
