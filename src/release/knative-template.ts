import type { Problem } from '../intent/problem';
import type { Manifest } from '../manifests/manifest';

/** The fields of pods that a Service of Knative takes where none of its features is enabled. */
const known = ['automountServiceAccountToken', 'containers', 'enableServiceLinks', 'imagePullSecrets', 'serviceAccountName', 'volumes'];

/** What cdk8s-plus writes for every pod, and what Knative does by itself or leaves out without harm. */
const usual: Readonly<Record<string, unknown>> = {
  dnsPolicy: 'ClusterFirst',
  hostNetwork: false,
  restartPolicy: 'Always',
  securityContext: { fsGroupChangePolicy: 'Always', runAsNonRoot: true },
  setHostnameAsFQDN: false,
  shareProcessNamespace: false,
  terminationGracePeriodSeconds: 30,
};

interface Template {
  readonly metadata?: unknown;
  readonly spec?: Readonly<Record<string, unknown>>;
}

/** A pod template without what Knative would refuse. */
export function knativeTemplate({ metadata, spec = {} }: Template): unknown {
  const kept = Object.fromEntries(Object.entries(spec).filter(([key]) => known.includes(key)));
  return { metadata, spec: { ...kept, ...Array.isArray(kept.containers) && { containers: kept.containers.map(withPeriod) } } };
}

/** Without a period Knative asks as often as it can, and takes no count of failures then: what Kubernetes means is written out. */
function withPeriod(container: { readonly readinessProbe?: object }): object {
  const { readinessProbe } = container;
  return readinessProbe === undefined ? container : { ...container, readinessProbe: { periodSeconds: 10, ...readinessProbe } };
}

/** What somebody asked for that is left out. */
export function knativeProblems({ spec = {} }: Template): readonly Problem[] {
  const isUsual = (key: string, value: unknown) => JSON.stringify(value) === JSON.stringify(usual[key]);
  return Object.entries(spec).filter(([key, value]) => !known.includes(key) && !isUsual(key, value)).map(([key, value]) => ({
    property: key,
    message: `cannot be had from a Service of Knative, got ${JSON.stringify(value)}`,
    fix: 'leave it out, or choose another router',
  }));
}

export function isOfKnative({ apiVersion, kind }: Manifest): boolean {
  return kind === 'Service' && apiVersion.startsWith('serving.knative.dev/');
}
