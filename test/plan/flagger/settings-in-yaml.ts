import { readGraph } from '../../../src/graph/graph';
import { readYaml } from '../../../src/manifests/yaml';
import { readRunSettings } from '../../../src/plan/flagger/read-run-settings';
import type { RunSettings } from '../../../src/plan/flagger/run-settings';

export interface WrittenCanary {
  /** Null where the Canary leaves it to Flagger's own option. */
  readonly provider?: string | null;
  readonly analysis: object;
  readonly service?: object;
  /** More below `spec`. */
  readonly spec?: object;
}

const METRIC = { name: 'request-success-rate', interval: '1m', thresholdRange: { min: 99 } };

/** A Canary as somebody writes it by hand; with a metric, unless the analysis says otherwise. */
export function canaryIn({ provider = 'istio', analysis, service = {}, spec = {} }: WrittenCanary) {
  const manifest = {
    apiVersion: 'flagger.app/v1beta1',
    kind: 'Canary',
    metadata: { name: 'shop', namespace: 'shop' },
    spec: {
      ...provider === null ? {} : { provider },
      targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'shop' },
      service: { port: 80, ...service },
      analysis: { interval: '1m', threshold: 2, metrics: [METRIC], ...analysis },
      ...spec,
    },
  };
  return readGraph(readYaml(JSON.stringify(manifest)).documents).canaries[0];
}

export function settingsIn(canary: WrittenCanary): RunSettings {
  const settings = readRunSettings(canaryIn(canary));
  if (settings === undefined) {
    throw new Error('something is not known');
  }
  return settings;
}
