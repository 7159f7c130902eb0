import { useMemo } from 'preact/hooks';
import { encode } from 'uqr';
import { t } from '../../words/language.ts';

const QUIET = 3;

/** One square for each dark module, as a single path. */
const pathOf = (modules: readonly (readonly boolean[])[]): string =>
  modules
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : '')))
    .join('');

/** A QR code of an address: dark on ivory, with the quiet border that cameras need. */
export const QrCode = ({ address }: { readonly address: string }) => {
  const { path, size } = useMemo(() => {
    const { data } = encode(address, { border: 0, ecc: 'M' });
    return { path: pathOf(data), size: data.length + 2 * QUIET };
  }, [address]);
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t('class.qr', { address })}>
      <rect width={size} height={size} rx="2" fill="#f4ead2" />
      <path d={path} fill="#0a1420" shape-rendering="crispEdges" />
    </svg>
  );
};
