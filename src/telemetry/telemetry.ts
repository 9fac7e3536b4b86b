import { contourDialect, envoyDialect } from './envoy';
import { grpcServerDialect } from './grpc-server';
import { istioDialect } from './istio';
import { linkerdDialect } from './linkerd';
import { nginxIngressDialect } from './nginx-ingress';
import { openTelemetryDialect, promoted, pushSeconds } from './open-telemetry';
import { podDialect } from './pod-dialect';
import { clusterProblem, metricProblems, portNameProblem, sharedProblems } from './telemetry-checks';
import type {
  ContourTelemetryOptions, CustomTelemetryOptions, EnvoyTelemetryOptions, GrpcServerOptions, HttpRequestsOptions, NginxIngressTelemetryOptions,
  OpenTelemetryOptions, SidecarTelemetryOptions, TelemetryOptions, TraefikTelemetryOptions,
} from './telemetry-options';
import { traefikDialect } from './traefik';
import { refuse } from '../intent/problem';
import { secondsOf } from '../intent/seconds';
import type { ITelemetry, TelemetryDialect } from '../intent/telemetry';

const defaultScrapeSeconds = 30;

/** What the queries are written against. */
export class Telemetry implements ITelemetry {
  /** The application counts `http_requests_total` and times `http_request_duration_seconds`. */
  public static httpRequests(options: HttpRequestsOptions = {}): Telemetry {
    refuse('Telemetry.httpRequests', ...sharedProblems(options));
    return new Telemetry(podDialect({
      ...ofPods(options),
      name: 'httpRequests',
      blindToGrpc: true,
      requests: 'http_requests_total',
      errors: [`${options.statusLabel ?? 'status'}=~"5.."`],
      duration: 'http_request_duration_seconds',
      durationUnitMillis: 1000,
    }));
  }

  /** A gRPC server counts `grpc_server_handled_total` and times `grpc_server_handling_seconds`. */
  public static grpcServer(options: GrpcServerOptions = {}): Telemetry {
    refuse('Telemetry.grpcServer', ...sharedProblems(options));
    return new Telemetry(grpcServerDialect({ ...ofPods(options), code: options.codeLabel ?? 'grpc_code' }));
  }

  /** The conventions of OpenTelemetry: `http_server_request_duration_seconds` counts and times, with resource attributes as labels. */
  public static openTelemetry(options: OpenTelemetryOptions = {}): Telemetry {
    refuse('Telemetry.openTelemetry', ...sharedProblems(options));
    return new Telemetry(openTelemetryDialect({
      scrapeSeconds: secondsIn(options, pushSeconds),
      pod: options.podLabel ?? promoted.pod,
      namespace: options.namespaceLabel ?? promoted.namespace,
    }));
  }

  /** The sidecars of Istio count the requests that their pods receive, gRPC as well. In ambient mode there are none. */
  public static istio(options: SidecarTelemetryOptions = {}): Telemetry {
    refuse('Telemetry.istio', ...sharedProblems(options));
    return new Telemetry(istioDialect(ofPods(options)));
  }

  /** The proxies of Linkerd count the requests that their pods receive, gRPC as well. */
  public static linkerd(options: SidecarTelemetryOptions = {}): Telemetry {
    refuse('Telemetry.linkerd', ...sharedProblems(options));
    return new Telemetry(linkerdDialect(ofPods(options)));
  }

  /** The ingress-nginx controller counts the requests; only for rollouts that split their traffic with it. */
  public static nginxIngress(options: NginxIngressTelemetryOptions = {}): Telemetry {
    refuse('Telemetry.nginxIngress', ...sharedProblems(options));
    return new Telemetry(nginxIngressDialect({
      scrapeSeconds: secondsIn(options),
      namespace: options.namespaceLabel ?? 'namespace',
      service: options.serviceLabel ?? 'service',
    }));
  }

  /** Traefik counts the requests to each Service, gRPC as well; only for rollouts that split their traffic with it. */
  public static traefik(options: TraefikTelemetryOptions = {}): Telemetry {
    refuse('Telemetry.traefik', ...sharedProblems(options), portNameProblem(options.portName));
    return new Telemetry(traefikDialect({ scrapeSeconds: secondsIn(options), service: options.serviceLabel ?? 'service', port: options.portName }));
  }

  /** Contour's Envoy counts the requests to each Service; only for rollouts that split their traffic with it. */
  public static contour(options: ContourTelemetryOptions = {}): Telemetry {
    refuse('Telemetry.contour', ...sharedProblems(options));
    return new Telemetry(contourDialect({ scrapeSeconds: secondsIn(options) }));
  }

  /** An Envoy counts the requests: one before both versions, with a cluster for each of their Services, or one in each pod. */
  public static envoy(options: EnvoyTelemetryOptions): Telemetry {
    refuse('Telemetry.envoy', ...sharedProblems(options), clusterProblem(options.cluster));
    return new Telemetry(envoyDialect({ ...ofPods(options), cluster: options.cluster, clusterLabel: options.clusterLabel ?? 'envoy_cluster_name' }));
  }

  /** The application has metrics of its own. */
  public static custom(options: CustomTelemetryOptions): Telemetry {
    refuse('Telemetry.custom', ...metricProblems(options), ...sharedProblems(options));
    return new Telemetry(podDialect({
      ...ofPods(options),
      name: 'custom',
      requests: options.requests,
      errors: [options.errors],
      duration: options.duration,
      durationUnitMillis: options.durationInMillis ? 1 : 1000,
    }));
  }

  /** The name of the instrumentation. */
  public readonly telemetryName: string;

  /** @internal */
  public readonly _dialect: TelemetryDialect;

  private constructor(dialect: TelemetryDialect) {
    this._dialect = dialect;
    this.telemetryName = dialect.name;
  }
}

function ofPods(options: SidecarTelemetryOptions) {
  return { scrapeSeconds: secondsIn(options), namespace: options.namespaceLabel ?? 'namespace', pod: options.podLabel ?? 'pod' };
}

function secondsIn({ scrapeInterval }: Pick<TelemetryOptions, 'scrapeInterval'>, otherwise = defaultScrapeSeconds): number {
  return scrapeInterval ? secondsOf(scrapeInterval) : otherwise;
}
