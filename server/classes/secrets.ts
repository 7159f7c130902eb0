import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const SECRET = /^[A-Za-z0-9_-]{22}$/;

/** A fresh secret of 128 bits, for a URL's fragment. */
export const newSecret = (): string => randomBytes(16).toString('base64url');

/** What is kept of a secret. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

const areEqual = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
};

/** Whether a secret is the one of this hash; takes the same time however wrong it is. */
export const isSecret = (secret: string, hash: string): boolean =>
  SECRET.test(secret) && areEqual(hashOf(secret), hash);

/** The key of one line of a class's roster: whoever has it comes under the name of that line. */
export const rosterKey = (classKey: string, line: number): string =>
  createHmac('sha256', classKey).update(`roster ${line}`).digest('base64url').slice(0, 22);

/** Whether a key belongs to a line of the roster. */
export const isRosterKey = (classKey: string, line: number, key: string): boolean =>
  areEqual(rosterKey(classKey, line), key);

const cookieName = (code: string): string => `class-${code}`;

/** The secret of a class in a request's cookies, or null. */
export const secretIn = (cookies: string | undefined, code: string): string | null => {
  const wanted = `${cookieName(code)}=`;
  const found = (cookies ?? '').split(/;\s*/).find((cookie) => cookie.startsWith(wanted));
  return found === undefined ? null : found.slice(wanted.length);
};

/** The codes of the classes for which a request has cookies. */
export const codesIn = (cookies: string | undefined): readonly string[] =>
  [...(cookies ?? '').matchAll(/(?:^|;\s*)class-([0-9A-Z]{6})=/g)].map((match) => match[1] ?? '');

/** The cookie that opens a class's console: for our own pages only, unseen by scripts, for 400 days. */
export const secretCookie = (code: string, secret: string, isSecure: boolean): string =>
  [
    `${cookieName(code)}=${secret}`,
    'Path=/api',
    'Max-Age=34560000',
    'HttpOnly',
    'SameSite=Strict',
    ...(isSecure ? ['Secure'] : []),
  ].join('; ');

/** Takes the cookie of a class back. */
export const spentCookie = (code: string): string =>
  `${cookieName(code)}=; Path=/api; Max-Age=0; HttpOnly; SameSite=Strict`;
