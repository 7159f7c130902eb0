import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const command = fileURLToPath(new URL('../../server/cli/economy.ts', import.meta.url));

const economy = (...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], { encoding: 'utf8' });
  return { status, stdout, stderr };
};

const solved = (...words: string[]) => JSON.parse(economy(...words, '--json').stdout);

describe('npm run economy', () => {
  it('prints one JSON object with welfare in full precision', () => {
    const { status, stdout, stderr } = economy('--tariff', 'US<KR:goods=25', '--json');
    expect([status, stderr]).toEqual([0, '']);
    const { regions, realIncome, wages, tariffRevenue, iterations, residual, ...rest } = JSON.parse(stdout);
    expect(rest).toEqual({});
    expect(regions).toEqual(['US', 'KR', 'CN', 'RW']);
    [0.999978719, 0.993594223, 1.000031959, 1.000062371].forEach((value, n) => {
      expect(Math.abs(realIncome[n] - value)).toBeLessThan(1e-8);
    });
    expect(wages[0]).toBe(1);
    expect(Math.abs(wages[1] - 0.980338168)).toBeLessThan(1e-8);
    expect(tariffRevenue[0]).toBeGreaterThan(90);
    expect(iterations).toBeGreaterThan(1);
    expect(residual).toBeLessThan(1e-8);
  });

  it('adds tariffs up', () => {
    const sectors = ['AGR', 'NRG', 'CHP', 'ELE', 'AUT', 'MET', 'SHP', 'MCH', 'OTH', 'SRV'];
    const apart = ['US', 'KR', 'CN'].flatMap((n) => sectors.flatMap((j) => ['-t', `RW<${n}:${j}=5`]));
    expect(solved(...apart).realIncome).toEqual(solved('-t', 'RW<*:all=2', '-t', 'RW<*:all=3').realIncome);
  });

  it('puts levers in force, tariffs on top, and leaves the others at the pause', () => {
    const pause = solved('--levers', '{}');
    const cars = solved('--levers', '{"us-kr-auto-tariff":"15"}');
    expect(pause.realIncome[0]).toBeLessThan(1);
    expect(cars.realIncome[1]).toBeGreaterThan(pause.realIncome[1]);
    const byHand = solved('--levers', '{"us-kr-auto-tariff":"15"}', '--tariff', 'US<KR:AUT=10');
    expect(Math.abs(byHand.realIncome[1] - pause.realIncome[1])).toBeLessThan(1e-10);
  });

  it('prints a table for people', () => {
    const { status, stdout } = economy('--tariff', 'US<CN:goods=145', '--tariff', 'CN<US:goods=125');
    expect(status).toBe(0);
    expect(stdout).toMatch(/US +-0\.457 %/);
    expect(stdout).toMatch(/CN +-0\.443 %/);
  });

  it.each<[number, string, string[]]>([
    [2, 'usage', ['--bogus']],
    [2, 'economy.tariffForm', ['--tariff', 'US=25']],
    [2, 'economy.leversForm', ['--levers', '[1]']],
    [1, 'economy.unknownName', ['--tariff', 'US<EU:AUT=25']],
    [1, 'economy.unknownName', ['--tariff', 'US<KR:CARS=25']],
    [1, 'economy.unknownLever', ['--levers', '{"moon":"1"}']],
    [1, 'economy.unknownLevel', ['--levers', '{"us-kr-auto-tariff":"16"}']],
    [1, 'economy.badWedge', ['--tariff', 'US<KR:AUT=-100']],
    [1, 'economy.badModel', ['--tariff', 'US<US:AUT=5']],
  ])('exit code %d, %s: %j', (status, code, words) => {
    const refused = economy(...words, '--json');
    expect(refused.status).toBe(status);
    expect(JSON.parse(refused.stdout)).toEqual({ error: { code, params: expect.any(Object) } });
    expect(refused.stderr.trim().split('\n')).toHaveLength(1);
    expect(refused.stderr).not.toContain(code);
  });
});
