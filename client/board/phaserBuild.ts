import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const pathOf = (file: string): string => fileURLToPath(new URL(file, import.meta.url));

/** Phaser's own switches for parts of itself. They are written as `typeof NAME`, which no definition can turn off. */
const SWITCHES: Readonly<Record<string, boolean>> = {
  WEBGL_RENDERER: true,
  CANVAS_RENDERER: false,
  WEBGL_DEBUG: false,
  FEATURE_SOUND: false,
  PLUGIN_CAMERA3D: false,
  PLUGIN_FBINSTANT: false,
};

/** Builds the board on the parts of Phaser that it uses: the package exports the whole in one piece, of which nothing can be shaken off. */
export const phaserBuild = (): Plugin => ({
  name: 'phaser-build',
  apply: 'build',
  enforce: 'pre',
  config: () => ({
    resolve: {
      alias: [
        { find: /^phaser$/, replacement: pathOf('phaser/parts.cjs') },
        { find: /^phaser-source/, replacement: pathOf('../../node_modules/phaser/src') },
      ],
    },
  }),
  transform: {
    filter: { id: /node_modules\/phaser\/src\// },
    handler: (code) =>
      code.replace(/\btypeof ([A-Z][A-Z0-9_]+)/g, (all, name) => String(SWITCHES[name] ?? all)),
  },
});
