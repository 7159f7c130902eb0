import type { Dealing, Remainder, Seating } from '../../../server/classes/protocol.ts';
import type { Seat } from '../../../shared/seats.ts';
import { Check } from '../../parts/check.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Flag } from '../../parts/flag.tsx';
import { t, words } from '../../words/language.ts';
import { botName } from '../../words/people.ts';
import { currentOfferings } from '../offered.ts';
import type { ClassForm } from './classForm.ts';
import { scenarioOf } from './classWords.ts';

const SEATINGS: readonly Seating[] = ['shuffled', 'order'];
const REMAINDERS: readonly Remainder[] = ['bots', 'delegates', 'observers'];
const DEALINGS: readonly Dealing[] = ['same', 'each', 'chosen'];
const MOST_TABLES = 40;

const MandateChoice = ({ form, seat }: { readonly form: ClassForm; readonly seat: Seat }) => {
  const scenario = scenarioOf(form.scenario.value ?? '');
  const label = t('class.new.mandateOf', { seat: t(`seat.${seat}`) });
  return (
    <div class={`seat-row seat-${seat}`}>
      <label for={`mandate-${seat}`}>
        <Flag seat={seat} /> {label}
      </label>
      <select
        id={`mandate-${seat}`}
        value={form.mandates.value[seat] ?? ''}
        onChange={(event) => {
          const { [seat]: _, ...others } = form.mandates.value;
          const id = event.currentTarget.value;
          form.mandates.value = id === '' ? others : { ...others, [seat]: id };
        }}
      >
        <option value="">{t('class.new.mandateDrawn')}</option>
        {scenario.mandates
          .filter((mandate) => mandate.seat === seat)
          .map((mandate) => (
            <option key={mandate.id} value={mandate.id}>
              {words(mandate.label)}
            </option>
          ))}
      </select>
    </div>
  );
};

const TableCount = ({ form }: { readonly form: ClassForm }) => (
  <div class="field">
    <label for="tables">{t('class.new.tables')}</label>
    <select
      id="tables"
      value={form.tables.value ?? ''}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        form.tables.value = typed === '' ? null : Number(typed);
      }}
    >
      <option value="">{t('class.new.tablesAuto')}</option>
      {Array.from({ length: MOST_TABLES }, (_, i) => i + 1).map((count) => (
        <option key={count} value={count}>
          {count}
        </option>
      ))}
    </select>
  </div>
);

const BotChoice = ({ form }: { readonly form: ClassForm }) => (
  <div class="field">
    <label for="class-bot">{t('class.new.bot')}</label>
    <select
      id="class-bot"
      value={form.bot.value}
      onChange={(event) => {
        form.bot.value = event.currentTarget.value;
      }}
    >
      {(currentOfferings()?.bots ?? [form.bot.value]).map((bot) => (
        <option key={bot} value={bot}>
          {botName(bot)}
        </option>
      ))}
    </select>
  </div>
);

const Roster = ({ form }: { readonly form: ClassForm }) => (
  <div class="field">
    <label for="roster">{t('class.new.roster')}</label>
    <textarea
      id="roster"
      rows={4}
      aria-describedby="roster-hint"
      value={form.roster.value}
      onInput={(event) => {
        form.roster.value = event.currentTarget.value;
      }}
    />
    <small id="roster-hint">{t('class.new.rosterHint')}</small>
  </div>
);

/** Who sits where and with what: usual values that most classes keep. */
export const SeatFields = ({ form }: { readonly form: ClassForm }) => (
  <details class="card class-card">
    <summary>{t('class.new.more')}</summary>
    <Choice
      legend={t('class.new.seating')}
      options={SEATINGS.map((value) => ({
        value,
        label: t(`class.seating.${value}`),
        about: t(`class.seating.${value}.about`),
      }))}
      value={form.seating.value}
      onChange={(seating) => {
        form.seating.value = seating;
      }}
    />
    <Choice
      legend={t('class.new.remainder')}
      options={REMAINDERS.map((value) => ({
        value,
        label: t(`class.remainder.${value}`),
        about: t(`class.remainder.${value}.about`),
      }))}
      value={form.remainder.value}
      onChange={(remainder) => {
        form.remainder.value = remainder;
      }}
    />
    <Choice
      legend={t('class.new.dealing')}
      options={DEALINGS.map((value) => ({
        value,
        label: t(`class.dealing.${value}`),
        about: t(`class.dealing.${value}.about`),
      }))}
      value={form.dealing.value}
      onChange={(dealing) => {
        form.dealing.value = dealing;
      }}
    />
    {form.dealing.value === 'chosen' || form.contrasts.value.dealing.includes('chosen') ? (
      <div class="seat-rows">
        {scenarioOf(form.scenario.value ?? '').seats.map((seat) => (
          <MandateChoice key={seat} form={form} seat={seat} />
        ))}
      </div>
    ) : null}
    <div class="pair">
      <TableCount form={form} />
      <BotChoice form={form} />
    </div>
    <div class="checks">
      <Check id="worth" label={t('class.new.worth')} value={form.worth} />
      <Check id="hints" label={t('new.hints')} value={form.hints} />
      <Check id="explain" label={t('class.new.explain')} value={form.explain} />
    </div>
    <Roster form={form} />
  </details>
);
