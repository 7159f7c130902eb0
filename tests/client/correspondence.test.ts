import { expect, it } from 'vitest';
import { correspond } from '../../client/connection/correspondence.ts';
import { type Letter, openOutbox, type Shelf } from '../../client/connection/outbox.ts';

const memoryShelf = (): Shelf => {
  let kept: string | null = null;
  return {
    read: () => kept,
    write: (text) => {
      kept = text;
    },
  };
};

const READY = { type: 'ready', ready: true } as const;

it('gives every action an id of its own, and its own answer back', async () => {
  const letters = correspond(openOutbox(memoryShelf()));
  const [one, other] = [letters.write(READY, 1), letters.write(READY, 1)];
  expect(one.letter.action.id).toMatch(/^[A-Za-z0-9_-]{8,40}$/);
  expect(one.letter.action.id).not.toBe(other.letter.action.id);
  expect(letters.unanswered.value).toBe(2);
  const answer = { id: other.letter.action.id, ok: true } as const;
  expect(letters.settle(answer)).toBe(true);
  expect(await other.reply).toEqual(answer);
  expect(letters.unanswered.value).toBe(1);
});

it('sends again, with the same ids, what was not answered in this round', () => {
  const letters = correspond(openOutbox(memoryShelf()));
  const { letter } = letters.write(READY, 2);
  const sent: Letter[] = [];
  expect(letters.resume(2, (again) => sent.push(again))).toBe(0);
  expect(sent).toEqual([letter]);
});

it('gives up what was meant for a round that is over, and says so to whoever waits', async () => {
  const letters = correspond(openOutbox(memoryShelf()));
  const { reply } = letters.write(READY, 2);
  const sent: Letter[] = [];
  expect(letters.resume(3, (again) => sent.push(again))).toBe(1);
  expect(sent).toEqual([]);
  expect(await reply).toBeNull();
  expect(letters.unanswered.value).toBe(0);
});

it('knows an answer to an action that was sent before the page was loaded', () => {
  const shelf = memoryShelf();
  const { letter } = correspond(openOutbox(shelf)).write(READY, 1);
  const reloaded = correspond(openOutbox(shelf));
  expect(reloaded.unanswered.value).toBe(1);
  expect(reloaded.settle({ id: letter.action.id, ok: true })).toBe(false);
  expect(reloaded.unanswered.value).toBe(0);
});
