import { lazyPage } from '../lazyPage.tsx';

/** The pages of a class: they come when somebody asks for one of them. */
export const LoadedClass = lazyPage(() =>
  import('./classPage.tsx').then(({ ClassPage }) => ClassPage),
).Loaded;
