// Ports, and waiting for what other processes do.
import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** Ports that are free now: all are held until the last is known, so that no two are the same. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => new Promise<ReturnType<typeof createServer>>((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve(server));
  })));
  const ports = servers.map(server => (server.address() as AddressInfo).port);
  await Promise.all(servers.map(server => new Promise(resolve => { server.close(resolve); })));
  return ports;
}

export function sleep(milliseconds: number): Promise<void> {
  return new Promise(resolve => { setTimeout(resolve, milliseconds); });
}

interface Waiting {
  readonly seconds?: number;
  /** May throw to end the waiting. */
  readonly check?: () => void;
}

/** Asks again until it is so. */
export async function until(what: string, isSo: () => unknown, { seconds = 60, check }: Waiting = {}): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    check?.();
    if (await isSo()) return;
    if (Date.now() > deadline) throw new Error(`not within ${seconds} s: ${what}`);
    await sleep(50);
  }
}

/** Whether a local address answers with 200; false as well while nobody listens. */
export function isOk(port: number, path: string): Promise<boolean> {
  return new Promise(resolve => {
    get({ host: '127.0.0.1', port, path, agent: false }, response => {
      response.resume();
      resolve(response.statusCode === 200);
    }).on('error', () => resolve(false));
  });
}

/** Whoever asks may be killed in the middle of a request: that is no error of ours, everything else is. */
export function unlessGone(request: IncomingMessage, error: Error): void {
  if (request.complete) throw error;
}
