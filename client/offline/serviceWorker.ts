/**
 * Lets the game open without a network: the page and its parts are kept when the game is first opened, fonts and
 * pictures when they are first used. A newer version waits until the page says that it may take over.
 */
export {};

/** As much of a service worker's world as is used here: the page's own types know nothing of it. */
type Waiting = Event & { readonly waitUntil: (work: Promise<unknown>) => void };
type Asked = Waiting & {
  readonly request: Request;
  readonly respondWith: (answer: Promise<Response>) => void;
};
type Told = Waiting & { readonly data: unknown };
type World = {
  readonly location: Location;
  readonly skipWaiting: () => Promise<void>;
  readonly clients: { readonly claim: () => Promise<void> };
  readonly addEventListener: {
    (kind: 'install' | 'activate', listen: (event: Waiting) => void): void;
    (kind: 'fetch', listen: (event: Asked) => void): void;
    (kind: 'message', listen: (event: Told) => void): void;
  };
};
const world = self as unknown as World;

/** Filled in by the build: a name for this version, and what it is made of. */
declare const BUILD: { readonly version: string; readonly files: readonly string[] };

const CACHE = `between-giants-${BUILD.version}`;
const PAGE = '/';

const keepAll = async (): Promise<void> => {
  const cache = await caches.open(CACHE);
  await cache.addAll([PAGE, ...BUILD.files]);
};

const dropOld = async (): Promise<void> => {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith('between-giants-') && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await world.clients.claim();
};

/** What is kept, then the network; what has a hash in its name never changes, so it is kept for next time. */
const keptFirst = async (request: Request): Promise<Response> => {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request, { ignoreVary: true });
  if (kept !== undefined) return kept;
  const fresh = await fetch(request);
  if (fresh.ok) await cache.put(request, fresh.clone());
  return fresh;
};

/** The page as it is kept, so that it and its parts are of one version; only a first visit goes to the network. */
const page = async (request: Request): Promise<Response> => {
  const kept = await (await caches.open(CACHE)).match(PAGE);
  return kept ?? fetch(request);
};

world.addEventListener('install', (event) => event.waitUntil(keepAll()));
world.addEventListener('activate', (event) => event.waitUntil(dropOld()));
world.addEventListener('message', (event) => {
  if (event.data === 'takeOver') event.waitUntil(world.skipWaiting());
});
world.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== world.location.origin) return;
  if (request.mode === 'navigate' && !url.pathname.startsWith('/api/')) event.respondWith(page(request));
  else if (url.pathname.startsWith('/assets/') || BUILD.files.includes(url.pathname))
    event.respondWith(keptFirst(request));
});
