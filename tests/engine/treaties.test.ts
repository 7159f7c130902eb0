import { describe, expect, test } from 'vitest';
import { clause, koreaChina, only, openGame, tableOffer } from '../helpers/game.ts';

const signed = (sealed: boolean) => {
  const game = openGame();
  const offer = tableOffer(game, 'KR', {
    to: ['CN'],
    clauses: koreaChina(),
    sealed,
  });
  const { treaty } = only(game.act('CN', { type: 'accept', offer, spend: 4 }), 'treatySigned');
  return { game, treaty };
};

describe('denunciation', () => {
  test('given a treaty, when a party denounces it, then it falls one full round later and costs capital, credibility and result', () => {
    const { game, treaty } = signed(false);
    const before = game.table.state;
    game.act('CN', { type: 'denounce', treaty: treaty.id });
    const { capital, credibility, penalties } = game.table.state;
    expect(before.capital.CN - capital.CN).toBe(15 + 3 * 4);
    expect(credibility.CN).toBe(90);
    expect(penalties.CN).toBe(8);
    expect(game.refused('KR', { type: 'denounce', treaty: treaty.id })).toBe('treaty.denounced');
    game.toRound(2);
    expect(game.refused('KR', { type: 'order', lever: 'kr-supply-chains', level: 1 })).toBe('measure.bound');
    game.toRound(3);
    expect(game.table.state.treaties[0]?.fallen).toBe(true);
    game.act('KR', { type: 'order', lever: 'kr-supply-chains', level: 1 });
  });

  test('given a sealed treaty, when it is denounced, then the third seat learns that it exists and not what it says', () => {
    const { game, treaty } = signed(true);
    expect(game.table.viewOf('US').treaties).toEqual([]);
    const before = game.table.eventsFor('US').length;
    game.act('KR', { type: 'denounce', treaty: treaty.id });
    const seen = game.table.eventsFor('US').slice(before);
    expect(seen.map(({ kind }) => kind)).toEqual(['sealedTreatyRevealed', 'credibilityChanged']);
    expect(JSON.stringify(seen)).not.toContain('supply');
  });

  test('given the last round, nobody can denounce any more', () => {
    const { game, treaty } = signed(false);
    game.toRound(6);
    expect(game.refused('CN', { type: 'denounce', treaty: treaty.id })).toBe('denounce.lastRound');
  });
});

describe('resolution', () => {
  test('given measures ordered in secret, when the round is resolved, then treaties come first and a measure on a bound lever is refunded', () => {
    const game = openGame();
    game.act('KR', { type: 'order', lever: 'kr-supply-chains', level: 2 });
    game.act('KR', { type: 'order', lever: 'kr-us-tariff', level: 1 });
    expect(game.table.viewOf('US').own?.measures).toEqual([]);
    expect(game.refused('KR', { type: 'order', lever: 'kr-investment-screening', level: 1 })).toBe(
      'measure.tooMany',
    );
    const spent = game.table.state.capital.KR;
    const offer = tableOffer(game, 'KR', { to: ['CN'], clauses: [clause('kr-supply-chains', 'as-is')] });
    game.act('CN', { type: 'accept', offer, spend: 4 });
    game.tick();
    const events = game.tick();
    expect(only(events, 'measureCancelled')).toMatchObject({ lever: 'kr-supply-chains', bound: true });
    expect(only(events, 'measureTaken')).toMatchObject({ seat: 'KR', lever: 'kr-us-tariff', to: 1 });
    expect(game.table.state.capital.KR).toBeGreaterThanOrEqual(spent);
  });

  test('given neither treaty nor measure, when the game ends, then every result is exactly 0', () => {
    const game = openGame();
    game.toEnd();
    for (const result of Object.values(game.table.state.results!))
      expect(result).toMatchObject({ result: 0, score: 0 });
  });

  test('given a measure on a lever that does not snap back, when the game ends, then it still stands', () => {
    const game = openGame();
    game.act('CN', { type: 'order', lever: 'cn-kr-rare-earths', level: 2 });
    game.act('US', { type: 'order', lever: 'us-kr-steel-tariff', level: 0 });
    game.toEnd();
    const levelOf = (lever: string) => game.table.state.levels[game.table.book.leverIndex[lever]!];
    expect(levelOf('cn-kr-rare-earths')).toBe(2);
    expect(levelOf('us-kr-steel-tariff')).toBe(2);
  });

  test('given pledges, when they are due, then they are judged for those who heard them and a broken public one costs credibility', () => {
    const game = openGame();
    const pledge = { lever: 'cn-kr-rare-earths', bound: 'atMost', level: 0, by: 1 } as const;
    game.act('CN', { type: 'speak', to: 'all', text: 'Open by spring.', pledge });
    game.act('CN', { type: 'speak', to: 'KR', text: '', pledge: { ...pledge, level: 1, by: 2 } });
    game.tick();
    const events = game.tick();
    expect(only(events, 'pledgeJudged').kept).toBe(false);
    expect(game.table.state.credibility.CN).toBe(95);
    game.toRound(3);
    const verdicts = (viewer: 'KR' | 'US') =>
      game.table.eventsFor(viewer).filter(({ kind }) => kind === 'pledgeJudged').length;
    expect([verdicts('KR'), verdicts('US')]).toEqual([2, 1]);
  });

  test('given sealed offers, when the round is resolved, then the others see one list of who met, without count', () => {
    const game = openGame();
    const clauses = [clause('kr-supply-chains', 'as-is')];
    tableOffer(game, 'KR', { to: ['CN'], clauses, sealed: true });
    tableOffer(game, 'CN', { to: ['KR'], clauses, sealed: true });
    expect(game.table.viewOf('US').met).toEqual([]);
    game.toRound(2);
    expect(game.table.viewOf('US').met).toEqual([[['KR', 'CN']]]);
  });
});

describe('the agenda', () => {
  test('given the defence cost, when the US first tables it, then it pays, Korea may answer, and China knows nothing of it', () => {
    const game = openGame();
    const defence = clause('kr-defence-cost', '3');
    const wish = { type: 'table' as const, sealed: false, note: '', spend: 4, clauses: [defence] };
    expect(game.refused('KR', { ...wish, to: ['US'] })).toBe('offer.offAgenda');
    const before = game.table.state.capital.US;
    tableOffer(game, 'US', {
      to: ['KR'],
      clauses: [defence, clause('kr-us-shipbuilding', '15'), clause('kr-us-energy', '25')],
      sealed: true,
    });
    expect(before - game.table.state.capital.US).toBe(6);
    expect(game.table.viewOf('KR').agenda).toEqual(['kr-defence-cost']);
    expect(game.table.viewOf('CN').agenda).toEqual([]);
  });
});
