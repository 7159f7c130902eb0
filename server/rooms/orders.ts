import type { Log } from '../log.ts';
import type { HostAction } from './seating.ts';
import type { Submit, TableQueue } from './tableQueue.ts';

/** Has the host itself do something; false: it was refused. */
export type Order = (action: HostAction) => Promise<boolean>;

/** What a host does at its own table. */
export type Orders = {
  /** One order, in its turn. */
  readonly order: Order;
  /** A task of orders that nothing comes between. */
  readonly inTurn: <T>(task: (order: Order) => Promise<T>, otherwise: T) => Promise<T>;
};

/** Gives orders through the queue of a table. None rejects. */
export const ordersIn = (queue: TableQueue, log: Log): Orders => {
  const orderBy =
    (submit: Submit): Order =>
    async (action) => {
      const { reply } = await submit('system', action);
      if (!reply.ok) log.warn({ type: action.type, code: reply.refusal.code }, 'the host was refused');
      return reply.ok;
    };
  const inTurn: Orders['inTurn'] = (task, otherwise) =>
    queue.inTurn((submit) => task(orderBy(submit)), otherwise);
  return { inTurn, order: (action) => inTurn((order) => order(action), false) };
};
