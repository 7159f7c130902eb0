/** A scenario's text, where `*words*` stand out. Never for what players write. */
export const Prose = ({ text }: { readonly text: string }) => (
  <>{text.split('*').map((piece, i) => (i % 2 === 1 ? <em key={`${i}${piece}`}>{piece}</em> : piece))}</>
);
