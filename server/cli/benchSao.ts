import { randomStream } from '../../shared/simulation/randomStream.ts';
import type { Domain } from '../../shared/simulation/sao/domain.ts';
import { openSpace } from '../../shared/simulation/sao/outcomeSpace.ts';
import { readStrategy, type Strategy } from '../../shared/simulation/sao/saoBots.ts';
import { negotiate, runDomain, type SaoPlan } from '../../shared/simulation/sao.ts';
import { type BenchRow, rounded, timed } from './benchRow.ts';

const ISSUES = 5;
const OPTIONS = 5;
const DOMAINS = 60;
const ROUNDS = 100;

const drawDomain = (name: string): Domain => {
  const random = randomStream(name);
  const issues = Array.from({ length: ISSUES }, (_, i) => `issue ${i}`);
  const party = () => ({
    weights: issues.map(() => 1 / ISSUES),
    values: issues.map(() => Array.from({ length: OPTIONS }, random)),
    reserved: 0.3,
  });
  const values = issues.map(() => Array.from({ length: OPTIONS }, (_, i) => i));
  return { name, issues, values, parties: [party(), party()] };
};

const strategiesOf = (...names: readonly string[]): readonly Strategy[] =>
  names.map(readStrategy).filter((strategy) => strategy !== null);

// negmas: bilateral negotiations a second, measured once.
const OF_NEGMAS = 28;

/** Published domains negotiated per second of processor time, beside the protocol alone. */
export const benchSao = (): readonly BenchRow[] => {
  const domains = Array.from({ length: DOMAINS }, (_, i) => drawDomain(`bench ${i}`));
  const plan: SaoPlan = {
    strategies: strategiesOf('aspiration:4', 'aspiration:0.25'),
    rounds: ROUNDS,
    seed: '1',
  };
  const stubborn: SaoPlan = { ...plan, strategies: strategiesOf('tough', 'tough') };
  const spaces = domains.map(openSpace);
  const measured = (some: readonly Domain[]) => some.map((domain) => runDomain(domain, plan));
  measured(domains);
  const whole = timed(() => measured(domains)).seconds;
  const bare = timed(() => spaces.map((space) => negotiate(space, stubborn))).seconds;
  const unit = 'per CPU-second';
  return [
    {
      name: 'sao negotiations',
      value: rounded(DOMAINS / whole),
      unit,
      note: `aspiration:4 against aspiration:0.25, ${OPTIONS ** ISSUES} outcomes, ${ROUNDS} rounds, with Pareto, Nash and Kalai points`,
      target: OF_NEGMAS,
      cause: 'utilities of all outcomes are ranked once per domain, then an offer is a look-up',
    },
    {
      name: '  ceiling: the protocol alone',
      value: rounded(DOMAINS / bare),
      unit,
      note: `tough against tough, all ${ROUNDS} rounds, nothing measured`,
    },
  ];
};
