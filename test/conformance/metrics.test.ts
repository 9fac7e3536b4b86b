import { breakOff, send } from './http';
import { Metrics } from '../../conformance/harness/metrics';
import type { Script, Series } from '../../conformance/harness/metrics';
import { until } from '../../conformance/harness/waiting';

const open: Metrics[] = [];

afterEach(async () => {
  jest.restoreAllMocks();
  await Promise.all(open.splice(0).map(store => store.close()));
});

/** A store that answers `requests` so, and whatever else a test says. */
async function storeOf(answer: Script, { more = [], weight }: { more?: Series[]; weight?: () => number } = {}): Promise<Metrics> {
  const store = await new Metrics([{ name: 'requests', query: /^requests/, answer }, ...more], weight).open();
  open.push(store);
  return store;
}

interface Body {
  readonly status: string;
  readonly data: { readonly resultType: string; readonly result: { metric: object; value: [number, string]; values: [number, string][] }[] };
}

const get = (store: Metrics, query: string) => send('GET', `${store.address}/api/v1/query?query=${encodeURIComponent(query)}`);
const post = (store: Metrics, path: string, form: Record<string, string>) =>
  send('POST', `${store.address}/api/v1/${path}`, new URLSearchParams(form).toString());

/** The values of an instant answer. */
async function valuesOf(store: Metrics, query = 'requests'): Promise<string[]> {
  const { status, text } = await get(store, query);
  expect(status).toBe(200);
  return (JSON.parse(text) as Body).data.result.map(({ value: [, value] }) => value);
}

describe('an answer has the shape of Prometheus', () => {
  test.each(['GET', 'POST'])('to an instant query by %s', async method => {
    const store = await storeOf(0.5);
    const { text } = method === 'GET' ? await get(store, 'requests') : await post(store, 'query', { query: 'requests' });
    expect(JSON.parse(text)).toEqual({
      status: 'success', data: { resultType: 'vector', result: [{ metric: {}, value: [expect.any(Number), '0.5'] }] },
    });
  });

  test('at the time of the question, in seconds', async () => {
    const [{ value: [time] }] = (JSON.parse((await get(await storeOf(1), 'requests')).text) as Body).data.result as [Body['data']['result'][0]];
    expect(Math.abs(time - Date.now() / 1000)).toBeLessThan(5);
  });

  test.each([
    ['seconds', { start: '1700000000', end: '1700000060', step: '30' }],
    ['fractions and a duration', { start: '1700000000.000', end: '1700000060.5', step: '30s' }],
    ['dates', { start: '2023-11-14T22:13:20Z', end: '2023-11-14T22:14:20Z', step: '30' }],
  ])('to a range in %s', async (_, range) => {
    const { text } = await post(await storeOf('NaN'), 'query_range', { query: 'requests', ...range });
    expect(JSON.parse(text)).toEqual({
      status: 'success',
      data: { resultType: 'matrix', result: [{ metric: {}, values: [[1700000000, 'NaN'], [1700000030, 'NaN'], [1700000060, 'NaN']] }] },
    });
  });

  test('never longer than what Prometheus would give', async () => {
    const { text } = await post(await storeOf(1), 'query_range', { query: 'requests', start: '0', end: '1000000', step: '0' });
    expect((JSON.parse(text) as Body).data.result[0]!.values).toHaveLength(11_001);
  });

  test('also when it is an error', async () => {
    const { status, text } = await get(await storeOf('error'), 'requests');
    expect([status, JSON.parse(text)]).toEqual([500, { status: 'error', errorType: 'internal', error: expect.any(String) as string }]);
  });

  test.each([
    ['a number', 2, ['2']],
    ['no number', 'NaN', ['NaN']],
    ['infinity', '+Inf', ['+Inf']],
    ['nothing', 'empty', []],
  ] as const)('and says %s', async (_, answer, values) => {
    expect(await valuesOf(await storeOf(answer))).toEqual(values);
  });

  test('and says a series each, with its labels', async () => {
    const { text } = await get(await storeOf([{ labels: { pod: 'a' }, value: 1 }, { labels: { pod: 'b' }, value: 'NaN' }]), 'requests');
    expect((JSON.parse(text) as Body).data.result).toMatchObject([
      { metric: { pod: 'a' }, value: [expect.any(Number), '1'] }, { metric: { pod: 'b' }, value: [expect.any(Number), 'NaN'] },
    ]);
  });
});

describe('who answers', () => {
  test('is the first series that fits', async () => {
    const store = await storeOf(1, { more: [{ name: 'all', query: /./, answer: 2 }] });
    expect([await valuesOf(store, 'requests'), await valuesOf(store, 'errors')]).toEqual([['1'], ['2']]);
    expect(store.asked).toMatchObject([{ name: 'requests', query: 'requests', answer: 1 }, { name: 'all', query: 'errors', answer: 2 }]);
  });

  test('is nobody for what no series fits, and that is remembered once', async () => {
    const store = await storeOf(1);
    expect([await valuesOf(store, 'errors'), await valuesOf(store, 'errors')]).toEqual([[], []]);
    expect([...store.unknown]).toEqual(['errors']);
    expect(store.asked.map(({ name }) => name)).toEqual([undefined, undefined]);
  });

  test('is there for whoever only looks whether anybody is, without a note of it', async () => {
    const store = await storeOf(7);
    expect(await valuesOf(store, 'vector(1)')).toEqual(['1']);
    expect([store.asked, [...store.unknown]]).toEqual([[], []]);
  });

  test.each(['/api/v1/labels?query=requests', '/api/v1/query', '/'])('fails at %s, which is no query', async path => {
    expect((await send('GET', `${(await storeOf(1)).address}${path}`)).status).toBe(404);
  });
});

describe('an answer changes', () => {
  test('after the first time', async () => {
    const store = await storeOf({ once: 1, then: { once: 2, then: 3 } });
    expect([await valuesOf(store), await valuesOf(store), await valuesOf(store), await valuesOf(store)].flat()).toEqual(['1', '2', '3', '3']);
  });

  test('with the seconds since the start; before the first there is none', async () => {
    const store = await storeOf({ over: 'seconds', answers: [[5, 1], [10, 2]] });
    const now = jest.spyOn(Date, 'now').mockReturnValue(1_000_000);
    store.start();
    const at = (seconds: number) => {
      now.mockReturnValue(1_000_000 + seconds * 1000);
      return valuesOf(store);
    };
    expect([await at(4.9), await at(5), await at(9.9), await at(10), await at(99)]).toEqual([[], ['1'], ['1'], ['2'], ['2']]);
  });

  test('with the weight of the new version, back as well', async () => {
    let weight = 0;
    const store = await storeOf({ over: 'weight', answers: [[0, 1], [20, 2]] }, { weight: () => weight });
    const values: string[] = [];
    for (weight of [0, 20, 40, 0]) values.push(...await valuesOf(store));
    expect(values).toEqual(['1', '2', '2', '1']);
  });

  test('when it is set, whatever the script was', async () => {
    const store = await storeOf({ once: 1, then: 2 });
    store.set({ requests: 5 });
    expect([await valuesOf(store), await valuesOf(store)]).toEqual([['5'], ['5']]);
  });

  test('fails for a series that does not exist, and says which do', async () => {
    const store = await storeOf(1, { more: [{ name: 'latency', query: /x/, answer: 1 }] });
    expect(() => store.set({ request: 5 })).toThrow('no series "request"; there are requests, latency');
  });

  test('fails for a version that is to fare otherwise: nothing is counted here', async () => {
    const store = await storeOf(1);
    expect(() => store.behave()).toThrow('set its answers');
  });
});

test('a slow answer comes late, and is the one it was at the time of the question', async () => {
  const store = await storeOf({ slow: 0.15, then: 3 });
  const [started, late] = [performance.now(), valuesOf(store)];
  await until('it is asked', () => store.asked.length > 0);
  store.set({ requests: 4 });
  expect([await valuesOf(store), await late]).toEqual([['4'], ['3']]);
  // A timer may end a little early by another clock.
  expect(performance.now() - started).toBeGreaterThan(145);
});

describe('a restart', () => {
  test('leaves nobody at the port, and comes back there with the script where it was', async () => {
    const store = await storeOf({ once: 1, then: 2 });
    const { address } = store;
    await valuesOf(store);
    const restarted = store.restart(0.1);
    await expect(get(store, 'requests')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await restarted;
    expect([store.address, await valuesOf(store)]).toEqual([address, ['2']]);
  });

  test('does not come back after the end', async () => {
    const store = await storeOf(1);
    const restarted = store.restart(0.05);
    await store.close();
    await restarted;
    await expect(get(store, 'requests')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });
});

test('its end does not wait for who is still answered', async () => {
  const store = await storeOf({ slow: 0.2, then: 1 });
  const refused = expect(get(store, 'requests')).rejects.toThrow();
  await until('it is asked', () => store.asked.length > 0);
  await store.close();
  await refused;
});

test('who is killed while asking harms nobody', async () => {
  const store = await storeOf(1);
  await breakOff(store.address, '/api/v1/query');
  expect(await valuesOf(store)).toEqual(['1']);
  expect(store.asked).toHaveLength(1);
});
