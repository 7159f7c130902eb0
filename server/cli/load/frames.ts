import { WebSocket } from 'ws';

/** Sockets of the load tool: those of `ws`, which cost less than Node's own, and which tell the size of what comes in. */
let size = 0;

class SizedSocket extends WebSocket {
  constructor(...parameters: ConstructorParameters<typeof WebSocket>) {
    super(...parameters);
    this.on('message', (frame: Buffer | ArrayBuffer) => {
      size = frame.byteLength;
    });
  }

  /** The SDK answers what an old socket still had in store over the new one, open or not. What can't go is lost, as with a line. */
  override send(data: Parameters<WebSocket['send']>[0]): void {
    if (this.readyState !== WebSocket.CONNECTING) super.send(data);
  }
}

// The SDK takes whatever it finds here when it is loaded, so this file has to be imported before it.
Object.assign(globalThis, { WebSocket: SizedSocket });

/** The bytes of the frame that is being dealt with: for listeners of messages. */
export const frameSize = (): number => size;
