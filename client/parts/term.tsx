import type { ComponentChildren } from 'preact';
import { useId, useRef } from 'preact/hooks';
import { t } from '../words/language.ts';

/** The words of the game that explain themselves, in the order of the glossary. */
export const TERMS = [
  'lever',
  'offer',
  'counter',
  'sealed',
  'ratification',
  'treaty',
  'measure',
  'pledge',
  'capital',
  'credibility',
  'mandate',
  'goal',
  'redLine',
  'worth',
  'reservation',
  'closing',
  'snapback',
  'flow',
  'settlement',
  'score',
] as const;
export type TermId = (typeof TERMS)[number];

const isTerm = (id: string): id is TermId => TERMS.some((term) => term === id);

const GAP = 8;
const EDGE = 10;

/** Puts the note under its word, or over it where there is no room, and always inside the window. */
const place = (word: HTMLElement, note: HTMLElement): void => {
  const at = word.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = note;
  const below = at.bottom + GAP;
  const top = below + height > innerHeight - EDGE ? Math.max(EDGE, at.top - GAP - height) : below;
  note.style.top = `${top}px`;
  note.style.left = `${Math.min(Math.max(EDGE, at.left), Math.max(EDGE, innerWidth - width - EDGE))}px`;
};

type TermProps = { readonly id: TermId; readonly children?: ComponentChildren };

/**
 * A word that explains itself: press it, by mouse, finger or key, and a note opens; Escape closes it. The browser's own
 * popover, so that it lies over dialogs, too.
 */
export const Term = ({ id, children }: TermProps) => {
  const key = useId();
  const word = useRef<HTMLButtonElement>(null);
  const note = useRef<HTMLSpanElement>(null);
  const name = t(`term.${id}`);
  return (
    <>
      <button
        type="button"
        class="term"
        ref={word}
        popovertarget={key}
        title={t('term.explain', { term: name })}
      >
        {children ?? name}
      </button>
      <span
        popover="auto"
        id={key}
        class="term-note"
        ref={note}
        onToggle={(event) => {
          if (event.newState === 'open' && word.current && note.current) place(word.current, note.current);
        }}
      >
        <b>{name}</b>
        <span>{t(`term.${id}.about`)}</span>
      </span>
    </>
  );
};

const MARK = /\[\[(\w+)\|([^\]]+)\]\]/;

/** A text of the catalogue in which `[[snapback|snaps back]]` is a word that explains itself. */
export const TermText = ({ text }: { readonly text: string }) => (
  <>
    {text.split(/(\[\[\w+\|[^\]]+\]\])/).map((piece, i) => {
      const found = MARK.exec(piece);
      if (found === null || !isTerm(found[1])) return piece;
      return (
        <Term key={i} id={found[1]}>
          {found[2]}
        </Term>
      );
    })}
  </>
);
