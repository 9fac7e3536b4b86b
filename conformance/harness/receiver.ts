// Whoever is called: Flagger's hooks, web metrics, event webhooks, and alerts in the format of Slack's incoming webhooks.
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sleep, unlessGone } from './waiting';

/** What a path answers: a status, and for web metrics a body; `slow` is how many seconds it takes. */
export type Reply = number | { readonly status?: number; readonly body?: unknown; readonly slow?: number };

/** Replies by path; a list is gone through call by call, and its last one stays. A path that is not named answers 404, so that nothing succeeds by accident. */
export type Replies = Readonly<Record<string, Reply | readonly Reply[]>>;

export interface Call {
  readonly at: number;
  readonly path: string;
  readonly method: string;
  /** Parsed where it is JSON. */
  readonly body: unknown;
  readonly status: number;
}

export interface Receiver {
  readonly address: string;
  readonly calls: readonly Call[];
  /** Other replies from now on. */
  set(replies: Replies): void;
  close(): Promise<void>;
}

/** @param onCall hears of every call */
export async function startReceiver(replies: Replies, onCall: (call: Call) => void = () => {}): Promise<Receiver> {
  const current = new Map<string, Reply[]>();
  const set = (changes: Replies): void => {
    for (const [path, reply] of Object.entries(changes)) current.set(path, [reply].flat());
  };
  set(replies);
  const calls: Call[] = [];
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = parsed(await textOf(request));
    const path = new URL(request.url!, 'http://127.0.0.1').pathname;
    const left = current.get(path) ?? [404];
    const reply = left.length > 1 ? left.shift()! : left[0]!;
    const { status = 200, body: answer = {}, slow = 0 } = typeof reply === 'number' ? { status: reply } : reply;
    const call = { at: Date.now(), path, method: request.method!, body, status: isAlert(path) ? alertStatus(body, status) : status };
    calls.push(call);
    onCall(call);
    if (slow) await sleep(slow * 1000);
    // Slack answers "ok" as plain text, and that is not looked at.
    response.writeHead(call.status, { 'content-type': 'application/json' }).end(isAlert(path) ? 'ok' : JSON.stringify(answer));
  };
  const server = createServer((request, response) => {
    handle(request, response).catch((error: Error) => unlessGone(request, error));
  });
  await new Promise<void>((resolve, reject) => { server.once('error', reject).listen(0, '127.0.0.1', resolve); });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    set,
    close: () => new Promise(resolve => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function isAlert(path: string): boolean {
  return path.startsWith('/slack/');
}

/** As Slack does: what is no message with a text or attachments is refused. */
function alertStatus(body: unknown, status: number): number {
  const { text, attachments } = (typeof body === 'object' && body !== null ? body : {}) as { text?: unknown; attachments?: unknown };
  return typeof text === 'string' || Array.isArray(attachments) ? status : 400;
}
