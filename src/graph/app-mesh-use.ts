import type { Field } from './field';
import type { ObjectIndex } from './object-index';
import { ResourceNode } from './resource-node';
import type { RolloutNode } from './rollout';

const GROUP = 'appmesh.k8s.aws';
/** What a route of a virtual router can be; of several the controller takes the first. */
const ROUTE_TYPES = ['httpRoute', 'tcpRoute', 'http2Route', 'grpcRoute'];

/** An object of App Mesh that is named: where, and what was found. */
export interface MeshReference {
  readonly field: Field;
  readonly kind: string;
  readonly name: string;
  readonly node: ResourceNode | undefined;
}

/** A route of a virtual router. */
export interface MeshRoute {
  readonly field: Field;
  readonly name: Field;
  /** Where its targets are listed; undefined when it is of no kind that the controller knows. */
  readonly targets: Field | undefined;
}

/** What App Mesh is told of one Rollout. */
export class AppMeshUse {
  readonly settings: Field;

  constructor(readonly rollout: RolloutNode, private readonly index: ObjectIndex) {
    this.settings = rollout.trafficRouting.at('appMesh');
  }

  get virtualService(): MeshReference | undefined {
    return this.reference('VirtualService', this.settings.at('virtualService', 'name'));
  }

  /** The router behind the virtual service; undefined when that is not there, or has none. */
  get virtualRouter(): MeshReference | undefined {
    const service = this.virtualService?.node;
    const reference = service?.spec.at('provider', 'virtualRouter', 'virtualRouterRef');
    return reference === undefined ? undefined : this.reference('VirtualRouter', reference.at('name'), reference.textAt('namespace'));
  }

  /** The node of a version. */
  virtualNode(version: 'canary' | 'stable'): MeshReference | undefined {
    return this.reference('VirtualNode', this.settings.at('virtualNodeGroup', `${version}VirtualNodeRef`, 'name'));
  }

  private reference(kind: string, field: Field, namespace = this.rollout.namespace): MeshReference | undefined {
    const name = field.text;
    const node = name === undefined ? undefined : this.index.find(`${kind}.${GROUP}`, namespace, name);
    return name === undefined || name === '' ? undefined : { field, kind, name, node: node instanceof ResourceNode ? node : undefined };
  }
}

export function meshRoutes(router: ResourceNode): readonly MeshRoute[] {
  return router.spec.at('routes').items().map((field) => {
    const type = ROUTE_TYPES.find((each) => field.has(each));
    return { field, name: field.at('name'), targets: type === undefined ? undefined : field.at(type, 'action', 'weightedTargets') };
  });
}
