import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Client, Room, Server } from '@colyseus/core';
import { WebSocketTransport } from '@colyseus/ws-transport';
import { type WebSocket, WebSocketServer } from 'ws';

/**
 * The floors under our server, each a process of its own: `node echoServer.ts colyseus|ws`. It is told what an update looks
 * like as JSON on standard input, and says where it listens on standard output. To every action all three at a table get
 * an update: no rules, no store, no secrets.
 */

type Echo = { readonly id: string; readonly update: unknown };

/** A bare Colyseus room: one message in, one broadcast out. */
const colyseusFloor = async (update: unknown): Promise<number> => {
  class EchoRoom extends Room {
    override maxClients = 3;
    override patchRate = 250;
    override onCreate(): void {
      this.onMessage('action', (_client: Client, { id }: { readonly id: string }) => {
        this.broadcast('update', { id, update } satisfies Echo);
      });
    }
  }
  const http = createServer();
  const transport = new WebSocketTransport({ server: http });
  const server = new Server({ transport, greet: false });
  server.define('echo', EchoRoom);
  await server.listen(0, '127.0.0.1');
  return (http.address() as AddressInfo).port;
};

/** Sockets and nothing else: the table is the path, its three get the same ready-made bytes behind the action's id. */
const socketFloor = async (update: unknown): Promise<number> => {
  const body = Buffer.from(JSON.stringify(update));
  const tables = new Map<string, Set<WebSocket>>();
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  server.on('connection', (socket, { url = '' }) => {
    const table = tables.get(url) ?? new Set();
    tables.set(url, table.add(socket));
    socket.on('close', () => table.delete(socket));
    socket.on('message', (action: Buffer) => {
      const { id } = JSON.parse(action.toString()) as Echo;
      const echo = Buffer.concat([Buffer.from(id), body]);
      for (const other of table) other.send(echo);
    });
  });
  await new Promise((resolve) => server.once('listening', resolve));
  return (server.address() as AddressInfo).port;
};

const [kind] = process.argv.slice(2);
const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const update: unknown = JSON.parse(Buffer.concat(chunks).toString());
const port = await (kind === 'colyseus' ? colyseusFloor(update) : socketFloor(update));
process.stdout.write(`{"url":"http://127.0.0.1:${port}"}\n`);
