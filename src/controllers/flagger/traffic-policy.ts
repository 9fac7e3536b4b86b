import type { FlaggerConsistentHash, FlaggerLoadBalancer, FlaggerLocality } from './load-balancer-options';
import { said } from './said';
import { routerTime } from './times';
import type { FlaggerConnectionPool, FlaggerOutlierDetection, FlaggerTrafficPolicy } from './traffic-policy-options';
import type {
  CanaryTrafficPolicy, ConsistentHash, LocalityLoadBalancing, TrafficPolicyConnectionPool, TrafficPolicyLoadBalancer, TrafficPolicyOutlierDetection,
} from '../../manifests/flagger.generated';

/** What is said of the pods, as a DestinationRule of Istio has it. */
export function trafficPolicy({ connectionPool, loadBalancer, outlierDetection, tls }: FlaggerTrafficPolicy): CanaryTrafficPolicy | undefined {
  return said({
    connectionPool: connectionPool && pool(connectionPool),
    loadBalancer: loadBalancer && balancing(loadBalancer),
    outlierDetection: outlierDetection && outliers(outlierDetection),
    tls: tls && said({ ...tls }),
  });
}

function pool(options: FlaggerConnectionPool): TrafficPolicyConnectionPool | undefined {
  const http = said({
    http1MaxPendingRequests: options.maxPendingRequests,
    http2MaxRequests: options.maxRequests,
    maxRequestsPerConnection: options.maxRequestsPerConnection,
    maxRetries: options.maxRetries,
    idleTimeout: routerTime(options.idleTimeout),
    h2UpgradePolicy: options.upgrade,
  });
  return said({ http });
}

function balancing({ balancing: simple, consistentHash, locality, warmup }: FlaggerLoadBalancer): TrafficPolicyLoadBalancer | undefined {
  return said({
    simple,
    consistentHash: consistentHash && hash(consistentHash),
    localityLbSetting: locality && localities(locality),
    warmupDurationSecs: routerTime(warmup),
  });
}

function hash({ header, cookie, sourceIp, minimumRingSize }: FlaggerConsistentHash): ConsistentHash | undefined {
  return said({
    httpHeaderName: header,
    httpCookie: cookie && said({ name: cookie.name, path: cookie.path, ttl: routerTime(cookie.maxAge) }),
    useSourceIp: sourceIp === true ? true : undefined,
    minimumRingSize,
  });
}

function localities({ enabled, distribute, failover }: FlaggerLocality): LocalityLoadBalancing | undefined {
  return said({
    enabled,
    distribute: distribute?.map(({ source, targets }) => ({ from: source, to: targets })),
    failover: failover?.map(({ source, target }) => ({ from: source, to: target })),
  });
}

function outliers(options: FlaggerOutlierDetection): TrafficPolicyOutlierDetection | undefined {
  return said({
    consecutive5xxErrors: options.serverErrors,
    consecutiveGatewayErrors: options.gatewayErrors,
    consecutiveLocalOriginFailures: options.localOriginFailures,
    splitExternalLocalOriginErrors: options.splitLocalOriginErrors,
    consecutiveErrors: options.consecutiveErrors,
    interval: routerTime(options.interval),
    baseEjectionTime: routerTime(options.baseEjectionTime),
    maxEjectionPercent: options.maxEjectionPercent,
    minHealthPercent: options.minHealthPercent,
  });
}
