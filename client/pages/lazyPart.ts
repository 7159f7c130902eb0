import type { ComponentType } from 'preact';
import { tell } from '../notices.ts';
import { t } from '../words/language.ts';
import { lazily } from './lazyPage.tsx';

const failed = (): void =>
  tell({
    text: () => t('app.failed'),
    tone: 'bad',
    action: { label: () => t('app.reload'), run: () => location.reload() },
  });

/** A part of a table's page that is fetched when it is wanted and takes no room until it is there. */
export const lazyPart = <Props extends object>(fetchPart: () => Promise<ComponentType<Props>>) =>
  lazily(fetchPart, () => null, failed);
