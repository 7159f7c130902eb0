import type { Page } from '@playwright/test';
import { type Player, sit } from './players.ts';

/** The first open offer that waits for this player's answer. */
const waitingOffer = ({ seat, view }: Player): string | undefined =>
  view().offers.find(
    ({ state, parties, accepted }) =>
      state === 'open' && parties.includes(seat as never) && !accepted.includes(seat as never),
  )?.id;

type Action = Parameters<Player['act']>[0];

/** Whether an action was done; one that came too fast is done when it may be. */
const isDone = async ({ act }: Player, action: Action): Promise<boolean> => {
  for (;;) {
    const reply = await act(action);
    if (reply.ok || reply.refusal.code !== 'action.tooFast') return reply.ok;
    await new Promise((resolve) => setTimeout(resolve, Number(reply.refusal.params?.ms)));
  }
};

/** Plays against bots to the last day: yes and no by turns, where yes is allowed, and ready. */
const playOut = async (player: Player): Promise<void> => {
  const { view } = player;
  const standing = (): string => {
    const { phase, round, own } = view();
    return [phase, round, own?.ready, waitingOffer(player)].join();
  };
  const ready = (isReady: boolean): Promise<boolean> => isDone(player, { type: 'ready', ready: isReady });
  const answer = async (offer: string, saysYes: boolean): Promise<boolean> =>
    (saysYes && (await isDone(player, { type: 'accept', offer, spend: 0 }))) ||
    isDone(player, { type: 'decline', offer, note: '' });

  for (let answers = 0; view().phase !== 'ended'; ) {
    const before = standing();
    const offer = waitingOffer(player);
    // Not ready, and ready again: the end of the closing phase is not waited for.
    if (view().phase === 'closing') await ready(false);
    const done = offer === undefined ? ready(true) : answer(offer, answers++ % 2 === 0);
    // What somebody else was faster to do is on its way here.
    if (await done) await player.until(() => standing() !== before);
  }
};

/**
 * Plays the rest of a page's game against bots over a connection of its own, as another tab of the same person: for tests of
 * what comes after it.
 */
export const playOutElsewhere = async (page: Page): Promise<void> => {
  const { origin, pathname } = new URL(page.url());
  const guest = await page.evaluate(() => localStorage.getItem('between-giants.guest'));
  const player = await sit(origin, JSON.parse(guest ?? 'null'), pathname.slice(3));
  await playOut(player);
  await player.leave();
};
