import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../words/language.ts';
import { Icon } from './icon.tsx';

type DialogProps = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
  readonly wide?: boolean;
};

/** A modal sheet on the browser's own dialog: focus stays inside and goes back afterwards, Escape closes it. */
export const Dialog = ({ title, onClose, children, wide = false }: DialogProps) => {
  const host = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useLayoutEffect(() => {
    const sheet = host.current;
    sheet?.showModal();
    // Closed by itself, it gives the focus back to where it came from; taken off the page it would not.
    return () => sheet?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press beside the sheet closes it; for keys there is Escape
    <dialog
      ref={host}
      class={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={heading}
      onClose={() => {
        if (host.current !== null) onClose();
      }}
      onClick={(event) => {
        if (event.target === host.current) host.current?.close();
      }}
    >
      <div class="dialog-body">
        <header>
          <h2 id={heading}>{title}</h2>
          <button
            type="button"
            class="quiet round"
            aria-label={t('app.close')}
            onClick={() => host.current?.close()}
          >
            <Icon name="cross" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
};
