import type { UpstreamChecks } from './upstream-checks';

const ROUTER = 'flagger:pkg/router/kubernetes_default.go';
const PORTS = 'flagger:pkg/canary/util.go';

/** Of the Services that Flagger makes. */
export const canaryServiceChecks: UpstreamChecks = {
  'FS-01': ['`portDiscovery`, and a port of a container with the name that the Service has already: it cannot be made', `${ROUTER}#L129`, 'flagger#948'],
  'FS-02': ['`portDiscovery`, and a port of a container with the number that the Service has already: it cannot be made', `${ROUTER}#L133`],
  'FS-03': ['`portDiscovery`, and a `targetPort` that is not the port of the container: that one is found as well', `${PORTS}#L45`],
  'FS-04': ['`portDiscovery` makes TCP of every protocol, and does not see what runs beside the containers', `${ROUTER}#L132`, `${PORTS}#L38`],
  'FS-05': ['a `targetPort` that no container listens on: the Service leads nowhere', `${ROUTER}#L100`],
  'FS-06': ['a Service that Flagger makes stands in the manifests too: both write its selector and its ports in turn', `${ROUTER}#L207`, 'flagger#1026', 'flagger#208', 'flagger#243'],
  'FS-07': ['`headless` and `trafficDistribution` are read when the Service is made, and never again', `${ROUTER}#L116`],
  'FS-08': ['another `service.name`: the old Services and routes stay', 'flagger:pkg/apis/flagger/v1beta1/canary.go#L611'],
  'FS-09': ['labels and annotations of others on a Service that Flagger has made are taken away', `${ROUTER}#L250`],
  'FS-10': ['no `service` for a Deployment or a DaemonSet: a Service with port 0 cannot be made', `${ROUTER}#L111`],
};
