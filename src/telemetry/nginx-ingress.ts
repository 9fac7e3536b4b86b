import { requestDialect } from './request-dialect';
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
  /** The label that holds the stable Service. */
  readonly service: string;
  readonly scrapeSeconds: number;
}

export function nginxIngressDialect(options: NginxIngressInstrumentation): TelemetryDialect {
  return requestDialect({
    name: 'nginxIngress',
    scrapeSeconds: options.scrapeSeconds,
    onlyBehind: ['nginx'],
    byService: true,
    blindToGrpc: true,
    // the same requests, those of its Ingress that were diverted; of their time it knows the mean alone, and one name of the label
    ...(options.namespace === 'namespace' ? { flaggerBuiltin: { provider: 'nginx', latency: false } as const } : {}),
    metrics: {
      requests: 'nginx_ingress_controller_requests',
      errors: ['status=~"5.."'],
      duration: 'nginx_ingress_controller_request_duration_seconds',
      durationUnitMillis: 1000,
      matchers: scope => matchers(scope, options),
    },
  });
}

function matchers(scope: Scope, labels: NginxIngressInstrumentation): QueryText | undefined {
  if (scope === 'everything') return undefined;
  const namespace = new Hole('namespace');
  const service = query`${labels.namespace}="${namespace}",${labels.service}="${new Hole('stable-service')}"`;
  switch (scope) {
    case 'service': return service;
    case 'stable': return query`${service},canary=""`;
    case 'canary': return query`${service},canary=~"${namespace}-${new Hole('canary-service')}-.+"`;
  }
}
