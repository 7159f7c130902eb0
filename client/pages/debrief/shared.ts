import { courseOf } from '../../../shared/debrief/course.ts';
import { bookOf } from '../../../shared/scenarios/index.ts';
import type { FinishedTable } from '../../connection/lookBack.ts';
import type { Shared } from '../card/cardDialog.tsx';

/** What is shared of a finished table by one who looks back on it: as they sat there, or as one who watched. */
export const sharedOf = ({ code, created, seat, share, entries }: FinishedTable): Shared => {
  const opening = entries[0]?.events.find((event) => event.kind === 'tableOpened');
  const book = bookOf(opening?.setup.scenario ?? '');
  const { end } = courseOf(book, entries);
  return {
    source: {
      book,
      code: share === null ? '' : code,
      at: created,
      seat,
      score: seat === null ? null : (end.results?.[seat].score ?? null),
      treaties: end.treaties,
      levels: end.levels,
    },
    link: share === null ? null : `${location.origin}/replay/${code}#key=${share}`,
  };
};
