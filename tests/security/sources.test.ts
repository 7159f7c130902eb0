import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

/** What can be seen in the sources and in the lock file. */
const filesUnder = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesUnder(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });

const sources = ['shared', 'server', 'client'].flatMap(filesUnder).map((path) => ({
  path,
  code: readFileSync(path, 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, ''),
}));
const where = (pattern: RegExp, folder = ''): string[] =>
  sources.filter(({ path, code }) => path.startsWith(folder) && pattern.test(code)).map(({ path }) => path);

describe('S9, S17: in the sources', () => {
  test('S9: nothing ever becomes markup or code: texts are texts', () => {
    expect(
      where(
        /innerHTML|outerHTML|dangerouslySetInnerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|srcdoc|javascript:|\beval\(|new Function\(|\.createFromHTML|window\.addEventListener\('message'/,
        'client',
      ),
    ).toEqual([]);
  });

  test('S3: the client puts its token in a header and nowhere else', () => {
    expect(where(/[?&](token|_authToken)=/)).toEqual([]);
    expect(where(/\.token\b/, 'client').filter((path) => !/connection\/|class/.test(path))).toEqual([]);
  });

  test('S17: the server redirects nobody but within the administration', () => {
    expect(
      where(/\.redirect\(|\bLocation\b|'location'/, 'server').filter(
        (path) => !path.startsWith('server/admin/'),
      ),
    ).toEqual([]);
  });
});

// A literal stands where a value may: behind a bracket, a comma, a sign or `return`.
const LITERAL =
  /(?:[(,=:[!&|?{};]|return|=>)\s*(\/(?![*/])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[dgimsuvy]*)/g;

const patterns = new Map(
  sources.flatMap(({ path, code }) =>
    [...code.matchAll(LITERAL)].map(([, literal = '']) => [literal, path] as const),
  ),
);

const compiled = (literal: string): RegExp => {
  const end = literal.lastIndexOf('/');
  return new RegExp(literal.slice(1, end), literal.slice(end + 1));
};

const LENGTH = 100_000;
const fill = (part: string, end = ''): string =>
  part.repeat(Math.ceil(LENGTH / part.length)).slice(0, LENGTH) + end;
const ADVERSARIAL: readonly string[] = [
  fill('a', '!'),
  fill('0', 'x'),
  fill(' ', 'x'),
  fill('\t', '\u0000'),
  fill('-', '!'),
  fill('a-', '!'),
  fill('a.', '!'),
  fill('a,', '!'),
  fill('/', '!'),
  fill('"', '\\'),
  fill('\\"', 'x'),
  fill('\\', 'x'),
  fill('{{', '!'),
  fill('}}', '!'),
  fill('[[', ']'),
  fill('A0', '\n'),
  fill('\r\n', 'x'),
  fill('한', '!'),
  fill('\u200d', 'x'),
  fill('a b ', '\u202e'),
  fill('x=1;', '!'),
  fill('://', '!'),
  `Bearer ${fill('A')}`,
  `bot:${fill('a', '\n')}`,
];
// Five times what is aimed at (50 ms): only what isn't linear fails, not a busy machine.
const SLOW_MS = 250;

describe('S16: regular expressions', () => {
  test('S16: they were found', () => {
    expect(patterns.size).toBeGreaterThan(30);
    for (const literal of patterns.keys()) expect(() => compiled(literal), literal).not.toThrow();
  });

  test(`S16: each of them takes 100 kB of anything in its stride`, () => {
    const slow: string[] = [];
    for (const [literal, path] of patterns) {
      for (const text of ADVERSARIAL) {
        const pattern = compiled(literal);
        const began = performance.now();
        if (pattern.global) text.replace(pattern, '');
        else pattern.test(text);
        const ms = performance.now() - began;
        if (ms > SLOW_MS)
          slow.push(`${path} ${literal} on ${JSON.stringify(text.slice(0, 12))}: ${ms.toFixed(0)} ms`);
      }
    }
    expect(slow).toEqual([]);
  });

  test('S16: none is built from what somebody wrote', () => {
    // Those that are built have fixed parts only: names that the code itself gives.
    const builders = where(/new RegExp\(/);
    expect(builders.filter((path) => !/^server\/(cli\/load|admin)\//.test(path))).toEqual([]);
  });
});

type Manifest = {
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
  readonly overrides: Record<string, string>;
  readonly allowScripts: Record<string, boolean>;
};
type Locked = {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
  readonly optional?: boolean;
};
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Record<string, Locked>;
};
const locked = Object.entries(lock.packages).filter(([path]) => path !== '');

const LICENCES = [
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'Python-2.0',
  'MIT-0',
];
/** Tools may be MPL-2.0, fonts OFL-1.1. */
const ALSO: Readonly<Record<string, RegExp>> = {
  'MPL-2.0': /lightningcss|@axe-core\/playwright|axe-core/,
  'OFL-1.1': /@fontsource/,
};
/** Packages that name theirs in their own way; read in the files that they bring. */
const READ: Readonly<Record<string, string>> = { '@colyseus/playground': 'MIT', '@pm2/io': 'Apache-2.0' };
const nameOf = (path: string): string =>
  path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

describe('S20: dependencies', () => {
  test('S20: versions are exact, and the same in the lock file', () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
      expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version);
    }
    for (const [name, version] of Object.entries(manifest.overrides))
      expect(version, name).toMatch(/^(npm:@?[\w/-]+@)?\d+\.\d+\.\d+$/);
  });

  test('S20: at most 25 direct ones at run time', () => {
    const direct = Object.keys(manifest.dependencies);
    expect(direct.length, direct.join(' ')).toBeLessThanOrEqual(25);
  });

  test('S20: what the server imports is there without the packages of development', () => {
    const imported = sources
      .filter(({ path }) => !path.startsWith('client/'))
      .flatMap(({ code }) => [...code.matchAll(/(?:from|import)\s*\(?\s*'([@a-z][^']*)'/g)])
      .flatMap(([, name = '']) => (name.startsWith('node:') ? [] : [name.match(/^(@[^/]+\/)?[^/]+/)?.[0]]));
    expect(imported.length).toBeGreaterThan(20);
    expect(
      [...new Set(imported)].filter((name) => !Object.hasOwn(manifest.dependencies, name ?? '')),
    ).toEqual([]);
  });

  test('S20: every package comes from the registry, with its hash; none from git', () => {
    for (const [path, { resolved, integrity }] of locked) {
      // Where nothing else is said, it is the registry.
      if (resolved !== undefined) expect(resolved, path).toMatch(/^https:\/\/registry\.npmjs\.org\//);
      expect(integrity, path).toMatch(/^sha512-/);
    }
  });

  test('S20: only node and msgpackr-extract run a script when they are installed', () => {
    const scripts = locked
      .filter(([, { hasInstallScript }]) => hasInstallScript === true)
      .map(([path]) => nameOf(path));
    expect(scripts.filter((name) => !['node', 'msgpackr-extract', 'fsevents'].includes(name))).toEqual([]);
    expect(manifest.allowScripts).toEqual({ node: true, 'msgpackr-extract': true });
  });

  test('S20: licences', () => {
    const isGood = (name: string, licence: string): boolean =>
      licence
        .replace(/[()]/g, '')
        .split(/ OR | AND /)
        .some((one) => LICENCES.includes(one) || ALSO[one]?.test(name) === true);
    const bad = locked.filter(
      ([path, { license }]) => !isGood(nameOf(path), READ[nameOf(path)] ?? license ?? 'none'),
    );
    expect(bad.map(([path, { license }]) => `${nameOf(path)} ${license}`)).toEqual([]);
  });
});
