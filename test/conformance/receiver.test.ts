import { breakOff, send } from './http';
import { startReceiver } from '../../conformance/harness/receiver';
import type { Call, Receiver, Replies } from '../../conformance/harness/receiver';
import { until } from '../../conformance/harness/waiting';

const open: Receiver[] = [];

afterEach(() => Promise.all(open.splice(0).map(receiver => receiver.close())));

async function receiverOf(replies: Replies, onCall?: (call: Call) => void): Promise<Receiver> {
  const receiver = await startReceiver(replies, onCall);
  open.push(receiver);
  return receiver;
}

const post = ({ address }: Receiver, path: string, body?: string) => send('POST', `${address}${path}`, body);

test('each path answers as it is told, whatever its query', async () => {
  const receiver = await receiverOf({ '/gate': 200, '/no': 403, '/web': { body: { value: 5 } }, '/broken': { status: 500, body: ['why'] } });
  expect(await post(receiver, '/gate')).toEqual({ status: 200, text: '{}' });
  expect(await post(receiver, '/no')).toMatchObject({ status: 403 });
  expect(await send('GET', `${receiver.address}/web?window=5m`)).toEqual({ status: 200, text: '{"value":5}' });
  expect(await post(receiver, '/broken')).toEqual({ status: 500, text: '["why"]' });
});

test('a list is gone through call by call, and its last reply stays', async () => {
  const receiver = await receiverOf({ '/gate': [403, { status: 500 }, 200] });
  const answers = [];
  for (let call = 0; call < 4; call++) answers.push((await post(receiver, '/gate')).status);
  expect(answers).toEqual([403, 500, 200, 200]);
});

test('fails for a path that is not named, and keeps the call all the same', async () => {
  const receiver = await receiverOf({ '/gate': 200 });
  expect((await post(receiver, '/gate/')).status).toBe(404);
  expect(receiver.calls).toMatchObject([{ path: '/gate/', status: 404 }]);
});

test.each([
  ['JSON', '{"name":"shop","metadata":{"phase":"Progressing"}}', { name: 'shop', metadata: { phase: 'Progressing' } }],
  ['text that is none', 'name=shop', 'name=shop'],
  ['nothing', '', ''],
])('keeps %s of a call, with when and how it came', async (_, body, kept) => {
  const heard: Call[] = [];
  const before = Date.now();
  const receiver = await receiverOf({ '/hook': 202 }, call => heard.push(call));
  await post(receiver, '/hook', body);
  expect(receiver.calls).toEqual([{ at: expect.any(Number) as number, path: '/hook', method: 'POST', body: kept, status: 202 }]);
  expect(receiver.calls[0]!.at).toBeGreaterThanOrEqual(before);
  expect(heard).toEqual(receiver.calls);
});

describe('an alert', () => {
  test.each([
    ['with a text', '{"text":"shop is bad"}'],
    ['with attachments', '{"channel":"general","attachments":[{"color":"danger"}]}'],
  ])('%s is taken as Slack takes it', async (_, body) => {
    expect(await post(await receiverOf({ '/slack/shop': 200 }), '/slack/shop', body)).toEqual({ status: 200, text: 'ok' });
  });

  test.each([
    ['without both', '{"content":"shop is bad"}'],
    ['with a text that is none', '{"text":5}'],
    ['of no object', 'null'],
    ['of no JSON', 'shop is bad'],
  ])('fails %s', async (_, body) => {
    const receiver = await receiverOf({ '/slack/shop': 200 });
    expect((await post(receiver, '/slack/shop', body)).status).toBe(400);
    expect(receiver.calls).toMatchObject([{ status: 400 }]);
  });

  test('fails where nobody waits for it, and when it is told to', async () => {
    const receiver = await receiverOf({ '/slack/down': 503 });
    expect((await post(receiver, '/slack/down', '{"text":"a"}')).status).toBe(503);
    expect((await post(receiver, '/slack/other', '{"text":"a"}')).status).toBe(404);
  });
});

test('a slow reply is told of at once, and comes late', async () => {
  const receiver = await receiverOf({ '/hook': { slow: 0.15, status: 201 } });
  const started = performance.now();
  const late = post(receiver, '/hook');
  await until('it is called', () => receiver.calls.length > 0);
  expect(receiver.calls).toMatchObject([{ status: 201 }]);
  expect((await late).status).toBe(201);
  // A timer may end a little early by another clock.
  expect(performance.now() - started).toBeGreaterThan(145);
});

test('a reply that is set counts from then on; the others stay', async () => {
  const receiver = await receiverOf({ '/gate': 500, '/hook': 200 });
  expect((await post(receiver, '/gate')).status).toBe(500);
  receiver.set({ '/gate': 200, '/new': 201 });
  const statuses = await Promise.all(['/gate', '/hook', '/new'].map(async path => (await post(receiver, path)).status));
  expect(statuses).toEqual([200, 200, 201]);
});

test('its end does not wait for who is still answered', async () => {
  const receiver = await receiverOf({ '/hook': { slow: 0.2 } });
  const refused = expect(post(receiver, '/hook')).rejects.toThrow();
  await until('it is called', () => receiver.calls.length > 0);
  await receiver.close();
  await refused;
  await expect(post(receiver, '/hook')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test('who is killed while calling harms nobody', async () => {
  const receiver = await receiverOf({ '/hook': 200 });
  await breakOff(receiver.address, '/hook');
  expect((await post(receiver, '/hook')).status).toBe(200);
  expect(receiver.calls).toHaveLength(1);
});
