import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkScenario } from '../../shared/scenarios/check.ts';
import { SCENARIOS } from '../../shared/scenarios/index.ts';
import { opened } from './books.ts';
import { tiny } from './tiny.ts';

/** Broken on purpose, so without the types that would forbid it. */
type Json = ReturnType<typeof JSON.parse>;

const copy = (value: unknown): Json => JSON.parse(JSON.stringify(value));

/** The code with which a scenario is refused after an edit; 'ok' when it is not. */
const verdict = (json: Json, edit: (json: Json) => void = () => {}): string => {
  const edited = copy(json);
  edit(edited);
  const result = checkScenario(edited);
  return 'error' in result ? result.error.code : 'ok';
};

const pause = SCENARIOS['tariff-pause-2025'];

describe('checkScenario', () => {
  it.each(Object.values(SCENARIOS))('accepts $id, as JSON and back', (scenario) => {
    expect(checkScenario(copy(scenario))).toEqual({ scenario });
  });

  it('accepts two seats', () => {
    expect(verdict(tiny())).toBe('ok');
    expect(opened(tiny()).mandatesOf('KR')).toEqual([]);
  });

  it('never throws on arbitrary JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(checkScenario(json)).toHaveProperty('error.code', 'scenario.shape');
      }),
    );
  });

  it('never throws on a scenario with a piece of arbitrary JSON in it', () => {
    const paths = Object.keys(pause).flatMap((key) => [
      [key],
      [key, '0'],
      [key, '0', 'id'],
      [key, '0', 'forms'],
    ]);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (path, json) => {
        const edited = copy(tiny());
        const last = path.at(-1)!;
        const holder = path.slice(0, -1).reduce((at: Json, key) => at?.[key], edited);
        if (typeof holder !== 'object' || holder === null) return;
        holder[last] = json;
        const result = checkScenario(edited);
        expect('error' in result || 'scenario' in result).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it.each<[code: string, edit: (json: Json) => void]>([
    ['shape', (json) => delete json.title.ko],
    ['shape', (json) => (json.levers[0].surprise = 1)],
    ['duplicate', (json) => json.levers.push(json.levers[0])],
    ['duplicate', (json) => (json.seats = ['US', 'US'])],
    ['duplicate', (json) => (json.levers[0].levels[1].id = '0')],
    ['level', (json) => (json.levers[0].pause = 3)],
    ['level', (json) => (json.levers[1].snapback = 2)],
    ['seat', (json) => (json.levers[0].owners = ['KR'])],
    ['seat', (json) => (json.components[0].seat = 'KR')],
    ['seat', (json) => (json.mandates[0].seat = 'KR')],
    ['noMandate', (json) => json.mandates.pop()],
    ['unknownLever', (json) => (json.components[0].forms[0].of[0].lever = 'moon')],
    ['unknownLever', (json) => (json.components[1].forms[0].levers[0] = 'moon')],
    ['unknownLever', (json) => (json.mandates[1].goals[0].form.lever = 'moon')],
    ['tableSize', (json) => json.components[1].forms[0].values.pop()],
    ['tableSize', (json) => (json.mandates[1].goals[0].form.values = [0])],
    ['sameLever', (json) => (json.components[1].forms[0].levers = ['money', 'money'])],
    ['knots', (json) => json.components[0].forms[0].knots.reverse()],
    ['unknownComponent', (json) => (json.mandates[0].weights = { moon: 1 })],
    ['foreign', (json) => (json.mandates[0].weights = { 'cn-peace': 1 })],
    ['headline', (json) => (json.mandates[1].goals[0].amount = -1)],
    ['headline', (json) => (json.mandates[1].goals[0].form.values = [1, 1])],
    ['headline', (json) => json.mandates[1].redLines.push({ ...json.mandates[1].goals[0], id: 'war' })],
    [
      'output',
      (json) => (json.components[0].forms = [{ form: 'economy', output: 'realIncome', region: 'US' }]),
    ],
    ['rules', (json) => (json.rules.complete = true)],
  ])('refuses with scenario.%s', (code, edit) => {
    expect(verdict(tiny(), edit)).toBe(`scenario.${code}`);
  });

  it.each<[code: string, edit: (json: Json) => void]>([
    ['blocShares', (json) => (json.mandates[0].blocShares['us-hawks'] = 16)],
    ['blocShares', (json) => (json.mandates[0].blocShares = {})],
    ['unknownBloc', (json) => (json.mandates[0].blocShares = { moon: 100 })],
    ['foreign', (json) => (json.mandates[0].blocShares = { 'cn-coast': 100 })],
    ['tableSize', (json) => json.blocs[0].positions[0].values.pop()],
    ['unknownLever', (json) => (json.news[0].agenda = ['moon'])],
    ['unknownLever', (json) => (json.economy.wedges[5].by = ['moon'])],
    ['tableSize', (json) => json.economy.wedges[5].values.pop()],
    ['tableSize', (json) => (json.stance.x[0].values = [0])],
    ['economy', (json) => (json.economy.wedges[0].values = [-500])],
    ['economy', (json) => (json.news[0].wedges[0].values = [-200])],
    [
      'output',
      (json) => (json.components.find((each: Json) => each.id === 'us-deficit').forms[0].partner = 'US'),
    ],
    [
      'output',
      (json) => (json.components.find((each: Json) => each.id === 'us-jobs').forms[0].sectors = ['MOON']),
    ],
  ])('refuses the tariff pause broken with scenario.%s', (code, edit) => {
    expect(verdict(pause, edit)).toBe(`scenario.${code}`);
  });
});
