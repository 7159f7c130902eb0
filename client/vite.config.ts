import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { phaserBuild } from './board/phaserBuild.ts';
import { offlineBuild } from './offline/offlineBuild.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const server = process.env.SERVER ?? 'http://127.0.0.1:2567';

export default defineConfig({
  root: here('.'),
  plugins: [phaserBuild(), offlineBuild()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: {
    fs: { allow: [here('..')] },
    // Everything that is not a page or a module of the client belongs to the game server, its sockets too.
    proxy: {
      '/api': server,
      '/matchmake': server,
      '^/[A-Za-z0-9_-]+/[A-Za-z0-9_-]+\\?sessionId=': { target: server, ws: true },
    },
  },
  build: {
    outDir: here('../dist/client'),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      input: { index: here('index.html'), sw: here('offline/serviceWorker.ts') },
      output: {
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
        codeSplitting: {
          groups: [
            { name: 'phaser', test: /node_modules[\\/]phaser|board[\\/]phaser[\\/]parts/ },
            // What most pages share: many small files would compress badly.
            {
              name: 'common',
              test: /client[\\/](words|parts|signals|connection|[a-z]+\.tsx?$)/i,
              minShareCount: 3,
            },
          ],
        },
      },
    },
  },
});
