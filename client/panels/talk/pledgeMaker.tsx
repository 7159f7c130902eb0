import type { Pledge } from '../../../shared/engine/state.ts';
import type { Lever } from '../../../shared/scenarios/schema.ts';
import type { Desk } from '../../rules.ts';
import { figure, levelText } from '../../words/figures.ts';
import { t, words } from '../../words/language.ts';

const ownLevers = ({ book, own }: Desk): readonly Lever[] =>
  book.scenario.levers.filter(({ owners }) => own !== null && owners.includes(own.seat));

/** A pledge to begin with; null for a seat that has no lever of its own. */
export const firstPledge = (at: Desk): Pledge | null => {
  const lever = ownLevers(at)[0];
  if (lever === undefined) return null;
  const level = at.view.levels[at.book.leverIndex[lever.id]];
  return { lever: lever.id, bound: 'atMost', level, by: at.rules.rounds };
};

type MakerProps = { readonly at: Desk; readonly pledge: Pledge; readonly onChange: (pledge: Pledge) => void };

/** Own lever, at least or at most a level, by a round: cheap talk that is judged. */
export const PledgeMaker = ({ at, pledge, onChange }: MakerProps) => {
  const levers = ownLevers(at);
  const lever = at.book.leverOf(pledge.lever);
  const rounds = Array.from({ length: at.rules.rounds - at.view.round + 1 }, (_, i) => at.view.round + i);
  return (
    <fieldset class="pledge-maker">
      <legend>{t('talk.pledge')}</legend>
      <label>
        <span>{t('talk.pledgeLever')}</span>
        <select
          value={pledge.lever}
          onChange={(event) => {
            const next = event.currentTarget.value;
            onChange({ ...pledge, lever: next, level: at.view.levels[at.book.leverIndex[next]] });
          }}
        >
          {levers.map(({ id, label }) => (
            <option key={id} value={id}>
              {words(label)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span class="unseen">{t('talk.pledgeBound')}</span>
        <select
          value={pledge.bound}
          onChange={(event) => onChange({ ...pledge, bound: event.currentTarget.value as Pledge['bound'] })}
        >
          <option value="atMost">{t('talk.atMost')}</option>
          <option value="atLeast">{t('talk.atLeast')}</option>
        </select>
      </label>
      <label>
        <span class="unseen">{t('talk.pledgeLevel')}</span>
        <select
          value={String(pledge.level)}
          onChange={(event) => onChange({ ...pledge, level: Number(event.currentTarget.value) })}
        >
          {lever.levels.map((level, i) => (
            <option key={level.id} value={String(i)}>
              {levelText(lever, i)}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t('talk.pledgeBy')}</span>
        <select
          value={String(pledge.by)}
          onChange={(event) => onChange({ ...pledge, by: Number(event.currentTarget.value) })}
        >
          {rounds.map((round) => (
            <option key={round} value={String(round)}>
              {t('talk.pledgeRound', { round })}
            </option>
          ))}
        </select>
      </label>
      <small>{t('talk.pledgeHint', { credibility: figure(at.rules.credibility.brokenPledge) })}</small>
    </fieldset>
  );
};
