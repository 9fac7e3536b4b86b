/** Pieces of manifests for the tests of rules on what Flagger asks. */

import { canary } from './flagger-manifests';
import type { CanaryPieces } from './flagger-manifests';
import { indent } from './manifests';

/** A Canary with these metrics in the place of its own. */
export function asking(metrics: string, pieces: CanaryPieces = {}): string {
  return canary(pieces).replace(/ metrics:\n.*\n$/, ` metrics: ${metrics}\n`);
}

interface MetricTemplatePieces {
  readonly name?: string;
  readonly namespace?: string;
  readonly annotations?: string;
  readonly provider?: string;
  readonly query?: string;
}

export function metricTemplate({
  name = 'orders', namespace = 'shop', annotations = '{}', provider = '{ type: prometheus, address: http://prometheus:9090 }',
  query = 'sum(rate(orders_total{workload="{{ target }}"}[{{ interval }}]))',
}: MetricTemplatePieces = {}): string {
  return `---
apiVersion: flagger.app/v1beta1
kind: MetricTemplate
metadata: { name: ${name}, namespace: ${namespace}, annotations: ${annotations} }
spec:
  provider: ${provider}
  query: |
    ${indent(query, 4)}
`;
}

/** A Canary that asks the template `orders`. */
export const ORDERS = '[{ name: orders, templateRef: { name: orders }, interval: 1m, thresholdRange: { min: 99 } }]';
