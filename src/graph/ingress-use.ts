import type { Field } from './field';
import { INGRESS, IngressNode, OLD_INGRESS } from './ingress';
import type { ObjectIndex } from './object-index';
import type { RolloutNode } from './rollout';

/** Where each router names its Ingresses. */
const ROUTERS = [
  { router: 'nginx', one: 'stableIngress', several: 'stableIngresses' },
  { router: 'alb', one: 'ingress', several: 'ingresses' },
] as const;

/** An Ingress that a Rollout names, and the object if the input holds it. */
export interface NamedIngress {
  readonly field: Field;
  readonly name: string;
  readonly node: IngressNode | undefined;
}

/** What a router of a Rollout is told of the Ingresses that it splits. */
export class IngressUse {
  private namedRead?: readonly NamedIngress[];

  constructor(readonly rollout: RolloutNode, readonly router: 'nginx' | 'alb', private readonly keys: readonly [one: string, several: string], private readonly index: ObjectIndex) {}

  get settings(): Field {
    return this.rollout.trafficRouting.at(this.router);
  }

  get one(): Field {
    return this.settings.at(this.keys[0]);
  }

  get several(): Field {
    return this.settings.at(this.keys[1]);
  }

  /** What the paths have to lead to for the requests to be split. */
  get service(): Field {
    const root = this.settings.at('rootService');
    return this.router === 'alb' && root.exists && root.text !== '' ? root : this.rollout.canary.at('stableService');
  }

  get ingresses(): readonly NamedIngress[] {
    return this.namedRead ??= [this.one, ...this.several.items()].flatMap((field) => {
      const name = field.text;
      return name === undefined || name === '' ? [] : [{ field, name, node: this.nodeOf(name) }];
    });
  }

  /** The namespace in which an Ingress of that name is, where it is in another one than the Rollout. */
  foreignNamespaceOf(name: string): string | undefined {
    return [INGRESS, OLD_INGRESS].flatMap((kind) => this.index.named(kind, name)).find(({ namespace }) => namespace !== undefined)?.namespace;
  }

  nodeOf(name: string): IngressNode | undefined {
    const { namespace } = this.rollout;
    const node = this.index.find(INGRESS, namespace, name) ?? this.index.find(OLD_INGRESS, namespace, name);
    return node instanceof IngressNode ? node : undefined;
  }
}

/** Every use of Ingresses by a Rollout, in the order in which the controller looks at them. */
export function ingressUses(rollout: RolloutNode, index: ObjectIndex): readonly IngressUse[] {
  return ROUTERS.filter(({ router }) => rollout.trafficRouting.has(router))
    .map(({ router, one, several }) => new IngressUse(rollout, router, [one, several], index));
}
