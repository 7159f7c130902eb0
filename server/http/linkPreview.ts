import type { Request } from 'express';
import { previews as en } from '../../shared/text/en/previews.ts';
import { previews as ko } from '../../shared/text/ko/previews.ts';
import { previews as zh } from '../../shared/text/zh/previews.ts';
import { dayOf, readDay } from '../daily/day.ts';
import { html } from '../html.ts';
import { languageOf, type Saying, speaking } from '../words.ts';
import { readTableCode } from './tableCode.ts';

const wordsIn = speaking<keyof typeof en>({ en, ko, zh });
type Say = Saying<keyof typeof en>;

type Preview = { readonly title: string; readonly about: string };

const PICTURE = { path: '/preview.jpg', width: 1200, height: 630 } as const;

/**
 * What an address says of itself. Nothing is looked up for it: a preview is no way to find out which codes exist, and
 * whoever makes one has taken no seat.
 */
const previewOf = (path: string, say: Say, now: number): Preview => {
  const [, kind, name = ''] = path.split('/');
  const code = readTableCode(name);
  if (kind === 't' && code !== null)
    return { title: say('preview.table', { code }), about: say('preview.tableAbout') };
  if (kind === 'replay' && code !== null)
    return { title: say('preview.replay', { code }), about: say('preview.replayAbout') };
  if (kind === 'daily')
    return {
      title: say('preview.daily', { day: readDay(name) ?? dayOf(now) }),
      about: say('preview.dailyAbout'),
    };
  return { title: say('preview.title'), about: say('preview.about') };
};

const tagsOf = ({ title, about }: Preview, origin: string, path: string): string =>
  html`<title>${title}</title>
    <meta name="description" content="${about}">
    <meta property="og:type" content="website">
    <meta property="og:site_name" content="Between Giants">
    <meta property="og:title" content="${title}">
    <meta property="og:description" content="${about}">
    <meta property="og:url" content="${origin + path}">
    <meta property="og:image" content="${origin + PICTURE.path}">
    <meta property="og:image:width" content="${PICTURE.width}">
    <meta property="og:image:height" content="${PICTURE.height}">
    <meta name="twitter:card" content="summary_large_image">`.text;

const originOf = (request: Request, publicUrl: string | undefined): string =>
  publicUrl === undefined ? `${request.protocol}://${request.get('host') ?? ''}` : new URL(publicUrl).origin;

/** The page with what a link to it shows in chats and posts: a title, a sentence and a picture, in the asker's language. */
export const withPreview = (
  page: string,
  request: Request,
  publicUrl: string | undefined,
  now: number,
): string => {
  const preview = previewOf(request.path, wordsIn(languageOf(request)), now);
  const tags = tagsOf(preview, originOf(request, publicUrl), request.path);
  const bare = page.replace(/<meta name="description"[^>]*>/, '');
  return bare.replace(/<title>[^<]*<\/title>/, () => tags);
};
