import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { MemberView } from '../../../server/classes/protocol.ts';
import { MOVED, memberView } from '../../connection/classes.ts';
import { ServerRefusal } from '../../connection/http.ts';
import { Icon } from '../../parts/icon.tsx';
import { Link } from '../../router.tsx';
import { t } from '../../words/language.ts';
import { doorText } from '../../words/refusals.ts';
import { classOf } from './classLinks.ts';
import { goToTable } from './goToTable.ts';

const POLL_MS = 4000;

/** Keeps an eye on the class while somebody is at one of its tables: whoever is moved goes along. */
const useClass = (table: string, code: string | null) => {
  const me = useSignal<MemberView | null>(null);
  const hasMoved = useSignal(false);
  useEffect(() => {
    if (code === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const look = async (): Promise<void> => {
      // A class that can't be asked just now changes nothing at the table.
      const answer = await memberView(code).catch((refusal: unknown) =>
        refusal instanceof ServerRefusal && refusal.code === MOVED ? MOVED : null,
      );
      if (isOver) return;
      if (answer !== null) hasMoved.value = answer === MOVED;
      if (answer !== null && answer !== MOVED) {
        me.value = answer;
        const { place } = answer;
        if (place && place.table !== table && !place.hasEnded)
          await goToTable(code, answer).catch(() => undefined);
      }
      timer = setTimeout(() => void look(), POLL_MS);
    };
    void look();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [table, code]);
  return { me: me.value, hasMoved: hasMoved.value };
};

/** At a table of a class: the way back to the class when something there waits for an answer, or the seat is elsewhere. */
export const ClassThread = ({ table }: { readonly table: string }) => {
  const code = classOf(table);
  const { me, hasMoved } = useClass(table, code);
  // At the table it looks like watching.
  if (hasMoved)
    return (
      <div class="class-thread card seat-moved" role="status">
        <p>{doorText(MOVED)}</p>
        <Link to={`/join/${code}`} class="button gold">
          {t('class.join.press')}
        </Link>
      </div>
    );
  const isAsked = me?.forms.some(({ name, state }) => name === 'after' && state === 'open') ?? false;
  if (code === null || !isAsked) return null;
  return (
    <Link to={`/join/${code}`} class="button gold class-thread">
      <Icon name="compose" size={16} /> {t('class.form.open')}
    </Link>
  );
};
