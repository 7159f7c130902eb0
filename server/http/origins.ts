import type { IncomingHttpHeaders } from 'node:http';
import type { Request } from 'express';
import type { Config } from '../config.ts';

/** Whether a request or a socket with these headers may speak to the server. */
export type OriginCheck = (headers: IncomingHttpHeaders) => boolean;

const OWN_SITES: readonly string[] = ['same-origin', 'none'];

const isOwn = (origin: string, host: string | undefined): boolean => {
  const own = host?.toLowerCase();
  return own !== undefined && (origin === `http://${own}` || origin === `https://${own}`);
};

/** Makes the check: the server's own pages may, those under PUBLIC_URL and ALLOWED_ORIGINS, and programs unless they are refused. */
export const originCheck = ({
  PUBLIC_URL,
  ALLOWED_ORIGINS,
  ALLOW_PROGRAMS,
}: Pick<Config, 'PUBLIC_URL' | 'ALLOWED_ORIGINS' | 'ALLOW_PROGRAMS'>): OriginCheck => {
  const listed = new Set(ALLOWED_ORIGINS);
  if (PUBLIC_URL !== undefined) listed.add(new URL(PUBLIC_URL).origin);
  return ({ origin, host, 'sec-fetch-site': site }) => {
    if (origin !== undefined) return listed.has(origin) || isOwn(origin, host);
    // A browser that names no origin still says from which site the request comes.
    if (site !== undefined) return OWN_SITES.includes(String(site));
    return ALLOW_PROGRAMS;
  };
};

/** Whether a page came over TLS, also when a proxy that nobody told us to trust has taken it off: the browser says so. */
export const isOverTls = (request: Request): boolean =>
  request.secure || (request.get('origin') ?? '').startsWith('https://');
