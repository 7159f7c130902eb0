import { describe, expect, test } from 'vitest';
import { clause, kinds, koreaChina, only, openGame, tableOffer } from '../helpers/game.ts';

// Packages that every first mandate's legislature lets pass by itself, so that the swing can't turn the tests.
const carsForShips = [clause('us-kr-auto-tariff', '15'), clause('kr-us-shipbuilding', '5')];

describe('offers', () => {
  test('given an offer to one seat, when it accepts, then both legislatures vote and a treaty binds the levers', () => {
    const game = openGame();
    const offer = tableOffer(game, 'US', { to: ['KR'], clauses: carsForShips });
    const events = game.act('KR', { type: 'accept', offer, spend: 4 });
    expect(kinds(events).filter((kind) => kind === 'legislatureVoted')).toHaveLength(2);
    const { treaty } = only(events, 'treatySigned');
    expect(treaty.parties).toEqual(['US', 'KR']);
    expect(game.table.viewOf('CN').treaties.map(({ id }) => id)).toEqual([treaty.id]);
    expect(game.refused('US', { type: 'order', lever: 'us-kr-auto-tariff', level: 0 })).toBe('measure.bound');
    game.toRound(2);
    expect(game.table.state.levels[game.table.book.leverIndex['us-kr-auto-tariff']!]).toBe(1);
  });

  test('given a public three-party offer, when only one accepts, then it stays open until the other does', () => {
    const game = openGame();
    const clauses = [...carsForShips, clause('us-cn-tariff', '30'), clause('cn-us-tariff', '10')];
    const offer = tableOffer(game, 'KR', { to: ['US', 'CN'], clauses });
    expect(kinds(game.act('US', { type: 'accept', offer, spend: 4 }))).not.toContain('treatySigned');
    expect(game.refused('US', { type: 'accept', offer, spend: 4 })).toBe('offer.accepted');
    game.act('US', { type: 'takeBack', offer });
    expect(game.refused('US', { type: 'takeBack', offer })).toBe('offer.notAccepted');
    game.act('US', { type: 'accept', offer, spend: 4 });
    expect(kinds(game.act('CN', { type: 'accept', offer, spend: 4 }))).toContain('treatySigned');
  });

  test('given an offer, when the addressee counters, then the parent ends and only the counter is open', () => {
    const game = openGame();
    const offer = tableOffer(game, 'US', { to: ['KR'], clauses: carsForShips });
    const clauses = [clause('us-kr-auto-tariff', '15')];
    const events = game.act('KR', { type: 'counter', offer, clauses, sealed: false, note: '', spend: 4 });
    const tabled = only(events, 'offerTabled').offer;
    expect(tabled).toMatchObject({ parent: offer, by: 'KR', parties: ['US', 'KR'], accepted: ['KR'] });
    expect(only(events, 'offerCountered')).toMatchObject({ offer, counter: tabled.id });
    expect(game.refused('KR', { type: 'accept', offer, spend: 4 })).toBe('offer.ended');
  });

  test('given an open offer, when it is countered under seal, then outsiders see a plain refusal', () => {
    const game = openGame();
    const offer = tableOffer(game, 'US', { to: ['KR'], clauses: carsForShips });
    const before = game.table.eventsFor('CN').length;
    game.act('KR', { type: 'counter', offer, clauses: [carsForShips[0]!], sealed: true, note: '', spend: 4 });
    const seen = game.table.eventsFor('CN').slice(before);
    expect(seen).toEqual([{ kind: 'offerDeclined', offer, by: 'KR', note: '' }]);
    expect(game.table.viewOf('US').offers.filter(({ state }) => state === 'open')).toHaveLength(1);
  });

  test('given an offer of round 1, when round 2 is resolved, then it has expired, and not before', () => {
    const game = openGame();
    const offer = tableOffer(game, 'US', { to: ['KR'], clauses: carsForShips });
    game.toRound(2);
    expect(game.table.state.offers.find(({ id }) => id === offer)?.state).toBe('open');
    game.toRound(3);
    expect(game.table.state.offers.find(({ id }) => id === offer)?.state).toBe('expired');
  });

  test('given a sealed treaty on a lever, when another party asks for that lever, then the owner cannot accept and the asker learns nothing', () => {
    const game = openGame();
    const sealed = tableOffer(game, 'KR', {
      to: ['CN'],
      clauses: koreaChina(),
      sealed: true,
    });
    game.act('CN', { type: 'accept', offer: sealed, spend: 4 });
    const asked = tableOffer(game, 'US', { to: ['KR'], clauses: [clause('kr-supply-chains', 'diversify')] });
    expect(game.refused('KR', { type: 'accept', offer: asked, spend: 4 })).toBe('offer.leverBound');
    expect(JSON.stringify(game.table.viewOf('US'))).not.toContain(sealed);
  });

  test('given standing offers, when a treaty forbids them to its parties, then they are withdrawn and taken back as usual', () => {
    const game = openGame();
    const lever = clause('kr-investment-screening', 'screen');
    const toUS = tableOffer(game, 'KR', { to: ['US'], clauses: [lever] });
    const ask = tableOffer(game, 'CN', {
      to: ['US', 'KR'],
      clauses: [clause('kr-investment-screening', 'notify'), clause('us-cn-tariff', '54')],
    });
    const deal = tableOffer(game, 'KR', {
      to: ['CN'],
      clauses: [clause('kr-investment-screening', 'notify')],
    });
    const events = game.act('CN', { type: 'accept', offer: deal, spend: 4 });
    expect(events).toContainEqual({ kind: 'offerWithdrawn', offer: toUS, by: 'KR' });
    // The three-party offer has all parties of the treaty at it: an amendment, still allowed.
    expect(game.table.state.offers.find(({ id }) => id === ask)?.state).toBe('open');
  });

  test('given a treaty, when all its parties sign another level, then the amendment replaces the clause', () => {
    const game = openGame();
    const first = tableOffer(game, 'US', { to: ['KR'], clauses: carsForShips });
    game.act('KR', { type: 'accept', offer: first, spend: 4 });
    const second = tableOffer(game, 'KR', { to: ['US'], clauses: [clause('kr-us-shipbuilding', '10')] });
    game.act('US', { type: 'accept', offer: second, spend: 4 });
    const [old, amended] = game.table.state.treaties;
    expect(old?.clauses.map(({ lever }) => lever)).toEqual(['us-kr-auto-tariff']);
    expect(amended?.clauses).toEqual([clause('kr-us-shipbuilding', '10')]);
  });

  test('given a clause that starts later, when rounds pass, then its lever is frozen until then and moves on time', () => {
    const game = openGame();
    const late = [clause('us-kr-auto-tariff', '15', 3), clause('kr-us-shipbuilding', '5', 7)];
    const offer = tableOffer(game, 'US', { to: ['KR'], clauses: late });
    game.act('KR', { type: 'accept', offer, spend: 4 });
    const autos = game.table.book.leverIndex['us-kr-auto-tariff']!;
    const ships = game.table.book.leverIndex['kr-us-shipbuilding']!;
    game.toRound(3);
    expect(game.table.state.levels[autos]).toBe(2);
    game.toRound(4);
    expect(game.table.state.levels[autos]).toBe(1);
    expect(game.table.state.levels[ships]).toBe(0);
    game.toEnd();
    expect(game.table.state.levels[ships]).toBe(1);
  });
});
