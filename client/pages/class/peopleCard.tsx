import { useSignal } from '@preact/signals';
import type { ConsoleView, MemberLine, Place, TableRow } from '../../../server/classes/protocol.ts';
import { isSeat } from '../../../shared/seats.ts';
import { Icon } from '../../parts/icon.tsx';
import { ask } from '../../parts/question.tsx';
import { t } from '../../words/language.ts';
import { isThere, placeText } from './classWords.ts';
import { act } from './consoleState.ts';

const keyOf = (place: Place | null): string =>
  place === null ? '' : `${place.table}-${place.seat ?? 'watch'}`;

const placeOf = (key: string): Place | null => {
  const [table, seat = ''] = key.split('-');
  return key === '' ? null : { table: Number(table), seat: isSeat(seat) ? seat : null };
};

/** Every place at a table that still plays. */
const placesAt = (row: TableRow): readonly Place[] => [
  ...row.seats.map(({ seat }) => ({ table: row.number, seat })),
  { table: row.number, seat: null },
];

const move = ({ id, name }: MemberLine, to: Place, onMoved: () => void): void =>
  ask(() => ({
    title: t('class.moveConfirm.title', { name }),
    body: <p class="consequence">{t('class.moveConfirm.body', { name, place: placeText(to) })}</p>,
    action: t('class.move'),
    run: () => {
      onMoved();
      void act({ type: 'place', member: id, ...to });
    },
  }));

const remove = ({ id, name }: MemberLine): void =>
  ask(() => ({
    title: t('class.removeConfirm.title', { name }),
    body: <p class="consequence">{t('class.removeConfirm.body', { name })}</p>,
    action: t('class.removeShort'),
    tone: 'danger',
    run: () => void act({ type: 'remove', member: id }),
  }));

/** Where somebody sits. Choosing alone moves nobody: going through a list by keys, one passes every place in it. */
const Mover = ({ member, rows }: { readonly member: MemberLine; readonly rows: readonly TableRow[] }) => {
  const wanted = useSignal<string | null>(null);
  const current = keyOf(member.place);
  const to = wanted.value === null || wanted.value === current ? null : placeOf(wanted.value);
  return (
    <span class="mover">
      <select
        aria-label={t('class.moveOf', { name: member.name })}
        value={wanted.value ?? current}
        onChange={(event) => {
          wanted.value = event.currentTarget.value;
        }}
      >
        {rows.some(({ number }) => number === member.place?.table) ? null : (
          <option value={current}>{placeText(member.place)}</option>
        )}
        {rows.map((row) => (
          <optgroup key={row.number} label={t('class.table', { number: row.number })}>
            {placesAt(row).map((place) => (
              <option key={keyOf(place)} value={keyOf(place)}>
                {placeText(place)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {to === null ? null : (
        <button
          type="button"
          class="small"
          onClick={() =>
            move(member, to, () => {
              wanted.value = null;
            })
          }
        >
          {t('class.move')}
        </button>
      )}
    </span>
  );
};

/** The people of the class: who is here, where they sit; they can be moved and removed. */
export const PeopleCard = ({ view }: { readonly view: ConsoleView }) => {
  const { members, phase, plan, roster, tables } = view;
  const playing = tables.filter((row) => isThere(row) && row.phase !== 'ended');
  const here = members.filter(({ presence }) => presence !== 'gone').length;
  const expected =
    phase === 'gathering' ? Math.max(roster.length || plan.people, members.length) : members.length;
  return (
    <section class="card class-card people-card" aria-labelledby="people-title">
      <header class="row between">
        <h2 id="people-title">{t('class.people')}</h2>
        <span class="soft" role="status">
          {phase === 'gathering'
            ? t('class.joined', { joined: members.length, expected })
            : t('class.here', { here, expected })}
        </span>
      </header>
      {members.length === 0 ? <p class="soft">{t('class.noPeople')}</p> : null}
      <ul class={phase === 'gathering' ? 'member-chips' : 'member-lines'}>
        {members.map((member) => (
          <li key={member.id}>
            <span class={`light ${member.presence}`} aria-hidden="true" />
            <span class="member-name">
              {member.name}
              <span class="unseen"> {t(`class.light.${member.presence}`)}</span>
            </span>
            {phase === 'running' ? <Mover member={member} rows={playing} /> : null}
            {phase === 'closed' ? null : (
              <button
                type="button"
                class="quiet round small"
                aria-label={t('class.remove', { name: member.name })}
                onClick={() => remove(member)}
              >
                <Icon name="cross" size={14} />
              </button>
            )}
          </li>
        ))}
      </ul>
      {members.length === 0 ? null : (
        <p class="soft agreed">{t('class.agreed', { agreed: view.agreed, of: members.length })}</p>
      )}
    </section>
  );
};
