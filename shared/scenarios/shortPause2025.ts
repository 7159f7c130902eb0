import type { Scenario } from './schema.ts';
import { tariffPause2025 } from './tariffPause2025.ts';
import { words } from './words.ts';

/** The ninety-day pause in three rounds of thirty days: the same world, told quickly. For lessons and short evenings. */
export const shortPause2025: Scenario = {
  ...tariffPause2025,
  id: 'short-pause-2025',
  title: words('The pause, in short', '짧은 유예', '短局暂缓'),
  summary: words(
    'The ninety-day pause in three rounds of thirty days: the same levers, mandates and economy, in a quarter of an hour.',
    '90일의 유예를 30일씩 세 라운드로 줄였다. 정책 수단도 훈령도 경제도 그대로, 시간은 15분이면 충분하다.',
    '把九十天暂缓压缩成三轮，每轮三十天：政策工具、训令、经济都不变，一刻钟打完。',
  ),
  rules: {
    ...tariffPause2025.rules,
    rounds: 3,
    daysPerRound: 30,
    capital: { ...tariffPause2025.rules.capital, perRound: 8 },
  },
};
