import { BlendModes, GameObjects, type Scene } from 'phaser';
import type { Mark } from '../mark.ts';
import type { Shelf } from './textures.ts';

/** Shows lists of marks with a pool of images: the first mark is the one furthest back. */
export type MarkPainter = {
  readonly paint: (marks: readonly Mark[], shelf: Shelf) => void;
  /** Lets go of all textures before they are thrown away. */
  readonly forget: () => void;
};

const BLANK = '__DEFAULT';

const place = (image: GameObjects.Image, mark: Mark, shelf: Shelf): void => {
  const key = shelf.keyOf(mark.art);
  if (image.texture.key !== key) image.setTexture(key);
  image
    .setPosition(mark.x, mark.y)
    .setScale(mark.scaleX / shelf.pixels, mark.scaleY / shelf.pixels)
    .setRotation(mark.turn)
    .setAlpha(mark.alpha)
    .setTint(mark.tint)
    .setBlendMode(mark.glow ? BlendModes.ADD : BlendModes.NORMAL)
    .setVisible(true);
};

export const markPainter = (scene: Scene, layer: GameObjects.Layer): MarkPainter => {
  const pool: GameObjects.Image[] = [];
  const imageAt = (i: number): GameObjects.Image => {
    if (!pool[i]) {
      pool[i] = new GameObjects.Image(scene, 0, 0, BLANK);
      layer.add(pool[i]);
    }
    return pool[i];
  };
  return {
    paint: (marks, shelf) => {
      let used = 0;
      for (const mark of marks) if (mark.alpha > 0.004) place(imageAt(used++), mark, shelf);
      for (let i = used; i < pool.length; i++) pool[i].setVisible(false);
    },
    forget: () => {
      for (const image of pool) image.setTexture(BLANK).setVisible(false);
    },
  };
};
