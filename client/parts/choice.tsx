import { useId } from 'preact/hooks';

type Option<T extends string> = { readonly value: T; readonly label: string; readonly about?: string };

type ChoiceProps<T extends string> = {
  readonly legend: string;
  readonly options: readonly Option<T>[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly layout?: 'cards' | 'compact' | 'compact wide' | 'rows';
};

/** One out of a few, all in sight: radio buttons that look like cards. */
export const Choice = <T extends string>({
  legend,
  options,
  value,
  onChange,
  layout = 'cards',
}: ChoiceProps<T>) => {
  const name = useId();
  return (
    <fieldset class={`choice ${layout}`}>
      <legend>{legend}</legend>
      <div class="options">
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span class="choice-label">{option.label}</span>
            {option.about ? <span class="choice-about">{option.about}</span> : null}
          </label>
        ))}
      </div>
    </fieldset>
  );
};
