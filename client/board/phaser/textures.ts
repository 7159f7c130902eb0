import type { Scene } from 'phaser';
import type { Artist } from '../art/artist.ts';
import type { Art } from '../mark.ts';

/** Pictures whose text changes all the time; the oldest are thrown away. */
const FLEETING = 'pill:';
const MOST_FLEETING = 32;

type Edition = { readonly pixels: number; readonly unit: number; readonly edition: number };

/** The board's textures: every picture is drawn when it is first needed, at the present size. */
export type Shelf = {
  /** Texture pixels for a CSS pixel. */
  readonly pixels: number;
  readonly keyOf: (art: Art) => string;
  /** Adds a texture that is not a picture of the artist's. */
  readonly put: (key: string, canvas: HTMLCanvasElement) => void;
  readonly clear: () => void;
};

/** A shelf for one size of the board; a new size gets a new shelf. */
export const stockShelf = (scene: Scene, artist: Artist, { pixels, unit, edition }: Edition): Shelf => {
  const known = new Set<string>();
  const put = (key: string, canvas: HTMLCanvasElement): void => {
    // `addCanvas` would read the whole canvas back.
    scene.textures.addImage(key, canvas as unknown as HTMLImageElement);
    known.add(key);
  };
  const forget = (key: string): void => {
    scene.textures.remove(key);
    known.delete(key);
  };
  const keyOf = (art: Art): string => {
    const key = `${edition}/${art}`;
    if (known.has(key)) return key;
    if (art.startsWith(FLEETING)) {
      const fleeting = [...known].filter((other) => other.startsWith(`${edition}/${FLEETING}`));
      if (fleeting.length >= MOST_FLEETING) forget(fleeting[0]);
    }
    put(key, artist.draw(art, pixels * unit));
    return key;
  };
  return { pixels, keyOf, put, clear: () => [...known].forEach(forget) };
};
