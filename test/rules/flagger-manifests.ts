/** Pieces of manifests of Flagger for the tests of rules: right in every respect but the one under test. */

import { indent, POD } from './manifests';

export interface CanaryPieces {
  readonly name?: string;
  /** Null where Flagger's own options say it. */
  readonly provider?: string | null;
  readonly target?: string;
  readonly service?: string;
  /** Below `spec.analysis`, in place of an equal ramp. */
  readonly course?: string;
  /** More below `spec.analysis`. */
  readonly analysis?: string;
  /** More below `spec`. */
  readonly spec?: string;
}

/** A Canary of Flagger in front of the Deployment `checkout`. */
export function canary({
  name = 'checkout', provider = 'istio', target = '{ apiVersion: apps/v1, kind: Deployment, name: checkout }', service: written = '{ port: 80, targetPort: 8080 }',
  course = `
stepWeight: 10
maxWeight: 50`, analysis = '', spec = '',
}: CanaryPieces = {}): string {
  return `---
apiVersion: flagger.app/v1beta1
kind: Canary
metadata: { name: ${name}, namespace: shop }
spec:
  ${provider === null ? '' : `provider: ${provider}`}
  targetRef: ${target}
  service: ${written}${indent(spec, 2)}
  analysis:
    interval: 1m
    threshold: 5${indent(course, 4)}${indent(analysis, 4)}
    metrics:
      - { name: request-success-rate, interval: 1m, thresholdRange: { min: 99 } }
`;
}

export interface WorkloadPieces {
  readonly name?: string;
  readonly kind?: 'Deployment' | 'DaemonSet';
  readonly namespace?: string;
  /** The labels of the pods, which the selector names. */
  readonly labels?: string;
  readonly selector?: string;
  /** More below `spec`, in place of the replicas. */
  readonly spec?: string;
  /** Below `spec.template.spec`. */
  readonly pod?: string;
}

/** What Flagger takes over. */
export function workload({
  name = 'checkout', kind = 'Deployment', namespace = 'shop', labels = '{ app: checkout }', selector = `{ matchLabels: ${labels} }`, spec = '', pod = POD,
}: WorkloadPieces = {}): string {
  return `---
apiVersion: apps/v1
kind: ${kind}
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  selector: ${selector}${indent(spec, 2)}
  template:
    metadata: { labels: ${labels} }
    spec:${indent(pod, 6)}
`;
}
