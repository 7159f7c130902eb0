import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { MemberView } from '../../../server/classes/protocol.ts';
import { memberView } from '../../connection/classes.ts';
import { Icon } from '../../parts/icon.tsx';
import { Link } from '../../router.tsx';
import { t } from '../../words/language.ts';
import { classOf } from './classLinks.ts';
import { goToTable } from './goToTable.ts';

const POLL_MS = 4000;

/** Keeps an eye on the class while somebody is at one of its tables: whoever is moved goes along. */
const useClass = (table: string, code: string | null): MemberView | null => {
  const me = useSignal<MemberView | null>(null);
  useEffect(() => {
    if (code === null) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const look = async (): Promise<void> => {
      // A class that can't be asked just now changes nothing at the table.
      const found = await memberView(code).catch(() => null);
      if (isOver) return;
      me.value = found ?? me.value;
      const place = found?.place;
      if (found && place && place.table !== table && !place.hasEnded) {
        await goToTable(code, found).catch(() => undefined);
      }
      timer = setTimeout(() => void look(), POLL_MS);
    };
    void look();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [table, code]);
  return me.value;
};

/** At a table of a class: the way back to the class when something there waits for an answer. */
export const ClassThread = ({ table }: { readonly table: string }) => {
  const code = classOf(table);
  const me = useClass(table, code);
  const isAsked = me?.forms.some(({ name, state }) => name === 'after' && state === 'open') ?? false;
  if (code === null || !isAsked) return null;
  return (
    <Link to={`/join/${code}`} class="button gold class-thread">
      <Icon name="compose" size={16} /> {t('class.form.open')}
    </Link>
  );
};
