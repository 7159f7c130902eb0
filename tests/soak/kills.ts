import { quantile } from '../../server/cli/load/drive.ts';
import { FLAWLESS } from '../faults/nemesis/ledger.ts';
import { killTrial } from '../faults/trials/killTrial.ts';
import { mustBe, type Soak } from './soak.ts';

/** R1, R2: killed again and again in mid-game. */
export const kills: Soak = async ({ folder, chance, plan, show, progress }) => {
  const report = await killTrial({
    dataDir: folder,
    rooms: plan.rooms,
    kills: plan.kills,
    chance,
    progress: (kill) => progress(`kill ${kill} of ${plan.kills}`),
  });
  const { acknowledged, ...faults } = report.verdict;
  mustBe('what the log says against what players were told', faults, FLAWLESS);
  mustBe('seats that came back as another', report.wrongSeats, 0);
  const back = (share: number): number => quantile(report.seatsBack, share) ?? 0;
  const { rooms } = plan;
  show({ what: `kills, ${rooms} tables`, value: report.kills, unit: '', target: 200, least: true });
  show({ what: 'acknowledged actions', value: acknowledged, unit: '', target: 1, least: true });
  show({ what: 'lost, done twice, or missing in the order', value: 0, unit: '', target: 0 });
  show({ what: 'seats back, p50 (R2)', value: back(0.5), unit: 'ms', target: 3000 });
  show({ what: 'seats back, p99 (R2)', value: back(0.99), unit: 'ms', target: 10_000 });
  show({ what: 'seats back, last (R2)', value: back(1), unit: 'ms', target: 20_000 });
  show({
    what: 'server back, p50 (R28)',
    value: quantile(report.serverBack, 0.5) ?? 0,
    unit: 'ms',
    target: 2000,
  });
};
