import type { Refusal, RefusalCode } from '../../shared/engine/refusal.ts';
import type { Reply } from '../../shared/protocol.ts';

const LONGEST_ID = 40;

/** The answer to a message that never reached the table. Its id comes back when it had one. */
export const refusedReply = (message: unknown, code: RefusalCode, params: Refusal['params'] = {}): Reply => {
  const id = typeof message === 'object' && message !== null && 'id' in message ? message.id : '';
  const known = typeof id === 'string' && id.length <= LONGEST_ID ? id : '';
  return { id: known, ok: false, refusal: { code, params } };
};
