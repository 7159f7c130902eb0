import type { SeatAction } from '../../../shared/engine/actions/index.ts';
import type { Entry } from '../../../shared/engine/log.ts';
import type { Reply, Update } from '../../../shared/protocol.ts';
import type { LocalPlan } from './localPlan.ts';

/** What the page says to a local table's thread. */
export type ToThread =
  | { readonly kind: 'open'; readonly plan: LocalPlan; readonly kept: readonly Entry[] }
  | { readonly kind: 'act'; readonly action: SeatAction & { readonly id: string } };

/** What the thread says to the page. */
export type FromThread =
  | { readonly kind: 'entry'; readonly entry: Entry }
  | { readonly kind: 'update'; readonly update: Update }
  | { readonly kind: 'reply'; readonly reply: Reply };
