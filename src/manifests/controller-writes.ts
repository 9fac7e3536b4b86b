import { POD_HASH_LABEL } from './names';

/** Fields of an object that a controller changes, so that whoever applies the object has to leave them alone. */
export interface ControllerWrites {
  /** The API group; empty for the core one. */
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  /** Absent: that of the rollout. */
  readonly namespace?: string;
  readonly paths: readonly FieldPath[];
}

type FieldPath = readonly string[];

/** An object of which the kind is known. */
interface Called {
  readonly name: string;
  readonly namespace?: string;
}

/** Which lists of a VirtualService a Rollout names routes of. */
interface NamedLists {
  readonly http: boolean;
  readonly tls: boolean;
  readonly tcp: boolean;
}

/** What is said of an Ingress of a load balancer. */
interface LoadBalancer {
  /** What the paths lead to. */
  readonly root: string;
  readonly prefix: string;
  /** Routes that steps add and remove. */
  readonly managedRoutes: readonly string[];
}

/** With which the annotations of a load balancer of AWS begin. */
export const albPrefix = 'alb.ingress.kubernetes.io';

/** The controller's note of what it has written to an Ingress. */
export const managedAnnotations = 'rollouts.argoproj.io/managed-alb-annotations';

/** What controllers change in objects of each kind. A list of a custom resource belongs to one owner, and is taken as a whole. */
export const writesTo = {
  /** How many pods it has, which an autoscaler or a controller decides. */
  replicas: (group: string, kind: string, object: Called) => writes(group, kind, object, [['spec', 'replicas']]),

  rolloutReplicas: (object: Called) => writesTo.replicas('argoproj.io', 'Rollout', object),

  /** It is narrowed to one version, by a label beside those that are written. */
  versionService: (object: Called) => writes('', 'Service', object, [['spec', 'selector', POD_HASH_LABEL]]),

  /** Weights, and the routes of steps. HTTP is what is meant where no list is named. */
  virtualService: (object: Called, { http, tls, tcp }: NamedLists) => writes('networking.istio.io', 'VirtualService', object, [
    ...http || !(tls || tcp) ? [['spec', 'http']] : [], ...tls ? [['spec', 'tls']] : [], ...tcp ? [['spec', 'tcp']] : [],
  ]),

  /** The labels of the subsets. */
  destinationRule: (object: Called) => writes('networking.istio.io', 'DestinationRule', object, [['spec', 'subsets']]),

  traefikService: (object: Called, group = 'traefik.io') => writes(group, 'TraefikService', object, [['spec', 'weighted', 'services']]),

  /** The route of a header step is the controller's own. */
  apisixRoute: (object: Called) => writes('apisix.apache.org', 'ApisixRoute', object, [['spec', 'http']]),

  /** Weights, and the rules of header steps. The label that marks a route during a rollout stands in no manifest, so nobody takes it away. */
  gatewayRoute: (kind: string, object: Called) => writes('gateway.networking.k8s.io', kind, object, [['spec', 'rules']]),

  httpProxy: (object: Called) => writes('projectcontour.io', 'HTTPProxy', object, [['spec', 'routes']]),

  openShiftRoute: (object: Called) => writes('route.openshift.io', 'Route', object, [['spec', 'to', 'weight'], ['spec', 'alternateBackends']]),

  /** Its actions and conditions, the controller's note of them, and the path that a header step adds to a list. */
  loadBalancer: (object: Called, { root, prefix, managedRoutes }: LoadBalancer, group = 'networking.k8s.io') => writes(group, 'Ingress', object, [
    ...[
      `${prefix}/actions.${root}`, ...managedRoutes.flatMap(route => [`${prefix}/actions.${route}`, `${prefix}/conditions.${route}`]), managedAnnotations,
    ].map(key => ['metadata', 'annotations', key]),
    ...managedRoutes.length === 0 ? [] : [['spec', 'rules']],
  ]),

  virtualRouter: (object: Called) => writes('appmesh.k8s.aws', 'VirtualRouter', object, [['spec', 'routes']]),

  virtualNode: (object: Called) => writes('appmesh.k8s.aws', 'VirtualNode', object, [['spec', 'podSelector', 'matchLabels', POD_HASH_LABEL]]),

  /** Flagger scales it, to none between releases; what has a pod on every node it sends away from all of them. */
  target: (kind: string, object: Called) => kind === 'DaemonSet'
    ? writes('apps', kind, object, [['spec', 'template', 'spec', 'nodeSelector']]) : writesTo.replicas('apps', kind, object),

  /** Flagger pauses it between releases. */
  scaledObject: (object: Called) => writes('keda.sh', 'ScaledObject', object, [['metadata', 'annotations']]),

  knativeService: (object: Called) => writes('serving.knative.dev', 'Service', object, [
    ['spec', 'traffic'], ['metadata', 'annotations', 'flagger.app/primary-revision'],
  ]),

  /** A Service that Flagger makes, where somebody else has written it as well. */
  madeService: (object: Called) => writes('', 'Service', object, [['spec', 'selector'], ['spec', 'ports']]),

  /** The same of anything else that Flagger makes. */
  madeObject: (group: string, kind: string, object: Called) => writes(group, kind, object, [['spec']]),
};

function writes(group: string, kind: string, { name, namespace }: Called, paths: readonly FieldPath[]): ControllerWrites {
  return { group, kind, name, ...namespace === undefined ? {} : { namespace }, paths };
}
