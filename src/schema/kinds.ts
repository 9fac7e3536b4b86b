import type * as argo from './argo-rollouts.generated';
import type * as flagger from './flagger.generated';
import type * as kubernetes from './kubernetes.generated';
import type * as routers from './routers.generated';
import { readSchemas } from './shape';
import type { KindSchema } from './shape';

type Kinds = ReadonlyMap<string, KindSchema>;

/** Read when a document of one of their groups is judged; most programs have none of the routers' kinds. */
const FILES: Readonly<Record<string, () => string>> = {
  argo: () => (require('./argo-rollouts.generated') as typeof argo).schemas,
  flagger: () => (require('./flagger.generated') as typeof flagger).schemas,
  kubernetes: () => (require('./kubernetes.generated') as typeof kubernetes).schemas,
  routers: () => (require('./routers.generated') as typeof routers).schemas,
};

const GROUPS: ReadonlyMap<string, keyof typeof FILES> = new Map([
  ['argoproj.io', 'argo'],
  ['flagger.app', 'flagger'],
  ...['', 'apps', 'autoscaling', 'networking.k8s.io', 'policy'].map((group) => [group, 'kubernetes'] as const),
  ...['gateway.networking.k8s.io', 'networking.istio.io', 'traefik.io', 'apisix.apache.org', 'getambassador.io', 'projectcontour.io', 'route.openshift.io']
    .map((group) => [group, 'routers'] as const),
]);

const read = new Map<string, Kinds>();

/** What is known of a kind, by its kind and group (`Rollout.argoproj.io`, `Service`). */
export function schemaOf(groupKind: string): KindSchema | undefined {
  const dot = groupKind.indexOf('.');
  const file = GROUPS.get(dot < 0 ? '' : groupKind.slice(dot + 1));
  if (file === undefined) {
    return undefined;
  }
  let kinds = read.get(file);
  if (kinds === undefined) {
    kinds = readSchemas(FILES[file]());
    read.set(file, kinds);
  }
  return kinds.get(groupKind);
}
