import type { Request, RequestHandler } from 'express';
import type { Clock } from '../clock.ts';
import type { Log } from '../log.ts';
import type { Fleet, Peer } from '../storage/logStore.ts';
import { StoreFailure } from '../storage/storeFailure.ts';
import { refuseRequest } from './answer.ts';
import { problem } from './errorCodes.ts';
import { askToForget, isNobodyThere, isSentOn, lobbyOf, sendOn } from './peers.ts';
import { readTableCode } from './tableCode.ts';

/** What others of the fleet have to say to a request. */
export type Elsewhere = {
  /** Sends requests on to the server that they concern. */
  readonly lead: RequestHandler;
  /** What the other servers list in their lobbies. */
  readonly lobby: (request: Request) => Promise<readonly unknown[]>;
};

/** For a server that is alone. */
export const NOWHERE_ELSE: Elsewhere = { lead: (_request, _response, next) => next(), lobby: async () => [] };

const OF_ONE_TABLE = /^\/tables\/([^/]+)/;
const OF_THE_DESK = /^\/(quick|classes)(\/|$)/;

/**
 * Leads requests to where they belong: those of a table to the server that plays it; quick matches and classes to one
 * server, so that people who ask at the same time meet.
 */
export const elsewhere = (fleet: Fleet, clock: Clock, log: Log): Elsewhere => {
  const peerFor = async (path: string): Promise<Peer | null> => {
    if (OF_THE_DESK.test(path)) return fleet.desk(clock.now());
    const code = readTableCode(OF_ONE_TABLE.exec(path)?.[1] ?? '');
    return code === null ? null : fleet.ownerOf('code', code, clock.now());
  };

  return {
    lead: async (request, response, next) => {
      const peer = isSentOn(request, fleet.self) ? null : await peerFor(request.path);
      if (peer === null) return next();
      try {
        await sendOn(peer, request, response);
      } catch (err) {
        log.warn({ err, peer: peer.id }, 'another server did not answer');
        if (response.headersSent) return void response.destroy();
        if (!isNobodyThere(err)) return refuseRequest(response, problem('unavailable'));
        // Its tables need not wait until it is missed. If it lives after all, it will find that they have moved.
        await fleet.declareDead(peer.id);
        next();
      }
    },
    lobby: async (request) => {
      if (isSentOn(request, fleet.self)) return [];
      const others = await fleet.others(clock.now());
      return (await Promise.all(others.map(lobbyOf))).flat();
    },
  };
};

/** Tells the other servers, null: there are none, that a class has been changed or deleted. Rejects when one can't be told. */
export const forgettingIn =
  (fleet: Fleet | null, clock: Clock) =>
  async (code: string): Promise<void> => {
    const others = fleet === null ? [] : await fleet.others(clock.now());
    const telling = others.map((peer) =>
      askToForget(peer, code).catch((error) => {
        if (!isNobodyThere(error))
          throw new StoreFailure('unavailable', `class ${code} is out of reach`, error);
      }),
    );
    await Promise.all(telling);
  };
