import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/** The laws of the house (README, "The house"). Each failing test says which law was broken and where. */
const filesUnder = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesUnder(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });

type SourceFile = {
  readonly path: string;
  readonly text: string;
  readonly code: string;
  readonly imports: readonly string[];
};

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'";]*?from\s+'([^']+)'|(?:^|\n)\s*import\s+'([^']+)'|import\(\s*'([^']+)'\s*\)/g;

const read = (path: string): SourceFile => {
  const text = readFileSync(path, 'utf8');
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
  const imports = [...code.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
  return { path, text, code, imports };
};

const shared = filesUnder('shared').map(read);
const server = filesUnder('server').map(read);
const client = filesUnder('client').map(read);
const all = [...shared, ...server, ...client];

/** The load tool measures beside the game what the bare libraries can do. */
const FLOORS = /^server\/cli\/load\/echo\w+\.ts$/;

const target = (file: SourceFile, specifier: string): string | null =>
  specifier.startsWith('.') ? relative('.', resolve(dirname(file.path), specifier)) : null;

const breaches = (files: readonly SourceFile[], isBreach: (file: SourceFile) => unknown): string[] =>
  files.filter((file) => isBreach(file)).map((file) => file.path);

describe('laws of the house', () => {
  test('L1: shared imports only zod/mini and itself', () => {
    const strangers = shared.flatMap((file) =>
      file.imports
        .filter((specifier) => specifier !== 'zod/mini' && !target(file, specifier)?.startsWith('shared/'))
        .map((specifier) => `${file.path} -> ${specifier}`),
    );
    expect(strangers).toEqual([]);
  });

  test('L2: inside shared, imports go upward only', () => {
    const order = [
      'seats.ts',
      'unstacked.ts',
      'economy',
      'scenarios',
      'engine',
      'protocol.ts',
      'bots',
      'coach',
      'table',
      'simulation',
      'debrief',
    ];
    const floor = (path: string): number => order.indexOf(path.split('/')[1] ?? '');
    const downward = shared.flatMap((file) =>
      file.imports.flatMap((specifier) => {
        const to = target(file, specifier);
        if (to === null || file.path.startsWith('shared/text')) return [];
        return floor(to) > floor(file.path) || floor(to) < 0 ? [`${file.path} -> ${to}`] : [];
      }),
    );
    expect(downward).toEqual([]);
    const catalogues = shared.filter((file) => file.path.startsWith('shared/text'));
    const importing = catalogues.flatMap((file) =>
      file.imports
        .filter((specifier) => !target(file, specifier)?.startsWith('shared/text/'))
        .map((specifier) => `${file.path} -> ${specifier}`),
    );
    expect(importing).toEqual([]);
  });

  test('L3: colyseus, phaser, the SDK and SQL each live in one room', () => {
    const uses = (pattern: RegExp) => (file: SourceFile) =>
      file.imports.some((specifier) => pattern.test(specifier));
    const outside = (pattern: RegExp, home: RegExp) =>
      breaches(all, (file) => uses(pattern)(file) && !home.test(file.path) && !FLOORS.test(file.path));
    expect(outside(/^(colyseus|@colyseus\/(?!sdk))/, /^server\/(rooms\/|app\.ts)/)).toEqual([]);
    expect(outside(/^phaser$/, /^client\/board\/phaser\//)).toEqual([]);
    expect(outside(/^@colyseus\/sdk$/, /^client\/connection\/remote\.ts$/)).toEqual([]);
    expect(outside(/^(kysely|node:sqlite|pg)$/, /^server\/storage\//)).toEqual([]);
  });

  test('L4: no clock, chance or locale in shared', () => {
    const clocks =
      /\bMath\.random\b|\bDate\b|\bperformance\.|\bIntl\.|\.toLocale|\bsetTimeout\b|\bsetInterval\b/;
    expect(
      breaches(
        shared.filter((file) => !file.path.startsWith('shared/text')),
        (file) => clocks.test(file.code),
      ),
    ).toEqual([]);
  });

  test('L6: no import cycles', () => {
    const graph = new Map(
      all.map((file) => [
        file.path,
        file.imports.map((specifier) => target(file, specifier)).filter((to) => to !== null),
      ]),
    );
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) {
        cycles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
        return;
      }
      if (done.has(path)) return;
      for (const next of graph.get(path) ?? []) visit(next, [...trail, path]);
      done.add(path);
    };
    // Types alone do not make a cycle at run time, but they make one in the reader's head.
    for (const path of graph.keys()) visit(path, []);
    expect(cycles).toEqual([]);
  });

  test('L9: rooms are thin, and rooms, routes and the board ask the engine for submit, project and types only', () => {
    const long = breaches(
      server.filter((file) => file.path.startsWith('server/rooms/')),
      (file) => file.text.split('\n').length > 150,
    );
    expect(long).toEqual([]);
    const insiders = [...server, ...client]
      .filter((file) => /^(server\/(rooms|http|cli)|client\/board)\//.test(file.path))
      .flatMap((file) =>
        [...file.code.matchAll(/import\s+(type\s+)?([^;]*?)from\s+'([^']*shared\/engine\/[^']+)'/g)]
          .filter(([, type]) => type === undefined)
          .filter(([, , , path]) => !/\/(submit|project|log)\.ts$/.test(path ?? ''))
          .filter(([, , names]) => !/^\{\s*(type\s+\w+,?\s*)+\}\s*$/.test(names ?? ''))
          .map(([, , , path]) => `${file.path} -> ${path}`),
      );
    expect(insiders).toEqual([]);
  });

  test("the product names no other folder of anybody's machine", () => {
    expect(breaches(all, (file) => /\/work\/|\/tmp\/w\//.test(file.text))).toEqual([]);
  });
});
