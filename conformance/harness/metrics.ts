// A metric store that answers what it is told: Prometheus' HTTP API for instant and range queries, without data of its own.
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import type { Store } from './store';
import { sleep, unlessGone } from './waiting';

/** One series of an answer. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number | 'NaN' | '+Inf' | '-Inf';
}

/** "error" is an HTTP 500; a list answers with a series each. */
export type Value = Sample['value'] | 'empty' | 'error' | readonly Sample[];

/** An answer that takes so many seconds. */
export interface Slow { readonly slow: number; readonly then: Value }

export type Answer = Value | Slow;

/** What a query is answered over time: the same always, one thing once, or another from a second or a weight on. */
export type Script = Answer
  | { readonly once: Answer; readonly then: Script }
  | { readonly over: 'seconds' | 'weight'; readonly answers: readonly (readonly [from: number, answer: Answer])[] };

/** Queries that fit, and what they are answered. The first that fits a query answers it. */
export interface Series {
  readonly name: string;
  readonly query: RegExp;
  readonly answer: Script;
}

export interface Asked {
  readonly at: number;
  readonly name: string | undefined;
  readonly query: string;
  readonly answer: Answer;
}

/** What Flagger asks at its start to see whether anybody is there. */
const PROBE = 'vector(1)';
const LONGEST_RANGE = 11_000;

export class Metrics implements Store {
  readonly asked: Asked[] = [];
  /** Queries that no series answers. */
  readonly unknown = new Set<string>();
  private since = Date.now();
  private readonly scripts: Map<string, Script>;
  private server: Server | undefined;
  private port = 0;
  private over = false;

  /** @param weight the share of the new version at this moment */
  constructor(private readonly series: readonly Series[], private readonly weight: () => number = () => 0) {
    this.scripts = new Map(series.map(({ name, answer }) => [name, answer]));
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async open(): Promise<this> {
    const server = createServer((request, response) => {
      this.handle(request, response).catch((error: Error) => unlessGone(request, error));
    });
    await new Promise<void>((resolve, reject) => { server.once('error', reject).listen(this.port, '127.0.0.1', resolve); });
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
    return this;
  }

  /** Seconds of answers count from now on. */
  start(): void {
    this.since = Date.now();
  }

  /** Other answers from now on, by the name of the series. */
  set(changes: Readonly<Record<string, Script>>): void {
    for (const [name, answer] of Object.entries(changes)) {
      if (!this.scripts.has(name)) throw new Error(`no series "${name}"; there are ${[...this.scripts.keys()].join(', ')}`);
      this.scripts.set(name, answer);
    }
  }

  behave(): void {
    throw new Error('a scripted store knows of no requests: set its answers');
  }

  /** Is away for a while: nobody listens, as when the store restarts. */
  async restart(seconds: number): Promise<void> {
    await this.leave();
    // The scenario may end in the meantime, and then nothing waits for this.
    await new Promise<void>(resolve => { setTimeout(resolve, seconds * 1000).unref(); });
    if (!this.over) await this.open();
  }

  async close(): Promise<void> {
    this.over = true;
    await this.leave();
  }

  private async leave(): Promise<void> {
    const { server } = this;
    if (!server) return;
    this.server = undefined;
    await new Promise<void>(resolve => {
      server.close(() => resolve());
      (server as ReturnType<typeof createServer>).closeAllConnections();
    });
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    const url = new URL(request.url!, 'http://127.0.0.1');
    const parameters = new URLSearchParams([...url.searchParams, ...new URLSearchParams(request.method === 'POST' ? body : '')]);
    const query = parameters.get('query');
    const path = url.pathname.replace(/^\/api\/v1\//, '');
    if (query === null || !['query', 'query_range'].includes(path)) {
      response.writeHead(404).end();
      return;
    }
    const answer = this.answerTo(query);
    const { slow, then } = isSlow(answer) ? answer : { slow: 0, then: answer };
    if (slow > 0) await sleep(slow * 1000);
    respond(response, then, path === 'query' ? undefined : rangeOf(parameters));
  }

  private answerTo(query: string): Answer {
    if (query === PROBE) return 1;
    const found = this.series.find(one => one.query.test(query));
    if (!found) this.unknown.add(query);
    const answer = found ? this.next(found.name) : 'empty';
    this.asked.push({ at: Date.now(), name: found?.name, query, answer });
    return answer;
  }

  private next(name: string): Answer {
    const script = this.scripts.get(name)!;
    if (isPlain(script)) return script;
    if ('once' in script) {
      this.scripts.set(name, script.then);
      return script.once;
    }
    const { over, answers } = script;
    const now = over === 'weight' ? this.weight() : (Date.now() - this.since) / 1000;
    return answers.filter(([from]) => from <= now).at(-1)?.[1] ?? 'empty';
  }
}

function isPlain(script: Script): script is Answer {
  return typeof script !== 'object' || !('once' in script || 'over' in script);
}

function isSlow(script: Script): script is Slow {
  return typeof script === 'object' && 'slow' in script;
}

interface Range { readonly start: number; readonly end: number; readonly step: number }

function rangeOf(parameters: URLSearchParams): Range {
  const [start, end, step] = ['start', 'end', 'step'].map(name => timeOf(parameters.get(name) ?? '')) as [number, number, number];
  return { start, end, step: Math.max(step, (end - start) / LONGEST_RANGE) || 1 };
}

/** Seconds since 1970, a date, or a duration in seconds. */
function timeOf(text: string): number {
  const number = Number.parseFloat(text);
  return /^[\d.]+(s)?$/.test(text) ? number : Date.parse(text) / 1000;
}

function respond(response: ServerResponse, value: Value, range: Range | undefined): void {
  const json = { 'content-type': 'application/json' };
  if (value === 'error') {
    response.writeHead(500, json).end(JSON.stringify({ status: 'error', errorType: 'internal', error: 'as the scenario says' }));
    return;
  }
  const samples: readonly Sample[] = value === 'empty' ? [] : typeof value === 'object' ? value : [{ labels: {}, value }];
  const result = samples.map(({ labels, value: number }) => ({ metric: labels, ...pointsOf(String(number), range) }));
  response.writeHead(200, json).end(JSON.stringify({ status: 'success', data: { resultType: range ? 'matrix' : 'vector', result } }));
}

function pointsOf(value: string, range: Range | undefined): object {
  if (!range) return { value: [Date.now() / 1000, value] };
  const { start, end, step } = range;
  return { values: Array.from({ length: Math.floor((end - start) / step) + 1 }, (_, index) => [start + index * step, value]) };
}
