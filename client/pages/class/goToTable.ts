import type { MemberView } from '../../../server/classes/protocol.ts';
import { arriveWith } from '../../arrival.ts';
import { takePlace } from '../../connection/http.ts';
import { navigate } from '../../router.tsx';
import { rememberClassOf } from './classLinks.ts';

/** Goes to the table of somebody in a class, in the seat that is held there. */
export const goToTable = async (code: string, { place }: MemberView): Promise<void> => {
  if (place === null) return;
  rememberClassOf(place.table, code);
  arriveWith(await takePlace(place.table, place.seat === null ? 'spectator' : null));
  navigate(`/t/${place.table}`);
};
