// A metric store that answers what it is told: Prometheus' HTTP API for instant queries, without data of its own.
import { createServer } from 'node:http';

/**
 * @typedef {number | 'empty' | 'NaN' | 'error'} Answer 'error' is an HTTP 500
 * @typedef {Answer | [number, Answer][] | { once: Answer, then: Answer }} Script a list says from which second on an answer holds
 * @typedef {{ name: string, query: RegExp, answer: Script }} Series the first that fits a query answers it
 */

/**
 * Starts a metric store on loopback.
 * @param {Series[]} series
 */
export async function startMetrics(series) {
  const store = { asked: [], unknown: new Set(), since: Date.now() };
  const answers = new Map(series.map(({ name, answer }) => [name, answer]));
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk) => { body += chunk; }).on('end', () => {
      const url = new URL(request.url, 'http://127.0.0.1');
      const query = url.searchParams.get('query') ?? new URLSearchParams(body).get('query');
      if (url.pathname !== '/api/v1/query' || query === null) {
        response.writeHead(404).end();
        return;
      }
      const found = series.find((one) => one.query.test(query));
      if (!found) store.unknown.add(query);
      const script = found ? answers.get(found.name) : 'empty';
      if (script.then !== undefined) answers.set(found.name, script.then);
      const answer = valueOf(script, (Date.now() - store.since) / 1000);
      store.asked.push({ at: Date.now(), name: found?.name, query, answer });
      respond(response, answer);
    });
  });
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    ...store,
    address: `http://127.0.0.1:${server.address().port}`,
    /** Times in answers count from now on. */
    start: () => { store.since = Date.now(); },
    /** Other answers from now on, by the name of the series. */
    set: (changes) => {
      for (const [name, answer] of Object.entries(changes)) {
        if (!answers.has(name)) throw new Error(`no series "${name}"; there are ${[...answers.keys()].join(', ')}`);
        answers.set(name, answer);
      }
    },
    stop: () => new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
  };
}

function valueOf(answer, seconds) {
  if (!Array.isArray(answer)) return answer.once ?? answer;
  return answer.findLast(([from]) => from <= seconds)?.[1] ?? 'empty';
}

function respond(response, answer) {
  const json = { 'content-type': 'application/json' };
  if (answer === 'error') {
    response.writeHead(500, json).end(JSON.stringify({ status: 'error', errorType: 'internal', error: 'as the scenario says' }));
    return;
  }
  const result = answer === 'empty' ? [] : [{ metric: {}, value: [Date.now() / 1000, String(answer)] }];
  response.writeHead(200, json).end(JSON.stringify({ status: 'success', data: { resultType: 'vector', result } }));
}
