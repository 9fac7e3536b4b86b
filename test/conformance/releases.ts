import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analysisRun, canary, deployment, destinationRule, event, httpRoute, ingress, pod, replicaSet, rollout, service, virtualService, Watched } from './watched';
import { runAsJson } from '../../conformance/harness/flagger-run';
import type { Asked } from '../../conformance/harness/metrics';
import type { Fields } from '../../conformance/harness/objects';
import type { Call } from '../../conformance/harness/receiver';
import { traceAsJson } from '../../conformance/harness/report';

/** The old version runs, and a new image comes: two seconds later the first step is set. */
export function begun(): Watched {
  const watched = new Watched().send(
    pod('shop-old-1', 'old', true), replicaSet('old', 5), service('shop'), service('shop-canary'), ingress(0),
    rollout({ phase: 'Healthy', currentPodHash: 'old', currentStepIndex: 4 }),
  );
  watched.wait(5).trace.start('image');
  return watched.wait(2).send(
    rollout({ phase: 'Progressing', currentPodHash: 'new', currentStepIndex: 0 }),
    pod('shop-new-1', 'new', true), replicaSet('new', 1), replicaSet('old', 4), service('shop', 'old'), service('shop-canary', 'new'), ingress(20),
  );
}

/** 20 % for 10 s, 50 % for 6 s; there its guard fails, and it is rolled back. */
export function aborted(): Watched {
  const good = { name: 'latency', phase: 'Successful', successful: 4 };
  return begun().send(event('set to 20'), analysisRun('Background', 'Running', [{ name: 'errors', phase: 'Running' }, good])).wait(10).send(
    analysisRun('Step', 'Successful', [good]), rollout({ phase: 'Paused', currentPodHash: 'new', currentStepIndex: 2, pauseConditions: [{ reason: 'CanaryPauseStep' }] }),
    ingress(50), event('set to 50'), replicaSet('new', 3), replicaSet('old', 2),
  ).wait(6).send(
    analysisRun('Background', 'Failed', [{ name: 'errors', phase: 'Failed', failed: 2 }, good]), event('aborted'),
    rollout({ phase: 'Degraded', message: 'RolloutAborted: errors', currentPodHash: 'new', currentStepIndex: 0, abort: true }),
    ingress(0), service('shop-canary', 'old'), replicaSet('old', 5), replicaSet('new', 0),
  ).wait(3);
}

/** The same behind Istio: requests with a header go to the canary from the first weight to the end, 20 % of the others for 10 s. */
export function meshed(): Watched {
  const header = { name: 'internal', match: [{ headers: { 'x-internal': { exact: 'true' } } }], route: [{ destination: { host: 'shop', subset: 'canary' }, weight: 100 }] };
  const copies = { route: [], mirror: { host: 'shop' }, mirrorPercentage: { value: 35 } };
  const watched = new Watched().send(virtualService(0), destinationRule({ stable: undefined, canary: undefined, other: undefined }),
    rollout({ phase: 'Healthy', currentPodHash: 'old' }));
  watched.wait(5).trace.start('image');
  return watched.wait(2).send(virtualService(0, header), destinationRule({ stable: 'old', canary: 'new', other: undefined }), virtualService(20, header, copies),
    rollout({ phase: 'Paused', currentPodHash: 'new', currentStepIndex: 0 }))
    .wait(10).send(rollout({ phase: 'Degraded', currentPodHash: 'new', abort: true }), virtualService(0), destinationRule({ stable: 'old', canary: 'old' }));
}

/** The same behind a Gateway API route, which is gone at the end. */
export function routed(): Watched {
  const header = { matches: [{ headers: [{ name: 'x-internal', value: 'true' }] }], backendRefs: [{ name: 'shop-canary', weight: 1 }] };
  const watched = new Watched().send(httpRoute(0), rollout({ phase: 'Healthy', currentPodHash: 'old' }));
  watched.wait(5).trace.start('image');
  watched.wait(2).send(httpRoute(0, header), httpRoute(20, header), rollout({ phase: 'Degraded', currentPodHash: 'new', abort: true }), httpRoute(0));
  watched.tell('DELETED', httpRoute(0));
  return watched;
}

/** Flagger: a last word about the old version, 10 %, 20 % with two failed checks, and back; then it no longer counts them. */
export function failed(): Watched {
  const watched = new Watched('flagger').send(canary({ phase: 'Initialized' }), deployment('shop', '1.0.0', 0), deployment('shop-primary', '1.0.0', 2));
  watched.wait(5).trace.start('image');
  return watched.send(canary({ phase: 'Initialized', conditions: [{ type: 'Promoted', message: 'done' }] }))
    .wait(1).send(canary({ phase: 'Progressing', canaryWeight: 10, iterations: 1 }), deployment('shop', 'next', 1))
    .wait(2).send(canary({ phase: 'Progressing', canaryWeight: 20, iterations: 2, failedChecks: 2 }))
    .wait(2).send(canary({ phase: 'Failed' }), deployment('shop', 'next', 0));
}

/** A file with the trace of a rollout that had these weights, and was aborted by its guard. */
export function saved(...weights: readonly number[]): string {
  const latency = { phase: 'Successful' };
  const file = join(mkdtempSync(join(tmpdir(), 'saved-')), 'trace.json');
  writeFileSync(file, traceAsJson([
    { at: -1, what: 'Rollout', phase: 'Healthy', promoted: true, step: 4, weight: 100 },
    ...weights.map((weight, index) => ({ at: index, what: 'Rollout', phase: 'Progressing', promoted: false, aborted: false, step: 2 * index, weight })),
    { at: 8, what: 'AnalysisRun', name: 'a', type: 'Step', phase: 'Successful', metrics: { latency } },
    { at: 9, what: 'AnalysisRun', name: 'b', type: 'Background', phase: 'Failed', metrics: { errors: {}, latency } },
    { at: 9, what: 'Rollout', phase: 'Degraded', promoted: false, aborted: true, step: 0, weight: 0 },
  ]));
  return file;
}

/** A file with a run of Flagger. */
export function savedRun(run: Fields): string {
  const file = join(mkdtempSync(join(tmpdir(), 'saved-')), 'run.json');
  writeFileSync(file, runAsJson(run));
  return file;
}

export const asked = (query: string): Asked => ({ at: 0, name: 'errors', query, answer: 1 });

export const call = (path: string, body: unknown): Call => ({ at: 0, path, method: 'POST', body, status: 200 });
