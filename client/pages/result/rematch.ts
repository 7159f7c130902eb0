import { arriveWith } from '../../arrival.ts';
import { rematchTable, takePlace } from '../../connection/http.ts';
import { freshSeed, isLocalCode, localCode } from '../../connection/local/localPlan.ts';
import { keepPlan, keptPlan } from '../../connection/local/localShelf.ts';
import { rememberOpened } from '../../identity.ts';
import { navigate } from '../../router.tsx';

/** The same table again in this browser, with another draw; gives its code. */
const againHere = (code: string): string => {
  const plan = keptPlan(code);
  const next = localCode();
  if (plan !== null) keepPlan(next, { ...plan, seed: freshSeed() });
  return next;
};

/** Goes to a table at which a seat is kept for this guest; spectators go on watching. */
export const goOnAt = async (code: string, isWatching: boolean): Promise<void> => {
  arriveWith(await takePlace(code, isWatching ? 'spectator' : null));
  navigate(`/t/${code}`);
};

/** Plays again with everybody who was at a table: whoever asks first opens the next one for all. */
export const playAgain = async (code: string, seats: 'kept' | 'moved'): Promise<void> => {
  if (isLocalCode(code)) return navigate(`/t/${againHere(code)}`);
  const { code: next } = await rematchTable(code, seats);
  rememberOpened(next);
  await goOnAt(next, false);
};
