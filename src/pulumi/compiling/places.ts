import type { WrittenPods } from './pods';
import type { Origin } from '../../engines/rendered';
import type { Manifest } from '../../manifests/manifest';

/** Where the pods stand that came from the argument `template`. */
export function podOrigins(manifests: readonly Manifest[], { exposing }: WrittenPods): readonly Origin[] {
  if (exposing.length === 0) return [];
  return manifests.flatMap((manifest, index): readonly Origin[] => hasPods(manifest)
    ? [{ manifest: index, path: ['spec', 'template'], property: 'template', alikeBelow: true }] : []);
}

function hasPods({ kind, spec }: Manifest): boolean {
  return runsPods.includes(kind) && (spec as { readonly template?: unknown }).template !== undefined;
}

const runsPods = ['Rollout', 'Deployment', 'DaemonSet', 'Service'];

/** What constructs are told by a property of every workload of cdk8s-plus is told by another argument here. */
export function inPlaceOf(property: string): string {
  const [first] = /^\w*/.exec(property)!;
  const rest = property.slice(first.length);
  switch (first) {
    case 'metadata': return rest.slice(1);
    case 'podMetadata': return `template.metadata${rest}`;
    case 'containers': return `template.spec.containers${rest.replace(/\.portNumber$/, '.ports')}`;
    default: return property;
  }
}
