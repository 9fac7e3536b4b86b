import { k8s } from 'cdk8s-plus-28';
import type { Workload } from 'cdk8s-plus-28';

/** The pod template of a workload as plain JSON; its own form holds quantities that would print as objects. */
export function podTemplate(workload: Workload): unknown {
  const metadata = workload.podMetadata.toJson();
  // a pod without containers is told by a rule, in better words
  const spec = workload.containers.length === 0 ? { containers: [] } : workload._toPodSpec();
  return k8s.toJson_PodTemplateSpec({ metadata, spec });
}
