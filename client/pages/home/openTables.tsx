import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { SEATS, type Seat } from '../../../shared/seats.ts';
import { openTables, type Sitter, type TableFacts } from '../../connection/http.ts';
import { Flag } from '../../parts/flag.tsx';
import { Link } from '../../router.tsx';
import { t, words } from '../../words/language.ts';
import { botName } from '../../words/people.ts';
import { currentOfferings } from '../offered.ts';

const sitterName = (sitter: Sitter): string => {
  if (sitter.kind === 'vacant') return t('seat.vacant');
  return sitter.kind === 'bot' ? botName(sitter.bot) : sitter.name;
};

const SeatCell = ({ seat, sitter }: { readonly seat: Seat; readonly sitter: Sitter }) => (
  <li class={sitter.kind === 'vacant' ? 'free' : ''}>
    <Flag seat={seat} />
    <span class="unseen">{t(`seat.${seat}`)}: </span>
    {sitterName(sitter)}
  </li>
);

const titleOf = (facts: TableFacts): string => {
  const scenario = currentOfferings()?.scenarios.find((one) => one.id === facts.scenario);
  return scenario === undefined ? facts.code : words(scenario.title);
};

const Row = ({ facts }: { readonly facts: TableFacts }) => (
  <li class="table-row">
    <Link to={`/t/${facts.code}`}>
      <span class="table-title">{titleOf(facts)}</span>
      <span class="soft">
        {t(`pace.${facts.timeControl}`)} · {t(`press.${facts.press}`)}
        {facts.phase === 'waiting' ? '' : ` · ${t('open.underway', { round: facts.round })}`}
      </span>
      <ul class="sitters">
        {SEATS.map((seat) => (
          <SeatCell key={seat} seat={seat} sitter={facts.seats[seat]} />
        ))}
      </ul>
    </Link>
  </li>
);

/** The tables that anybody may enter or watch. */
export const OpenTables = () => {
  const tables = useSignal<readonly TableFacts[] | null>(null);
  const load = (): void => {
    openTables().then(
      (found) => {
        tables.value = found;
      },
      () => {
        tables.value = [];
      },
    );
  };
  useEffect(load, []);
  return (
    <section class="card open-tables" aria-labelledby="tables">
      <header class="row between">
        <h2 id="tables">{t('home.tables')}</h2>
        <button type="button" class="quiet" onClick={load}>
          {t('home.refresh')}
        </button>
      </header>
      {tables.value?.length === 0 ? <p class="soft">{t('home.noTables')}</p> : null}
      <ul class="tables">
        {(tables.value ?? []).map((facts) => (
          <Row key={facts.code} facts={facts} />
        ))}
      </ul>
    </section>
  );
};
