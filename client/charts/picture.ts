import { FONTS, THEME } from '../theme.ts';

/** How much finer than the screen a saved picture is. */
const SCALE = 3;

/** What a chart's look is made of: a picture has no stylesheet, so that it is written into every element. */
const LOOK = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
] as const;

const withLook = (svg: SVGSVGElement): SVGSVGElement => {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll('*')];
  for (const [i, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const look = getComputedStyle(originals[i]);
    for (const name of LOOK) element.setAttribute(name, look.getPropertyValue(name));
    element.removeAttribute('style');
  }
  const { width, height } = svg.viewBox.baseVal;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  return copy;
};

/** A picture of an address, once it is there. */
export const loadedImage = (address: string): Promise<HTMLImageElement> =>
  new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = reject;
    image.src = address;
  });

const HEAD = 44;
const MARGIN = 14;

/** A chart as a PNG with its title, on the page's dark ground. */
export const pictureOf = async (svg: SVGSVGElement, title: string): Promise<Blob | null> => {
  const { width, height } = svg.viewBox.baseVal;
  const text = new XMLSerializer().serializeToString(withLook(svg));
  const image = await loadedImage(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`);
  const canvas = document.createElement('canvas');
  canvas.width = (width + 2 * MARGIN) * SCALE;
  canvas.height = (height + HEAD + MARGIN) * SCALE;
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  pen.fillStyle = THEME.ink;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.scale(SCALE, SCALE);
  pen.fillStyle = THEME.text;
  pen.font = `600 16px ${FONTS.serif}`;
  pen.fillText(title, MARGIN, HEAD - 16, width);
  pen.drawImage(image, MARGIN, HEAD, width, height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
};

/** Hands a file to the visitor. */
export const saveFile = (name: string, file: Blob): void => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // A browser that asks where to put it reads it only then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};
