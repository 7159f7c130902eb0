import { lazyPart } from '../lazyPart.ts';
import { classOf } from './classLinks.ts';

const thread = lazyPart(() => import('./classThread.tsx').then(({ ClassThread }) => ClassThread));

/** At a table of a class: the way back to the class. Its part of the client comes to such tables only. */
export const ThreadHost = ({ table }: { readonly table: string }) =>
  classOf(table) === null ? null : <thread.Loaded table={table} />;
