/**
 * `npm run coach -- --games 180 --scenario tariff-pause-2025 --rivals trader`: what somebody scores who does all that the
 * coach says, in each seat against two bots of one kind, beside bots that play the same draws. Draw i has the seed "coach i".
 */
import { parseArgs } from 'node:util';
import { botNamed } from '../../shared/bots/index.ts';
import { SEATS } from '../../shared/seats.ts';
import { estimateMean } from '../../shared/simulation/bootstrap.ts';
import { type Learner, obedient, playingAs, scoreOf } from './learner.ts';

const { values } = parseArgs({
  options: {
    games: { type: 'string', default: '180' },
    scenario: { type: 'string', default: 'tariff-pause-2025' },
    rivals: { type: 'string', default: 'trader' },
  },
});
const draws = Math.ceil(Number(values.games) / SEATS.length);

const asBot = (name: string): readonly [string, Learner] => {
  const bot = botNamed(name);
  if (bot === null) throw new Error(`no bot "${name}"`);
  return [name, playingAs(bot)];
};

const learners = [['coach', obedient] as const, ...['trader', 'analyst', 'statesman'].map(asBot)];

console.log(
  `${SEATS.length * draws} games each of ${values.scenario} against ${values.rivals}s; points, 95 % over draws`,
);
for (const [name, learner] of learners) {
  const scores = Array.from({ length: draws }, (_, i) => {
    const all = SEATS.map((seat) => scoreOf(learner, seat, values.rivals, `coach ${i}`, values.scenario));
    return all.reduce((sum, score) => sum + score, 0) / SEATS.length;
  });
  const { mean, low, high } = estimateMean(scores);
  console.log(`${name.padEnd(10)} ${mean.toFixed(1)} [${low.toFixed(1)}, ${high.toFixed(1)}]`);
}
