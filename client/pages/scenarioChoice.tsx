import { Choice } from '../parts/choice.tsx';
import { t, words } from '../words/language.ts';
import { currentOfferings } from './offered.ts';

type ScenarioChoiceProps = {
  /** Null: the first one that the server offers. */
  readonly chosen: string | null;
  readonly onChange: (id: string) => void;
};

/** Which of the server's scenarios is to be played. */
export const ScenarioChoice = ({ chosen, onChange }: ScenarioChoiceProps) => {
  const scenarios = currentOfferings()?.scenarios ?? [];
  return (
    <Choice
      layout="rows"
      legend={t('new.scenario')}
      options={scenarios.map(({ id, title, summary }) => ({
        value: id,
        label: words(title),
        about: words(summary),
      }))}
      value={chosen ?? scenarios[0]?.id ?? ''}
      onChange={onChange}
    />
  );
};
