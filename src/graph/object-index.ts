import type { GraphNode } from './node';
import { mayBeSameNamespace } from '../manifests/namespaces';

/** Finds objects by kind, namespace and name. */
export class ObjectIndex {
  private readonly byKind = new Map<string, Map<string, GraphNode[]>>();

  private readonly listed = new Map<string, readonly GraphNode[]>();

  add(node: GraphNode): void {
    if (node.name === undefined) {
      return;
    }
    this.listed.delete(node.groupKind);
    let byName = this.byKind.get(node.groupKind);
    if (byName === undefined) {
      byName = new Map();
      this.byKind.set(node.groupKind, byName);
    }
    const known = byName.get(node.name);
    if (known === undefined) {
      byName.set(node.name, [node]);
    } else {
      known.push(node);
    }
  }

  /** Every object of this kind. */
  ofKind(groupKind: string): readonly GraphNode[] {
    let nodes = this.listed.get(groupKind);
    if (nodes === undefined) {
      nodes = [...this.byKind.get(groupKind)?.values() ?? []].flat();
      this.listed.set(groupKind, nodes);
    }
    return nodes;
  }

  /** Every object of this kind and name, whatever its namespace. */
  named(groupKind: string, name: string): readonly GraphNode[] {
    return this.byKind.get(groupKind)?.get(name) ?? [];
  }

  /**
   * The object of this kind and name in this namespace. An object without a namespace goes where it is applied to, so it
   * may well meet one that names its own.
   */
  find(groupKind: string, namespace: string | undefined, name: string): GraphNode | undefined {
    const nodes = this.named(groupKind, name);
    return nodes.find((node) => node.namespace === namespace)
      ?? nodes.find((node) => mayBeSameNamespace(node.namespace, namespace));
  }

  /** The object of a kind that has no namespaces. */
  findClusterWide(groupKind: string, name: string): GraphNode | undefined {
    return this.named(groupKind, name)[0];
  }
}
