import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

/**
 * Loaded before a server (`node --import`): puts itself between the server's modules and can make any one call of any
 * function throw. Sites are found, not listed: exported functions, the methods of what they return, the callbacks that they
 * are given, and the methods of classes that they make. Asked and told over HTTP at SABOTAGE_PORT.
 */

/** One call to spoil: the n-th of a site from now on, before or after it has done its work. */
export type Sabotage = { readonly site: string; readonly nth: number; readonly when: 'before' | 'after' };

// The supervisor is given the same environment.
const isServer = process.argv[1]?.endsWith('server/main.ts') === true;
const PORT = isServer ? Number(process.env.SABOTAGE_PORT ?? 0) : 0;
const ROOT = new URL('../../../../', import.meta.url).href;
const PLACES =
  /^(server\/(rooms|http)\/\w+|server\/storage\/(?!migrations)\w+|server\/clock|shared\/table\/\w+|shared\/bots\/(trader|index)|shared\/engine\/(submit|project|events|evolve|log))\.ts$/;
// Types and tables of values only, or used by tests to look at what was stored.
const LEFT_ALONE = /storage\/(backUp|sqliteDialect)|http\/errorCodes/;

let calls = new Map<string, number>();
let armed: Sabotage | null = null;
let left = 0;
let hits = 0;

const note = (site: string): boolean => {
  calls.set(site, (calls.get(site) ?? 0) + 1);
  if (armed?.site !== site) return false;
  left -= 1;
  if (left !== 0) return false;
  hits += 1;
  return true;
};

class SabotageError extends Error {}

type Anything = (...parameters: unknown[]) => unknown;
const wrapped = new WeakSet<object>();

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const isClass = (value: Anything): boolean => /^class\b/.test(Function.prototype.toString.call(value));

/** Callbacks given to a function: handed over one by one, or as parts of one object without getters. */
const wrapParameter = (site: string, value: unknown): unknown => {
  if (typeof value === 'function' && !isClass(value as Anything))
    return wrapCall(`${site} callback`, value as Anything);
  if (!isPlain(value)) return value;
  const descriptors = Object.entries(Object.getOwnPropertyDescriptors(value));
  if (descriptors.some(([, descriptor]) => descriptor.get !== undefined)) return value;
  if (!descriptors.some(([, descriptor]) => typeof descriptor.value === 'function')) return value;
  return Object.fromEntries(
    descriptors.map(([name, { value: part }]) => [
      name,
      typeof part === 'function' && !isClass(part) ? wrapCall(`${site} {${name}}`, part) : part,
    ]),
  );
};

/** What a function gives back: its methods become sites, too. */
const wrapResult = (site: string, value: unknown): unknown => {
  if (value instanceof Promise) return value.then((result) => wrapResult(site, result));
  if (typeof value === 'function') {
    if (!isClass(value as Anything)) return wrapCall(`${site}()`, value as Anything);
    const { prototype } = value as unknown as { prototype: Record<string, Anything> };
    for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(prototype)))
      if (name !== 'constructor' && typeof descriptor.value === 'function')
        prototype[name] = wrapCall(`${site}.${name}`, descriptor.value);
    return value;
  }
  if (!isPlain(value) || wrapped.has(value)) return value;
  if (
    !Object.values(Object.getOwnPropertyDescriptors(value)).some(
      ({ value: part }) => typeof part === 'function',
    )
  )
    return value;
  const known = new Map<PropertyKey, unknown>();
  const proxy = new Proxy(value, {
    get: (target, name) => {
      const part = target[name as string];
      if (typeof part !== 'function') return part;
      if (!known.has(name)) known.set(name, wrapCall(`${site}.${String(name)}`, part as Anything));
      return known.get(name);
    },
  });
  wrapped.add(proxy);
  return proxy;
};

const wrapCall = (site: string, call: Anything, isExport = false): Anything => {
  if (wrapped.has(call) || site.length > 160) return call;
  const spoilt = function (this: unknown, ...parameters: unknown[]): unknown {
    const isSpoilt = note(site);
    const fail = (): never => {
      throw new SabotageError(`sabotage at ${site}`);
    };
    if (isSpoilt && armed?.when === 'before') return fail();
    const given = parameters.map((value) =>
      isExport || typeof value === 'function' ? wrapParameter(site, value) : value,
    );
    const result = wrapResult(site, call.apply(this, given));
    if (!isSpoilt) return result;
    return result instanceof Promise ? result.then(fail) : fail();
  };
  wrapped.add(spoilt);
  return spoilt;
};

Object.assign(globalThis, {
  sabotageExport: (site: string, value: unknown): unknown =>
    typeof value === 'function' && !isClass(value as Anything)
      ? wrapCall(site, value as Anything, true)
      : value,
});

const placeOf = (url: string): string | null => {
  const path = url.startsWith(ROOT) ? url.slice(ROOT.length) : '';
  return PLACES.test(path) && !LEFT_ALONE.test(path) ? path : null;
};

const SPOILT = '?sabotaged';
const REAL = '?real';

/** A module that hands out what the real one exports, each function wrapped. */
const substitute = (url: string): string => {
  const place = placeOf(url) ?? '';
  const names = [
    ...readFileSync(fileURLToPath(url), 'utf8').matchAll(/^export (?:const|function|class) (\w+)/gm),
  ];
  const lines = names.map(
    ([, name]) => `export const ${name} = globalThis.sabotageExport('${place} ${name}', real.${name});`,
  );
  return [`import * as real from '${url}${REAL}';`, ...lines].join('\n');
};

if (PORT !== 0) {
  registerHooks({
    resolve: (specifier, context, next) => {
      const found = next(specifier, context);
      if (found.url.endsWith(REAL) || placeOf(found.url) === null) return found;
      return { ...found, url: found.url + SPOILT };
    },
    load: (url, context, next) => {
      if (!url.endsWith(SPOILT)) return next(url, context);
      const source = substitute(url.slice(0, -SPOILT.length));
      return { format: 'module', source, shortCircuit: true };
    },
  });
  createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const told = request.method === 'POST' ? JSON.parse(Buffer.concat(chunks).toString()) : undefined;
      if (told !== undefined) {
        armed = told as Sabotage | null;
        left = armed?.nth ?? 0;
        hits = 0;
        calls = new Map();
      }
      response.setHeader('connection', 'close');
      response.end(JSON.stringify({ hits, calls: Object.fromEntries(calls) }));
    });
  })
    .listen(PORT, '127.0.0.1')
    .unref();
}
