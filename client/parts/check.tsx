import type { Signal } from '@preact/signals';

type CheckProps = { readonly id: string; readonly label: string; readonly value: Signal<boolean> };

/** One thing that may be so or not. */
export const Check = ({ id, label, value }: CheckProps) => (
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
