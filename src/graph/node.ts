import type { SourceDocument } from './document';

/** Who a document is. Rules and findings name objects by this. */
export interface GraphNode {
  /** Index of the document in the input. */
  readonly document: number;
  readonly source: SourceDocument;
  /** Kind and API group as Kubernetes writes them together: `Rollout.argoproj.io`, `Service`. */
  readonly groupKind: string;
  readonly kind: string;
  readonly name: string | undefined;
  readonly namespace: string | undefined;
  /** How people are told: `Rollout shop/checkout`. */
  readonly resource: string;
}
