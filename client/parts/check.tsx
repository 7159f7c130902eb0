import type { Signal } from '@preact/signals';

/** A box to tick. */
export const Check = ({
  id,
  label,
  value,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: Signal<boolean>;
}) => (
  <label class="check" for={id}>
    <input
      id={id}
      type="checkbox"
      checked={value.value}
      onChange={(event) => {
        value.value = event.currentTarget.checked;
      }}
    />
    {label}
  </label>
);
