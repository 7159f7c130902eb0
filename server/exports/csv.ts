/** What a cell can hold. null: no value, and the cell is empty. */
export type Cell = string | number | boolean | null;

/** Rows under named columns: every row has a cell for every column. */
export type Sheet = { readonly columns: readonly string[]; readonly rows: readonly (readonly Cell[])[] };

/** Spreadsheets read UTF-8 as such only behind this mark: Korean and Chinese need it. */
const BYTE_ORDER_MARK = '\uFEFF';

/** What a spreadsheet would take for a formula, full-width signs and signs behind spaces included, is led by an apostrophe. */
const FORMULA = /^[\s]*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

const cellText = (cell: Cell): string => {
  if (cell === null) return '';
  if (typeof cell !== 'string') return String(cell);
  const harmless = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

/** Writes a sheet as RFC 4180 asks for, harmless and legible in spreadsheets. */
export const csvOf = ({ columns, rows }: Sheet): string =>
  BYTE_ORDER_MARK + [columns, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('');

/** A name for a file out of whatever somebody typed: letters, figures, - and _, never a path, never empty. */
export const fileName = (wished: string): string =>
  wished
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}_-]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60) || 'export';
