import type { Leaf } from '../manifests/leaf';

/** Where Prometheus finds the metrics of a pod. */
export interface ScrapeIntent {
  /** Absent: the port that serves requests. */
  readonly port?: Leaf<number>;
  readonly path: Leaf<string>;
}
