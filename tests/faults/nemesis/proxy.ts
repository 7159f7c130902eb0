import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';
import { type FrameTurn, frameSplitter } from './frames.ts';

/** How the network treats one connection. All of it is optional: without it, bytes pass. */
export type Weather = {
  /** Cut after so many bytes have passed upward (client to server), or downward. */
  readonly cutAfterUp?: number;
  readonly cutAfterDown?: number;
  /** How many ms each piece of data waits; order is kept. */
  readonly delayMs?: () => number;
  /** Pieces of at most so many bytes, one after the other: half frames. */
  readonly pieceBytes?: () => number;
  /** The client reads nothing any more after so many bytes downward. */
  readonly stallAfterDown?: number;
  /** What becomes of the client's actions that are there at the same time: left out of nothing, but repeated or in another order. */
  readonly frames?: FrameTurn;
};

/** A bad network in front of a server. */
export type BadNetwork = {
  readonly url: string;
  /** Connections that were cut so far. */
  readonly cuts: () => number;
  /** Cuts every connection now. */
  readonly cutAll: () => number;
  readonly close: () => Promise<void>;
};

/** Writes pieces in order, each after its delay. */
const pacedWriter = (to: Socket, { delayMs, pieceBytes }: Weather): ((data: Buffer) => void) => {
  if (delayMs === undefined && pieceBytes === undefined) return (data) => void to.write(data);
  let last = Promise.resolve();
  const piece = async (data: Buffer): Promise<void> => {
    const ms = delayMs?.() ?? 0;
    await new Promise((resolve) => (ms > 0 ? setTimeout(resolve, ms) : setImmediate(resolve)));
    if (!to.destroyed) to.write(data);
  };
  return (data) => {
    for (let at = 0; at < data.length; ) {
      const length = Math.max(1, pieceBytes?.() ?? data.length);
      const part = data.subarray(at, at + length);
      at += length;
      last = last.then(() => piece(part));
    }
  };
};

/** Lets through what comes before a limit; true when that is reached. */
const meter = (limit = Number.POSITIVE_INFINITY) => {
  let passed = 0;
  return (data: Buffer): { readonly rest: Buffer; readonly isOver: boolean } => {
    const rest = data.subarray(0, Math.max(0, limit - passed));
    passed += data.length;
    return { rest, isOver: passed >= limit };
  };
};

type Link = { readonly cut: () => void };

const join = (near: Socket, port: number, weather: Weather, onCut: () => void, onEnd: () => void): Link => {
  const far = connect(port, '127.0.0.1');
  let isCut = false;
  const cut = (): void => {
    if (isCut) return;
    isCut = true;
    onCut();
    near.resetAndDestroy();
    far.resetAndDestroy();
  };
  const upward = meter(weather.cutAfterUp);
  const downward = meter(weather.cutAfterDown);
  const stalling = meter(weather.stallAfterDown);
  const writeFar = pacedWriter(far, weather);
  const toFar = weather.frames === undefined ? writeFar : frameSplitter(weather.frames, writeFar);
  const toNear = pacedWriter(near, weather);
  near.on('data', (data: Buffer) => {
    const { rest, isOver } = upward(data);
    toFar(rest);
    if (isOver) cut();
  });
  far.on('data', (data: Buffer) => {
    const { rest, isOver } = downward(data);
    toNear(rest);
    if (isOver) cut();
    if (stalling(data).isOver) far.pause();
  });
  for (const [one, other] of [
    [near, far],
    [far, near],
  ] as const) {
    one.on('error', () => {});
    one.on('end', () => other.end());
    one.on('close', () => {
      other.destroy();
      onEnd();
    });
  }
  return { cut };
};

/** Stands in front of a port. `weatherOf` says how each new connection fares, in the order in which they come. */
export const startProxy = async (
  port: () => number,
  weatherOf: () => Weather = () => ({}),
): Promise<BadNetwork> => {
  const links = new Set<Link>();
  let cuts = 0;
  const server = createServer({ noDelay: true }, (near) => {
    const link = join(
      near,
      port(),
      weatherOf(),
      () => {
        cuts += 1;
      },
      () => links.delete(link),
    );
    links.add(link);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cutAll = (): number => {
    const count = links.size;
    for (const { cut } of links) cut();
    return count;
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cuts: () => cuts,
    cutAll,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      cutAll();
      await closed;
    },
  };
};
