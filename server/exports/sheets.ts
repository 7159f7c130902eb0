import { WITHHELD } from '../../shared/debrief/discreet.ts';
import { stateHash } from '../../shared/engine/log.ts';
import type { Offer } from '../../shared/engine/state.ts';
import type { AnswerRow } from '../classes/forms.ts';
import type { Cell, Sheet } from './csv.ts';
import { type ExportedTable, type ExportPlan, groupOf, pseudonymOf } from './exported.ts';

/** The happenings of a table, numbered from 1. */
const happenings = ({ entries }: ExportedTable) =>
  entries
    .flatMap((entry) => entry.events.map((event) => ({ entry, event })))
    .map((one, i) => ({ ...one, number: i + 1 }));

const eventsOf = (table: ExportedTable): readonly (readonly Cell[])[] =>
  happenings(table).map(({ entry: { seq, at, actor }, event: { kind, ...facts }, number }) => [
    table.id,
    number,
    seq,
    at,
    actor,
    kind,
    JSON.stringify(facts),
  ]);

const tableRow = (table: ExportedTable, group: string): readonly Cell[] => {
  const { id, entries, end, treatment } = table;
  const { setup } = end;
  return [
    id,
    group,
    setup.scenario,
    setup.press,
    setup.roundMs,
    treatment?.worth ?? null,
    setup.hints === true,
    treatment?.dealing ?? null,
    setup.branch !== undefined,
    end.phase,
    end.round,
    entries.length,
    happenings(table).length,
    end.offers.length,
    end.treaties.length,
    entries[0]?.at ?? null,
    entries.at(-1)?.at ?? null,
    stateHash(end),
  ];
};

const seatRows = ({ id, book, end, people }: ExportedTable): readonly (readonly Cell[])[] =>
  book.scenario.seats.map((seat) => {
    const occupant = end.occupants[seat];
    const result = end.results?.[seat] ?? null;
    return [
      id,
      seat,
      occupant.kind,
      occupant.kind === 'person' ? people[seat].join(' ') : null,
      occupant.kind === 'bot' ? occupant.bot : occupant.kind === 'person' ? occupant.standIn : null,
      end.mandates[seat],
      end.capital[seat],
      end.credibility[seat],
      result?.flow ?? null,
      result?.settlement ?? null,
      result?.capital ?? null,
      result?.penalty ?? null,
      result?.result ?? null,
      result?.score ?? null,
    ];
  });

const offerRow = ({ id, end }: ExportedTable, offer: Offer): readonly Cell[] => [
  id,
  offer.id,
  offer.by,
  offer.parties.join(' '),
  offer.sealed,
  offer.parent,
  offer.round,
  offer.clauses.length,
  offer.accepted.join(' '),
  offer.state,
  offer.state === 'open' ? null : offer.endedIn,
  end.treaties.find((treaty) => treaty.offer === offer.id)?.id ?? null,
  offer.note === '' ? null : offer.note,
];

const clauseRows = ({ id, book, end }: ExportedTable): readonly (readonly Cell[])[] =>
  end.offers.flatMap((offer) =>
    offer.clauses.map(({ lever, level, from }, i) => [
      id,
      offer.id,
      i + 1,
      lever,
      level,
      book.leverOf(lever).levels[level]?.id ?? null,
      from,
    ]),
  );

const messageRows = (table: ExportedTable): readonly (readonly Cell[])[] =>
  happenings(table).flatMap(({ entry: { seq, at }, event }) => {
    if (event.kind !== 'messageSpoken') return [];
    const { id, by, to, text, pledge } = event;
    const verdict = table.end.pledges.find((spoken) => spoken.id === id)?.kept ?? null;
    const terms =
      pledge === null ? [null, null, null, null] : [pledge.lever, pledge.bound, pledge.level, pledge.by];
    return [[table.id, id, seq, at, by, to, text === '' ? null : text, ...terms, verdict]];
  });

const answerCells = (
  { member, form, item, text, answer, at }: AnswerRow,
  plan: ExportPlan,
): readonly Cell[] => [
  pseudonymOf(plan.key, member),
  form,
  item,
  text,
  typeof answer === 'string' && plan.words?.includes(member) !== true ? WITHHELD : answer,
  at,
];

const COLUMNS = {
  tables:
    'table group scenario press round_ms worth hints dealing branch phase rounds entries events offers treaties began_at ended_at state_hash',
  seats:
    'table seat kind people bot mandate capital credibility flow settlement capital_left penalty result score',
  offers: 'table offer by parties sealed parent round clauses accepted state ended_in treaty note',
  clauses: 'table offer clause lever level level_name from_round',
  messages: 'table message entry at by to text pledge_lever pledge_bound pledge_level pledge_by pledge_kept',
  events: 'table event entry at actor kind facts',
  answers: 'person form item text answer at',
} as const;

/** The sheets of an export. Every `table` is a row of `tables`, every `offer` and `entry` one of its table. */
export const sheetsOf = (
  tables: readonly ExportedTable[],
  plan: ExportPlan,
): Readonly<Record<keyof typeof COLUMNS, Sheet>> => {
  const sheet = (name: keyof typeof COLUMNS, rows: Sheet['rows']): Sheet => ({
    columns: COLUMNS[name].split(' '),
    rows,
  });
  return {
    tables: sheet(
      'tables',
      tables.map((table) => tableRow(table, groupOf(plan.key))),
    ),
    seats: sheet('seats', tables.flatMap(seatRows)),
    offers: sheet(
      'offers',
      tables.flatMap((table) => table.end.offers.map((offer) => offerRow(table, offer))),
    ),
    clauses: sheet('clauses', tables.flatMap(clauseRows)),
    messages: sheet('messages', tables.flatMap(messageRows)),
    events: sheet('events', tables.flatMap(eventsOf)),
    answers: sheet(
      'answers',
      plan.answers.map((row) => answerCells(row, plan)),
    ),
  };
};
