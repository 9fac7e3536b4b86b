import { plain } from './full-intent';
import type { Leaves } from './full-intent';
import { resolved, token } from './token';
import { renderExperiment } from '../../../src/engines/render';
import type { ExperimentIntent } from '../../../src/intent/experiment';
import { experimentProblems } from '../../../src/intent/experiment-problems';
import { prometheusStore } from '../../../src/metrics/prometheus';
import { Telemetry } from '../../../src/telemetry/telemetry';
import { expectRight } from '../../render';

/** A wish that uses every leaf of an experiment; those of questions and metric stores are tried with rollouts. */
function fullExperiment(leaf: Leaves): ExperimentIntent {
  const analysis = {
    name: 'error-rate',
    question: { kind: 'error-rate', atMost: leaf('atMost', 1) },
    scope: 'canary',
    noData: { kind: 'hold', atMostSeconds: 600 },
    minimumRequests: leaf('minimumRequests', 50),
    timing: { windowSeconds: leaf('window', 120), intervalSeconds: leaf('interval', 60), initialDelaySeconds: leaf('delay', 90) },
    limits: {},
    args: [],
  } as const;
  const asking = { analysis, of: 'canary', required: true, args: [{ name: 'shard', source: { kind: 'value', value: leaf('shard', 'eu') } }], dryRun: false } as const;
  const labels = (name: string) => ({ [name]: leaf(`${name}.label`, 'b') });
  const pods = (name: string) => ({ metadata: { labels: { app: name } }, spec: { containers: [{ name: 'main', image: leaf(`${name}.image`, 'registry.example/x:1') }] } });
  return {
    name: 'compare',
    namespace: 'shop',
    labels: labels('team'),
    annotations: labels('owner'),
    variants: ['baseline', 'canary'].map(name => ({
      name,
      replicas: leaf(`${name}.replicas`, 2),
      minReadySeconds: leaf(`${name}.minReady`, 5),
      selector: leaf(`${name}.selector`, { matchLabels: { app: name } }),
      template: leaf(`${name}.template`, pods(name) as Readonly<Record<string, unknown>>),
    })),
    questions: [
      { ...asking, name: 'absolute', property: 'analyses[0]', keptMeasurements: leaf('kept', 20) },
      { ...asking, name: 'difference', property: 'analyses[1]', against: 'baseline' },
    ],
    seconds: leaf('seconds', 1800),
    progressDeadlineSeconds: leaf('deadline', 300),
    scaleDownDelaySeconds: leaf('scaleDown', 0),
    terminate: false,
    dryRun: ['.*'],
    kept: [{ metric: '.*', limit: leaf('limit', 5) }],
    runMetadata: { labels: labels('run'), annotations: labels('note') },
    controller: { kind: 'argo', argo: {} },
    telemetry: Telemetry.httpRequests(),
    source: { sourceName: 'prometheus', _store: prometheusStore({ address: leaf('address', 'http://prometheus:9090') }) },
  };
}

const { manifests } = renderExperiment(fullExperiment(plain));

test('an experiment is right when every leaf is known', () => {
  expectRight(manifests);
  expect(manifests.map(({ kind, metadata: { name } }) => `${kind} ${name}`)).toEqual([
    'Experiment compare', 'AnalysisTemplate compare-absolute', 'AnalysisTemplate compare-difference',
  ]);
});

test('it is the same in the end when no leaf is known, each of which arrives', () => {
  const made = new Set<string>();
  const arrived = new Set<string>();
  const rendered = renderExperiment(fullExperiment((place, value) => {
    made.add(place);
    return token(value, () => arrived.add(place));
  }));
  expect(resolved(rendered.manifests)).toEqual(manifests);
  // a token within a token is part of it
  expect([...made].filter(place => !arrived.has(place) && !place.endsWith('.image'))).toEqual([]);
  expect(rendered.gaps).toEqual([]);
});

test('it is checked without a look at what is not known', () => {
  expect(experimentProblems(fullExperiment((_, value) => token(value, () => undefined)))).toEqual([]);
});
