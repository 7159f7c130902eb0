import { expect, it } from 'vitest';
import { type Letter, openOutbox, type Shelf } from '../../client/connection/outbox.ts';

const shelf = (text: string | null = null): Shelf & { text: string | null } => ({
  text,
  read() {
    return this.text;
  },
  write(next) {
    this.text = next;
  },
});

const letter = (id: string): Letter => ({ action: { type: 'ready', ready: true, id }, round: 1 });

it('keeps what was not answered over a reload, in order', () => {
  const kept = shelf();
  const outbox = openOutbox(kept);
  for (const id of ['first-one', 'second-one', 'third-one']) outbox.add(letter(id));
  outbox.settle('second-one');
  expect(openOutbox(kept).letters()).toEqual([letter('first-one'), letter('third-one')]);
});

it('leaves nothing behind when all was answered', () => {
  const kept = shelf();
  const outbox = openOutbox(kept);
  outbox.add(letter('first-one'));
  outbox.settle('first-one');
  expect(kept.text).toBeNull();
});

it.each(['{', '"x"', '{"a":1}'])('begins empty when the shelf holds %j', (text) => {
  expect(openOutbox(shelf(text)).letters()).toEqual([]);
});
