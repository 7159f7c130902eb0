import { Game, Scale, WEBGL } from 'phaser';
import { engageArtist } from '../art/artist.ts';
import type { BoardEvent } from '../event.ts';
import { loadFonts, wordsOf } from '../fonts.ts';
import { layoutOf, type Size } from '../layout.ts';
import type { BoardModel } from '../model.ts';
import { cut, gazeOn, gripped, openTimeline, poseAt, reacted, shown } from '../timeline.ts';
import { loadMap } from './backdrop.ts';
import { MapScene } from './mapScene.ts';

/** What an opened stage can be told. */
export type Stage = {
  readonly show: (model: BoardModel) => void;
  readonly react: (event: BoardEvent) => void;
  readonly hold: (isHeld: boolean) => void;
  readonly seek: (t: number) => void;
  readonly destroy: () => void;
};

type StageOptions = { readonly model: BoardModel; readonly isStill: boolean; readonly isCalm: boolean };

/** More canvas pixels than this for a CSS pixel cost much and show little. */
const MOST_PIXELS = 2;
/** A machine that needs longer than this for a frame (ms) gets fewer of them, so that the page stays quick. */
const SLOW_FRAME = 42;
const SPARING_FPS = 12;

const pixelRatio = (): number => Math.min(MOST_PIXELS, Math.max(1, window.devicePixelRatio));

const sizeOf = (host: HTMLElement): Size => ({
  width: Math.max(200, host.clientWidth),
  height: Math.max(160, host.clientHeight),
});

const openGame = (host: HTMLElement, scene: MapScene): Promise<Game> => {
  const { width, height } = sizeOf(host);
  const k = pixelRatio();
  return new Promise((resolve) => {
    const game = new Game({
      type: WEBGL,
      parent: host,
      banner: false,
      transparent: false,
      backgroundColor: '#071522',
      disableContextMenu: false,
      audio: { noAudio: true },
      input: { keyboard: false, mouse: false, touch: false, gamepad: false },
      scale: { mode: Scale.NONE, width: width * k, height: height * k, zoom: 1 / k, expandParent: false },
      // One texture a batch: with several, Phaser compares an interpolated number for equality, and pictures break up
      // wherever that number is not exact (seen on SwiftShader, and legal on any graphics card).
      render: { antialiasGL: false, powerPreference: 'low-power', maxTextures: 1 },
      scene,
    });
    scene.onReady = () => resolve(game);
  });
};

/** Opens the drawn board in an element. */
export const openStage = async (host: HTMLElement, options: StageOptions): Promise<Stage> => {
  const scene = new MapScene();
  const isQuiet = options.isStill || options.isCalm;
  let timeline = openTimeline(options.model);
  let layout = layoutOf(sizeOf(host));
  let map: HTMLImageElement | null = null;
  let sought: number | null = isQuiet ? 0 : null;
  const [artist, game] = await Promise.all([
    engageArtist(),
    openGame(host, scene),
    loadFonts(options.model),
    loadMap(layout.shape).then(
      (image) => {
        map = image;
      },
      () => {},
    ),
  ]);
  game.canvas.setAttribute('aria-hidden', 'true');
  game.canvas.style.display = 'block';
  game.canvas.style.pointerEvents = 'none';

  const started = performance.now();
  const now = (): number => sought ?? performance.now() - started;

  let frames = 0;
  scene.onFrame = () => {
    scene.paint(poseAt(timeline, layout, now()), gazeOn(timeline, layout, now()));
    if (++frames === 90 && game.loop.rawDelta > 0 && 1000 / game.loop.actualFps > SLOW_FRAME)
      game.loop.setFPSLimit(SPARING_FPS);
  };
  const redraw = (): void => {
    if (sought !== null) game.step(sought, 0);
  };
  const arrange = (): void => {
    const k = pixelRatio();
    game.scale.resize(layout.width * k, layout.height * k);
    // In this order: resizing alone leaves the canvas's shown size as it was when the zoom is 1.
    game.scale.setZoom(1 / k);
    scene.arrange(layout, k, map, artist);
    redraw();
  };
  const stop = (): void => {
    if (game.loop.running) game.loop.stop();
  };

  if (isQuiet) stop();
  arrange();
  if (isQuiet) game.step(0, 0);

  let pending = 0;
  const observer = new ResizeObserver(() => {
    // Hidden: nothing to draw for. The loop sleeps until the host is back.
    if (host.clientWidth === 0) return game.loop.sleep();
    if (sought === null) game.loop.wake();
    const size = sizeOf(host);
    if (size.width === layout.width && size.height === layout.height) return;
    window.clearTimeout(pending);
    pending = window.setTimeout(async () => {
      const next = layoutOf(size);
      if (next.shape !== layout.shape || !map) map = await loadMap(next.shape).catch(() => map);
      layout = next;
      arrange();
    }, 80);
  });
  observer.observe(host);
  game.renderer.on('restorewebgl', redraw);

  let words = wordsOf(options.model);
  const spell = (model: BoardModel): void => {
    if (wordsOf(model) === words) return;
    words = wordsOf(model);
    loadFonts(model).then(arrange);
  };

  return {
    show: (model) => {
      timeline = isQuiet ? cut(timeline, model) : shown(timeline, model, now());
      spell(model);
      redraw();
    },
    react: (event) => {
      if (!options.isCalm) timeline = reacted(timeline, event, now());
    },
    hold: (isHeld) => {
      timeline = gripped(timeline, isHeld, now());
    },
    seek: (t) => {
      stop();
      sought = t;
      game.step(t, 0);
    },
    destroy: () => {
      window.clearTimeout(pending);
      observer.disconnect();
      game.destroy(true);
      // A stopped loop would never carry it out.
      if (!game.loop.running) game.step(0, 0);
    },
  };
};
