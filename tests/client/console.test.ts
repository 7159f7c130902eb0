import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const kept = new Map<string, string>();
let asked: string[];

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  kept.clear();
  vi.stubGlobal('location', { origin: 'http://here', pathname: '/class/KLMN23', search: '', hash: '' });
  vi.stubGlobal('addEventListener', () => {});
  vi.stubGlobal('document', { createElement: () => ({}), documentElement: { dataset: {} } });
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, text: string) => kept.set(name, text),
    removeItem: (name: string) => kept.delete(name),
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const refusal = (status: number, code: string): Response =>
  Response.json({ error: { code, params: {} } }, { status });

/** Follows a class while its server answers the secret like this, one time after the other. */
const open = async (...answers: readonly (() => Response)[]) => {
  let isOpen = false;
  const entering = [...answers];
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path.split('/').at(-1)!);
    if (!path.endsWith('/enter'))
      return isOpen ? Response.json({ code: 'KLMN23', now: 0 }) : refusal(403, 'class.notYours');
    const answer = entering.shift()!();
    isOpen = answer.ok;
    return answer;
  });
  const { closedBy, followClass, shown, unheard } = await import('../../client/pages/class/consoleState.ts');
  const stop = followClass('KLMN23', 'the-secret');
  await vi.advanceTimersByTimeAsync(2000);
  stop();
  return { closedBy: closedBy.value, isShown: shown.value !== null, unheard: unheard.value };
};

const yes = (): Response => Response.json({ code: 'KLMN23' });

test('a secret that meets a server which is starting again is shown to it until it has answered', async () => {
  const away = (): Response => {
    throw new TypeError('fetch failed');
  };
  expect(await open(away, () => refusal(429, 'request.tooFast'), yes)).toEqual({
    closedBy: null,
    isShown: true,
    unheard: null,
  });
  expect(kept.get('between-giants.class.KLMN23')).toBe('the-secret');
  expect(asked.slice(0, 4)).toEqual(['enter', 'enter', 'enter', 'console']);
});

test('a wrong secret is shown once, and not kept', async () => {
  const no = (): Response => refusal(403, 'class.notYours');
  expect(await open(no)).toMatchObject({ closedBy: 'class.notYours', isShown: false });
  expect(asked.filter((path) => path === 'enter')).toHaveLength(1);
  expect([...kept.keys()]).toEqual([]);
});

test('as long as nobody answers, the console says so', async () => {
  const away = (): Response => {
    throw new TypeError('fetch failed');
  };
  expect(await open(away, away, away, away)).toMatchObject({ isShown: false, unheard: { code: 'network' } });
});

test('an answer that comes when the console of another class is open is not shown there', async () => {
  let answer: (response: Response) => void = () => {};
  vi.stubGlobal('fetch', () => new Promise<Response>((resolve) => (answer = resolve)));
  const { followClass, shown } = await import('../../client/pages/class/consoleState.ts');
  const leave = followClass('KLMN23', null);
  const late = answer;
  leave();
  const leaveOther = followClass('PQRS23', null);
  late(Response.json({ code: 'KLMN23', now: 0 }));
  await vi.advanceTimersByTimeAsync(0);
  expect(shown.value).toBe(null);
  answer(Response.json({ code: 'PQRS23', now: 0 }));
  await vi.advanceTimersByTimeAsync(0);
  expect(shown.value).toMatchObject({ code: 'PQRS23' });
  leaveOther();
});
