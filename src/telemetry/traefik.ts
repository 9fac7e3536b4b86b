import { serverErrorNumbers } from './grpc-server';
import { requestDialect } from './request-dialect';
import { serviceMatcher } from './selector';
import { Hole, query } from '../intent/query';
import type { TelemetryDialect } from '../intent/telemetry';

/*
 * https://doc.traefik.io/traefik/reference/install-configuration/observability/metrics/#service-metrics. Only Services with servers are
 * counted, not the weighted TraefikService before them, under the name that the provider of the route gives them:
 *
 *   <namespace>-<service>-<port>@kubernetescrd               leaves of a TraefikService, and IngressRoute
 *   <namespace>-<service>-<port>@kubernetes                  Ingress
 *   httproute-...-svc-<namespace>-<service>-<n>@kubernetesgateway
 *
 * The code of a gRPC call is that of gRPC, since version 3: https://doc.traefik.io/traefik/migrate/v2-to-v3-details/#grpc-metrics. It is never
 * three digits long, so that both kinds of codes are told apart. Flagger's builtin question does not: a failed call of gRPC is a good
 * request to it.
 */
export interface TraefikInstrumentation {
  readonly scrapeSeconds: number;
  /** The label that holds the name. */
  readonly service: string;
  /** The port as the route names it; absent: any number. */
  readonly port?: string;
}

export function traefikDialect({ scrapeSeconds, service: label, port = '[0-9]+' }: TraefikInstrumentation): TelemetryDialect {
  const namespace = new Hole('namespace');
  return requestDialect({
    name: 'traefik',
    scrapeSeconds,
    onlyBehind: ['traefik', 'gatewayApi'],
    byService: true,
    metrics: {
      requests: 'traefik_service_requests_total',
      errors: [`code=~"5..|${serverErrorNumbers}"`],
      duration: 'traefik_service_request_duration_seconds',
      durationUnitMillis: 1000,
      matchers: scope => serviceMatcher(scope, label, service =>
        query`(${namespace}-${service}-${port}@kubernetes(crd)?|(http|grpc)route-.+-svc-${namespace}-${service}-[0-9]+@kubernetesgateway)`),
    },
  });
}
