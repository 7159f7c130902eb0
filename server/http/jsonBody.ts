import express, { type RequestHandler } from 'express';
import { refuseRequest } from './answer.ts';
import { problem } from './errorCodes.ts';

const DEEPEST = 20;
const FORBIDDEN: readonly string[] = ['__proto__', 'constructor', 'prototype'];
const QUOTE = '"';

/** How many keys there are in the text of a value: each has a colon behind it, and within texts colons don't count. */
const keysSent = (json: string): number => {
  let count = 0;
  let isInText = false;
  for (let at = 0; at < json.length; at++) {
    const sign = json[at];
    if (isInText && sign === '\\') at++;
    else if (sign === QUOTE) isInText = !isInText;
    else if (sign === ':' && !isInText) count++;
  }
  return count;
};

/** How many keys a value has in all its parts; null: it is too deep, or has a key that no honest sender uses. */
const keysIn = (value: unknown, depth = 0): number | null => {
  if (typeof value !== 'object' || value === null) return 0;
  if (depth === DEEPEST) return null;
  const keys = Array.isArray(value) ? [] : Object.keys(value);
  if (keys.some((key) => FORBIDDEN.includes(key))) return null;
  let count = keys.length;
  for (const part of Object.values(value)) {
    const inside = keysIn(part, depth + 1);
    if (inside === null) return null;
    count += inside;
  }
  return count;
};

/** Whether a parsed body is all that was sent: no key twice, of which another reader might take the other one. */
export const jsonAsSent = (text: string, value: unknown): boolean => keysIn(value) === keysSent(text);

/** Reads JSON bodies of at most 64 kB, and refuses those that could be read in two ways. */
export const jsonBodies = (): readonly RequestHandler[] => {
  const texts = new WeakMap<object, string>();
  return [
    express.json({
      limit: '64kb',
      verify: (request, _response, bytes) => texts.set(request, bytes.toString()),
    }),
    (request, response, next) => {
      const text = texts.get(request);
      texts.delete(request);
      if (text === undefined || jsonAsSent(text, request.body)) next();
      else refuseRequest(response, problem('request.malformed', { field: '' }));
    },
  ];
};
