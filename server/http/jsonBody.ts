import express, { type RequestHandler } from 'express';
import { refuseRequest } from './answer.ts';
import { problem } from './errorCodes.ts';

const DEEPEST = 20;
const FORBIDDEN: readonly string[] = ['__proto__', 'constructor', 'prototype'];
// Texts, each with the colon behind it that makes it a key. Linear: no part can match in two ways.
const TEXT = /"(?:[^"\\]|\\.)*"(\s*:)?/gs;

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
export const jsonAsSent = (text: string, value: unknown): boolean => {
  const sent = [...text.matchAll(TEXT)].filter(([, colon]) => colon !== undefined).length;
  return keysIn(value) === sent;
};

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
