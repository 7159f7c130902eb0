/** Whether a page of this origin may speak to the server: its own pages, and those under PUBLIC_URL. Programs send no origin. */
export type OriginCheck = (origin: string | undefined, host: string | undefined) => boolean;

/** Makes the check for a public address. */
export const originCheck = (publicUrl: string | undefined): OriginCheck => {
  const publicOrigin = publicUrl === undefined ? null : new URL(publicUrl).origin;
  return (origin, host) => {
    if (origin === undefined || origin === publicOrigin) return true;
    if (host === undefined) return false;
    const ownHost = host.toLowerCase();
    return origin === `http://${ownHost}` || origin === `https://${ownHost}`;
  };
};
