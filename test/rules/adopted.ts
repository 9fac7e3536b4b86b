/** A Rollout that takes pods over, and what it takes them from: right in every respect but the one under test. */

export interface AdoptingPieces {
  readonly name?: string;
  readonly replicas?: number | null;
  /** Within `spec.workloadRef`. */
  readonly reference?: string;
  readonly scaleDown?: string;
  /** One more line of `spec`. */
  readonly fields?: string;
}

export function adopting({ name = 'checkout', replicas = 5, reference = 'apiVersion: apps/v1, kind: Deployment, name: checkout', scaleDown, fields = '' }: AdoptingPieces = {}): string {
  return `---
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: { name: ${name}, namespace: shop }
spec:
  ${replicas === null ? '' : `replicas: ${replicas}`}
  workloadRef: { ${reference}${scaleDown === undefined ? '' : `, scaleDown: ${scaleDown}`} }
  ${fields}
  strategy: { canary: { steps: [{ setWeight: 20 }, { pause: {} }] } }
`;
}

const TEMPLATE = '{ metadata: { labels: { app: checkout } }, spec: { containers: [{ name: main, image: a }] } }';

export function deployment({ replicas = 5, namespace = 'shop' }: { readonly replicas?: number | null; readonly namespace?: string } = {}): string {
  return `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: checkout, namespace: ${namespace} }
spec:
  ${replicas === null ? '' : `replicas: ${replicas}`}
  selector: { matchLabels: { app: checkout } }
  template: ${TEMPLATE}
`;
}

export function podTemplate(): string {
  return `---
apiVersion: v1
kind: PodTemplate
metadata: { name: checkout, namespace: shop }
template: ${TEMPLATE}
`;
}
