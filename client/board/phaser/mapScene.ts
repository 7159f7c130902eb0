import { type GameObjects, Scene } from 'phaser';
import type { Artist } from '../art/artist.ts';
import type { Gaze } from '../gaze.ts';
import type { Layout } from '../layout.ts';
import type { Pose } from '../pose.ts';
import { paintBackdrop } from './backdrop.ts';
import { type MarkPainter, markPainter } from './marks.ts';
import { type RibbonPainter, ribbonPainter } from './ribbons.ts';
import { ribbonTextures } from './ribbonTextures.ts';
import { type Shelf, stockShelf } from './textures.ts';

type Painters = { readonly below: MarkPainter; readonly ribbons: RibbonPainter; readonly above: MarkPainter };

/** The one scene: it draws a pose and knows nothing else. */
export class MapScene extends Scene {
  private backdrop: GameObjects.Image | null = null;
  private painters: Painters | null = null;
  private shelf: Shelf | null = null;
  private layout: Layout | null = null;
  private edition = 0;
  private pixels = 1;
  onReady: () => void = () => {};
  onFrame: () => void = () => {};

  constructor() {
    super('map');
  }

  create(): void {
    for (const [key, canvas] of ribbonTextures())
      this.textures.addImage(key, canvas as unknown as HTMLImageElement);
    this.backdrop = this.add.image(0, 0, '__DEFAULT').setOrigin(0, 0);
    const below = markPainter(this, this.add.layer());
    const layers = {
      shadow: this.add.layer(),
      glow: this.add.layer(),
      bed: this.add.layer(),
      core: this.add.layer(),
      dash: this.add.layer(),
    };
    this.painters = {
      below,
      ribbons: ribbonPainter(this, layers),
      above: markPainter(this, this.add.layer()),
    };
    this.cameras.main.setOrigin(0, 0);
    this.onReady();
  }

  override update(): void {
    this.onFrame();
  }

  /** Takes a new size: everything is drawn anew for it. */
  arrange(layout: Layout, pixels: number, map: HTMLImageElement | null, artist: Artist): void {
    const old = this.shelf;
    this.edition++;
    this.layout = layout;
    this.shelf = stockShelf(this, artist, { pixels, unit: layout.unit, edition: this.edition });
    if (map) {
      const key = `backdrop/${this.edition}`;
      this.shelf.put(key, paintBackdrop(map, layout, pixels));
      this.backdrop?.setTexture(key).setScale(1 / pixels);
    }
    this.pixels = pixels;
    this.painters?.ribbons.clear();
    this.painters?.below.forget();
    this.painters?.above.forget();
    old?.clear();
  }

  paint(pose: Pose, gaze: Gaze): void {
    const { painters, shelf, layout } = this;
    if (!painters || !shelf || !layout) return;
    this.cameras.main.setZoom(this.pixels * gaze.zoom).setScroll(gaze.x, gaze.y);
    painters.below.paint(pose.below, shelf);
    painters.ribbons.paint(pose.ribbons, layout);
    painters.above.paint(pose.above, shelf);
  }
}
