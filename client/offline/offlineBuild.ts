import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Fonts of scripts with thousands of letters come in hundreds of slices: those are kept as they are used. */
const isKeptAhead = (file: string): boolean =>
  !/(noto-sans|cyrillic|greek|vietnamese).*woff2$|^sw\.js$/.test(file) && /\.(js|css|webp|woff2)$/.test(file);

/** Tells the service worker what the build is made of. Its version is a hash of that, so it changes when anything does. */
export const offlineBuild = (): Plugin => ({
  name: 'offline-build',
  // On what was written: some parts of a bundle are dropped at the very end.
  writeBundle({ dir = '' }, bundle) {
    const built = Object.keys(bundle).filter(isKeptAhead).sort();
    const files = [...built, 'icon.svg', 'icon-192.png', 'manifest.webmanifest'].map((file) => `/${file}`);
    const page = readFileSync(join(dir, 'index.html'), 'utf8');
    const version = createHash('sha256').update(`${files.join()}${page}`).digest('hex').slice(0, 12);
    const worker = join(dir, 'sw.js');
    const code = readFileSync(worker, 'utf8');
    writeFileSync(worker, code.replaceAll('BUILD', JSON.stringify({ version, files })));
  },
});
