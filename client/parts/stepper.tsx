import { t } from '../words/language.ts';
import { Icon } from './icon.tsx';

type StepperProps = {
  /** What is stepped, for the buttons' names. */
  readonly name: string;
  readonly value: string;
  readonly onLess: (() => void) | null;
  readonly onMore: (() => void) | null;
  readonly isSet?: boolean;
};

/** A value between two buttons, one step each: no dragging. A null step is at its end: its button keeps the focus. */
export const Stepper = ({ name, value, onLess, onMore, isSet = false }: StepperProps) => (
  <span class={isSet ? 'stepper set' : 'stepper'}>
    <button
      type="button"
      aria-label={t('compose.less', { lever: name })}
      aria-disabled={onLess === null}
      onClick={() => onLess?.()}
    >
      <Icon name="minus" size={14} />
    </button>
    <output aria-label={name}>{value}</output>
    <button
      type="button"
      aria-label={t('compose.more', { lever: name })}
      aria-disabled={onMore === null}
      onClick={() => onMore?.()}
    >
      <Icon name="plus" size={14} />
    </button>
  </span>
);
