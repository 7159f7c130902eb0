import { signal } from '@preact/signals';

/** A newer version of the game has come and waits. */
export const hasUpdate = signal(false);

/** Whether a game is being played in this tab: then nothing may load the page anew. */
export const isPlaying = signal(false);

/** Whether the browser says that it has a network at all. */
export const isOnline = signal(navigator.onLine);

let waiting: ServiceWorker | null = null;

const watch = (registration: ServiceWorkerRegistration): void => {
  const arrived = (worker: ServiceWorker | null): void => {
    // The very first worker replaces nothing: there is nothing to tell.
    if (worker === null || navigator.serviceWorker.controller === null) return;
    waiting = worker;
    hasUpdate.value = true;
  };
  arrived(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed') arrived(worker);
    });
  });
};

/**
 * Has the browser keep the game, so that it opens without a network. Where that is not to be had (plain http in a
 * classroom, private windows), the game just needs its network.
 */
export const keepOffline = (): void => {
  addEventListener('online', () => {
    isOnline.value = true;
  });
  addEventListener('offline', () => {
    isOnline.value = false;
  });
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  addEventListener('load', () => {
    navigator.serviceWorker.register('/sw.js').then(watch, () => undefined);
  });
};

/** Changes to the newer version: the page loads anew. */
export const takeUpdate = (): void => {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting?.postMessage('takeOver');
};
