/** What becomes of a client's messages that are under way at the same time: any of them, any number of times, in any order. */
export type FrameTurn = {
  /** How long messages are gathered, in ms. */
  readonly gatherMs: number;
  readonly turn: (frames: readonly Buffer[]) => readonly Buffer[];
};

const HEAD_END = Buffer.from('\r\n\r\n');
const MASKED = 4;
const FIRST_CONTROL = 8;

/** The length of the WebSocket frame at the start of some bytes (RFC 6455, section 5.2); null: not there yet. */
const frameLength = (bytes: Buffer): number | null => {
  if (bytes.length < 2) return null;
  const short = bytes[1]! & 0x7f;
  const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
  if (bytes.length < 2 + lengthBytes) return null;
  const length =
    short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
  const whole = 2 + lengthBytes + MASKED + length;
  return bytes.length < whole ? null : whole;
};

/**
 * Splits what a client sends into the request and the frames that follow, and lets a turn decide over messages. The first
 * message joins the room and passes untouched, as do control frames. Requests that open no WebSocket pass, too.
 */
export const frameSplitter = (
  { gatherMs, turn }: FrameTurn,
  write: (data: Buffer) => void,
): ((data: Buffer) => void) => {
  let stage: 'request' | 'plain' | 'joining' | 'frames' = 'request';
  let rest = Buffer.alloc(0);
  let gathered: Buffer[] = [];
  const flush = (): void => {
    const frames = gathered;
    gathered = [];
    for (const frame of turn(frames)) write(frame);
  };
  const takeFrame = (frame: Buffer): void => {
    const isControl = (frame[0]! & 0x0f) >= FIRST_CONTROL;
    if (isControl || stage === 'joining') {
      if (gathered.length > 0) flush();
      write(frame);
      if (!isControl) stage = 'frames';
      return;
    }
    if (gathered.length === 0) setTimeout(flush, gatherMs);
    gathered.push(frame);
  };
  const takeRequest = (): void => {
    const end = rest.indexOf(HEAD_END);
    if (end < 0) return;
    const head = rest.subarray(0, end + HEAD_END.length);
    stage = /^upgrade: websocket/im.test(head.toString('latin1')) ? 'joining' : 'plain';
    write(head);
    rest = rest.subarray(head.length);
  };
  return (data) => {
    rest = Buffer.concat([rest, data]);
    if (stage === 'request') takeRequest();
    if (stage === 'plain') {
      write(rest);
      rest = Buffer.alloc(0);
    }
    while (stage === 'joining' || stage === 'frames') {
      const length = frameLength(rest);
      if (length === null) return;
      takeFrame(rest.subarray(0, length));
      rest = rest.subarray(length);
    }
  };
};
