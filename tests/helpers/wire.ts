/** Every byte that came over every socket of this process, by the socket's address. Import it before the SDK. */
export const received = new Map<string, Buffer[]>();

const NativeSocket = globalThis.WebSocket;

class RecordedSocket extends NativeSocket {
  constructor(url: string | URL, protocols?: string | string[]) {
    super(url, protocols);
    const frames: Buffer[] = [];
    received.set(String(url), frames);
    this.addEventListener('message', ({ data }) => {
      frames.push(typeof data === 'string' ? Buffer.from(data) : Buffer.from(data as ArrayBuffer));
    });
  }
}

globalThis.WebSocket = RecordedSocket;

/** All that a session has received, as bytes in one text. */
export const bytesOf = (sessionId: string): string =>
  Buffer.concat(
    [...received].filter(([url]) => url.includes(`sessionId=${sessionId}`)).flatMap(([, frames]) => frames),
  ).toString('latin1');

/** How many frames a session has received. */
export const framesOf = (sessionId: string): number =>
  [...received].filter(([url]) => url.includes(`sessionId=${sessionId}`)).flatMap(([, frames]) => frames)
    .length;
