import { outOfMemory, restarts } from './pod-health';
import { errorRate, latency, requestRate, successRate } from './requests';
import type { RequestMetrics } from './requests';
import { Hole, query } from '../intent/query';
import type { QueryText } from '../intent/query';
import type { Scope, TelemetryDialect } from '../intent/telemetry';

/*
 * ingress-nginx knows no pods. Requests that it sent to a canary carry the backend they were diverted to in the label
 * `canary`, as `<namespace>-<service>-<port>`; the label is empty otherwise, and `service` names the stable Service in
 * both cases. https://github.com/kubernetes/ingress-nginx/pull/7696
 */
export interface NginxIngressInstrumentation {
  /** The label that holds the namespace of the Ingress. */
  readonly namespace: string;
  readonly scrapeSeconds: number;
}

export function nginxIngressDialect(options: NginxIngressInstrumentation): TelemetryDialect {
  const metrics: RequestMetrics = {
    requests: 'nginx_ingress_controller_requests',
    errors: 'status=~"5.."',
    duration: 'nginx_ingress_controller_request_duration_seconds',
    durationUnitMillis: 1000,
    matchers: scope => matchers(scope, options.namespace),
  };
  return {
    name: 'nginxIngress',
    language: 'PromQL',
    scrapeSeconds: options.scrapeSeconds,
    onlyBehind: 'nginx',
    blindToGrpc: true,
    successRate: enquiry => successRate(metrics, enquiry),
    errorRate: enquiry => errorRate(metrics, enquiry),
    requestRate: enquiry => requestRate(metrics, enquiry),
    latency: (enquiry, percentile) => latency(metrics, enquiry, percentile),
    restarts,
    outOfMemory,
  };
}

function matchers(scope: Scope, namespaceLabel: string): QueryText | undefined {
  if (scope === 'everything') return undefined;
  const namespace = new Hole('namespace');
  const service = query`${namespaceLabel}="${namespace}",service="${new Hole('stable-service')}"`;
  switch (scope) {
    case 'service': return service;
    case 'stable': return query`${service},canary=""`;
    case 'canary': return query`${service},canary=~"${namespace}-${new Hole('canary-service')}-.+"`;
  }
}
