import { recall, remember } from '../../memory.ts';

/** The address at which people join. */
export const joinAddress = (code: string): string => `${location.origin}/join/${code}`;

/** The personal address of one line of the roster. */
export const rosterAddress = (code: string, line: number, key: string): string =>
  `${joinAddress(code)}#r=${line}.${key}`;

/** The facilitator's own address, with the secret in its fragment; null where this browser does not know it. */
export const ownAddress = (code: string): string | null => {
  const secret = recall(`class.${code}`);
  return secret === null ? null : `${location.origin}/class/${code}#${secret}`;
};

/** Keeps the secret of a class in this browser. */
export const rememberSecret = (code: string, secret: string): void => remember(`class.${code}`, secret);

/** Forgets the secret of a class that is no more. */
export const forgetSecret = (code: string): void => remember(`class.${code}`, null);

/** The secret of a class, as far as this browser knows it. */
export const knownSecret = (code: string): string | null => recall(`class.${code}`);

/** Whether other devices could not reach this page under the address that this browser uses. */
export const isLocalOnly = (): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname);

/** Remembers that a table belongs to a class, so that its page leads back there. */
export const rememberClassOf = (table: string, code: string): void => remember(`classOf.${table}`, code);

/** The class to which a table belongs, as far as this browser knows. */
export const classOf = (table: string): string | null => recall(`classOf.${table}`);
