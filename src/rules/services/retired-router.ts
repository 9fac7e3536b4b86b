import { forEachRolloutWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';

const ELSEWHERE = 'move to a router that is maintained: a Gateway, as plugins: { argoproj-labs/gatewayAPI: ... }, Istio or a load balancer';

/**
 * https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/, https://docs.aws.amazon.com/app-mesh/latest/userguide/what-is-app-mesh.html
 * and https://www.cncf.io/blog/2023/10/03/cncf-archives-the-service-mesh-interface-smi-project/
 */
const RETIRED: readonly (readonly [router: string, what: string, fix: string])[] = [
  ['nginx', 'splits by ingress-nginx, which is retired since March 2026: nobody mends it any more, not even where it is open to attacks', ELSEWHERE],
  ['appMesh', 'splits by AWS App Mesh, which was switched off on 30 September 2026', ELSEWHERE],
  ['smi', 'splits by the Service Mesh Interface, which is archived since October 2023, and which no mesh of today speaks', ELSEWHERE],
];

export const retiredRouter: Rule = {
  id: 'retired-router',
  class: 'advice',
  summary: 'the router is one that somebody maintains',
  why: 'what is retired gets no more fixes, also for its security, and ends with some version of Kubernetes',
  covers: [],
  check: (graph) => forEachRolloutWith(graph, ['trafficRouting'], function* ({ trafficRouting }): Iterable<Remark> {
    const found = RETIRED.find(([router]) => trafficRouting.has(router));
    if (found !== undefined) {
      const [router, what, fix] = found;
      yield remark(trafficRouting.at(router), what, fix);
    }
  }),
};
