import { tableFacts } from '../../connection/http.ts';
import { isLocalCode } from '../../connection/local/localPlan.ts';
import { finishedTable } from '../../connection/lookBack.ts';
import type { Desk } from '../../rules.ts';
import type { Shared } from '../card/cardDialog.tsx';

/** Where others can see a table: its replay once its log may be read, else its door. */
const linkTo = async ({ view }: Desk, code: string): Promise<string> => {
  const door = `${location.origin}/t/${code}`;
  if (view.mandates === null) return door;
  return finishedTable(code, null).then(
    ({ share }) => `${location.origin}/replay/${code}#key=${share}`,
    () => door,
  );
};

/** What is shared of the open table's end. A table of this browser has no address for others. */
export const sharedOf = async (at: Desk, code: string): Promise<Shared> => {
  const { book, view, own } = at;
  const isHere = isLocalCode(code);
  const created = isHere ? Date.now() : await tableFacts(code).then((facts) => facts.created, Date.now);
  return {
    source: {
      book,
      code: isHere ? '' : code,
      at: created,
      seat: own?.seat ?? null,
      score: own?.result?.score ?? null,
      treaties: view.treaties,
      levels: view.levels,
    },
    link: isHere ? null : await linkTo(at, code),
  };
};
