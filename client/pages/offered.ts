import { signal } from '@preact/signals';
import { type Offerings, offerings } from '../connection/http.ts';

const known = signal<Offerings | null>(null);
let asking: Promise<Offerings> | null = null;

const fetchOnce = (): Promise<Offerings> => {
  asking ??= offerings().then(
    (answer) => {
      known.value = answer;
      return answer;
    },
    (refusal: unknown) => {
      asking = null;
      throw refusal;
    },
  );
  return asking;
};

/** What the server offers: scenarios and bots. Asked once; null until it has answered. */
export const currentOfferings = (): Offerings | null => {
  if (known.value === null) fetchOnce().catch(() => undefined);
  return known.value;
};

/** The same, waited for. */
export const awaitOfferings = fetchOnce;
