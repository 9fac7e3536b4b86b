import { startTraffic, Traffic } from '../../conformance/harness/traffic';
import type { Behaviour, Pod, TrafficOptions, Version } from '../../conformance/harness/traffic';

const good: Behaviour = { errorRatio: 0, latency: { medianSeconds: 0.1, spread: 0.5 } };
const pod = (name: string, version: Version = 'new', share = 1): Pod => ({ namespace: 'shop', name, version, share });
const traffic = (pods: () => readonly Pod[], options: Partial<TrafficOptions> = {}) =>
  new Traffic({ pods, requestsPerSecond: 100, versions: { old: good, new: good }, ...options });

/** The value of the one series whose line holds all the texts; undefined when there is none. */
function valueOf(exposition: string, ...texts: string[]): number | undefined {
  const [line, second] = exposition.split('\n').filter(one => !one.startsWith('#') && texts.every(text => one.includes(text)));
  expect(second).toBeUndefined();
  return line === undefined ? undefined : Number(line.split(' ').at(-1));
}

describe('who gets the requests', () => {
  test('every pod by its share, whatever the ticks', () => {
    const requests = traffic(() => [pod('a', 'old', 3), pod('b')]);
    for (let tick = 0; tick < 100; tick++) requests.advance(0.1);
    const text = requests.exposition();
    expect(valueOf(text, 'http_requests_total', 'pod="a"')).toBeCloseTo(750, -1);
    expect(valueOf(text, 'http_requests_total', 'pod="b"')).toBeCloseTo(250, -1);
  });

  test('nobody when there is no pod, or none with a share', () => {
    const requests = traffic(() => [pod('a', 'new', 0)]);
    requests.advance(1);
    expect(requests.exposition()).not.toContain('http_');
    const none = traffic(() => []);
    none.advance(1);
    expect(none.exposition()).toBe('');
  });

  test('a pod that is gone is not told of any more, and one of its name begins anew', () => {
    let pods = [pod('a'), pod('b')];
    const requests = traffic(() => pods);
    requests.advance(1);
    pods = [pod('b')];
    requests.advance(1);
    expect(requests.exposition()).not.toContain('pod="a"');
    pods = [pod('a'), pod('b')];
    requests.advance(1);
    expect(valueOf(requests.exposition(), 'http_requests_total', 'pod="a"')).toBe(50);
    expect(valueOf(requests.exposition(), 'http_requests_total', 'pod="b"')).toBe(200);
  });
});

describe('how they end', () => {
  test('in errors as often as the version says, even when they are few', () => {
    const requests = traffic(() => [pod('a', 'old'), pod('b')], { versions: { old: good, new: { ...good, errorRatio: 0.125 } } });
    requests.advance(0.32);
    expect(valueOf(requests.exposition(), 'status="500"')).toBe(2);
    expect(valueOf(requests.exposition(), 'pod="b"', 'status="200"')).toBe(14);
  });

  test('a status is not there before the first request that ends with it', () => {
    const requests = traffic(() => [pod('a')], { versions: { old: good, new: { ...good, errorRatio: 1 } } });
    requests.advance(0);
    expect(requests.exposition()).not.toContain('http_');
    requests.advance(1);
    expect(valueOf(requests.exposition(), 'status="500"')).toBe(100);
    expect(requests.exposition()).not.toContain('status="200"');
  });

  test('otherwise from the moment on when a version changes', () => {
    const requests = traffic(() => [pod('a')]);
    requests.advance(1);
    requests.change('new', { errorRatio: 0.5 });
    requests.advance(1);
    expect(valueOf(requests.exposition(), 'status="500"')).toBe(50);
    expect(valueOf(requests.exposition(), 'status="200"')).toBe(150);
  });
});

describe('how long they take', () => {
  const bucket = (text: string, limit: string) => valueOf(text, 'duration_seconds_bucket', `le="${limit}"`);

  test('half of them no longer than the median, and the rest as the spread says', () => {
    const requests = traffic(() => [pod('a')]);
    requests.advance(100);
    const text = requests.exposition();
    expect(bucket(text, '0.1')! / 10_000).toBeCloseTo(0.5, 1);
    // 0.25 s are ln 2.5 / 0.5 = 1.83 deviations above the median.
    expect(bucket(text, '0.25')! / 10_000).toBeCloseTo(0.966, 2);
    expect(valueOf(text, 'duration_seconds_sum')! / 10_000).toBeCloseTo(0.1 * Math.exp(0.125), 2);
  });

  test('a bucket counts the ones below it as well, and the last of them all', () => {
    const requests = traffic(() => [pod('a')], { versions: { old: good, new: { ...good, latency: { medianSeconds: 60, spread: 0 } } } });
    requests.advance(1);
    requests.change('new', good);
    requests.advance(1);
    const text = requests.exposition();
    expect([bucket(text, '10'), bucket(text, '+Inf'), valueOf(text, 'duration_seconds_count')]).toEqual([100, 200, 200]);
  });
});

describe('what is known of the container', () => {
  test('no restart, and no end, while all is well', () => {
    const requests = traffic(() => [pod('a')]);
    requests.advance(1);
    expect(valueOf(requests.exposition(), 'restarts_total')).toBe(0);
    expect(requests.exposition()).not.toContain('last_terminated_reason');
  });

  test('a crash is counted with its reason, and takes the application\'s own counts with it', () => {
    const crashes = { perMinute: 60, reason: 'OOMKilled' } as const;
    const requests = traffic(() => [pod('a')], { versions: { old: good, new: { ...good, crashes } } });
    requests.advance(1);
    expect(valueOf(requests.exposition(), 'restarts_total', 'namespace="shop",pod="a",container="main"')).toBe(1);
    expect(valueOf(requests.exposition(), 'last_terminated_reason', 'reason="OOMKilled"')).toBe(1);
    expect(requests.exposition()).not.toContain('http_');
    requests.advance(0.5);
    expect(valueOf(requests.exposition(), 'http_requests_total')).toBe(50);
  });
});

test('the same in every run', () => {
  const [one, other] = [1, 2].map(() => {
    const requests = traffic(() => [pod('a'), pod('b', 'old')]);
    for (const seconds of [0.13, 0.4, 2]) requests.advance(seconds);
    return requests.exposition();
  });
  expect(one).toBe(other);
});

test('a metric is told in one piece, under its type', () => {
  const requests = traffic(() => [pod('a'), pod('b', 'old')]);
  requests.advance(1);
  const types = requests.exposition().split('\n').filter(line => line.startsWith('#'));
  expect(types).toEqual([
    '# TYPE http_requests_total counter', '# TYPE http_request_duration_seconds histogram', '# TYPE kube_pod_container_status_restarts_total counter',
  ]);
});

test('over HTTP, by the clock', async () => {
  const started = performance.now();
  const running = await startTraffic({ pods: () => [pod('a')], requestsPerSecond: 1000, versions: { old: good, new: good } });
  try {
    const ask = async () => valueOf(await (await fetch(`http://${running.target}/metrics`)).text(), 'http_requests_total') ?? 0;
    await new Promise(resolve => { setTimeout(resolve, 150); });
    const first = await ask();
    running.change('new', { errorRatio: 0 });
    await new Promise(resolve => { setTimeout(resolve, 50); });
    const second = await ask();
    expect(first).toBeGreaterThan(100);
    expect(second).toBeGreaterThan(first);
    expect(second).toBeLessThanOrEqual(performance.now() - started);
  } finally {
    await running.stop();
  }
});
