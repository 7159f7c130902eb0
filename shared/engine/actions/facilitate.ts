import * as z from 'zod/mini';
import { refuse } from '../refusal.ts';
import { openMandates as open, revealNews } from '../rounds.ts';
import { defineAction, Name, PlayerText } from './defineAction.ts';
import { underway } from './preconditions.ts';

/** A facilitator puts a news card on the table. */
export const inject = defineAction({
  type: 'inject',
  roles: ['facilitator'],
  payload: z.strictObject({ card: Name }),
  allowed: (sight, { card }) => {
    if (!sight.book.hasNews(card)) return refuse('news.unknown');
    if (sight.view.news.includes(card)) return refuse('news.shown');
    return underway(sight);
  },
  decide: (turn, { card }) => revealNews(turn, card),
});

/** A facilitator speaks to the table. */
export const announce = defineAction({
  type: 'announce',
  roles: ['facilitator'],
  payload: z.strictObject({ text: PlayerText }),
  allowed: ({ book }, { text }) => {
    const { noteLength } = book.scenario.rules;
    if (text === '') return refuse('message.empty');
    return text.length > noteLength ? refuse('message.tooLong', { max: noteLength }) : null;
  },
  decide: (turn, { text }) => turn.add({ kind: 'announced', text }),
});

/** A facilitator, or the end of the day, opens the drawn mandates and the results after the end. */
export const openMandates = defineAction({
  type: 'openMandates',
  roles: ['system', 'facilitator'],
  payload: z.strictObject({}),
  allowed: ({ view }) => {
    if (view.phase !== 'ended') return refuse('mandates.notYet');
    return view.setup.reveal === 'end' ? refuse('mandates.open') : null;
  },
  decide: open,
});
