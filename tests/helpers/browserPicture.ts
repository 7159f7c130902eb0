import type { Locator, Page } from '@playwright/test';

/** How many different colours a part of the page shows. The picture is decoded by the page itself. */
export const coloursOf = async (page: Page, part: Locator): Promise<number> => {
  const picture = (await part.screenshot({ type: 'png' })).toString('base64');
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    return new Set(new Uint32Array(data.buffer)).size;
  }, picture);
};

/** Whether a part of the page is the same in two pictures, one after the other: nothing in it moves. */
export const isStill = async (part: Locator): Promise<boolean> => {
  const first = await part.screenshot({ type: 'png' });
  return first.equals(await part.screenshot({ type: 'png' }));
};
