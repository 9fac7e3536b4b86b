import type { Duration } from 'cdk8s';
import { grpcServerDialect } from './grpc-server';
import { nginxIngressDialect } from './nginx-ingress';
import { podDialect } from './pod-dialect';
import { lastingSeconds } from '../intent/checks';
import { refuse, show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import { secondsOf } from '../intent/seconds';
import type { ITelemetry, TelemetryDialect } from '../intent/telemetry';

/** Where the metrics come from and how often; part of every instrumentation. */
export interface TelemetryOptions {
  /**
   * How often Prometheus reads the metrics. Windows are sized by it.
   * @default Duration.seconds(30)
   */
  readonly scrapeInterval?: Duration;

  /**
   * The label that holds the namespace of the pod.
   * @default 'namespace'
   */
  readonly namespaceLabel?: string;
}

/** Options for an application that counts its own HTTP requests. */
export interface HttpRequestsOptions extends TelemetryOptions {
  /**
   * The label that holds the name of the pod.
   * @default 'pod'
   */
  readonly podLabel?: string;

  /**
   * The label that holds the HTTP status code.
   * @default 'status'
   */
  readonly statusLabel?: string;
}

/** Options for a gRPC server that counts its own calls. */
export interface GrpcServerOptions extends TelemetryOptions {
  /**
   * The label that holds the name of the pod.
   * @default 'pod'
   */
  readonly podLabel?: string;

  /**
   * The label that holds the code a call ended with.
   * @default 'grpc_code'
   */
  readonly codeLabel?: string;
}

/** Options for an application with metrics of its own. */
export interface CustomTelemetryOptions extends TelemetryOptions {
  /** The counter of all requests, such as `shop_requests_total`. */
  readonly requests: string;

  /** The matcher for bad requests, such as `code=~"5.."`. */
  readonly errors: string;

  /** The duration histogram without its ending, such as `shop_request_seconds`. */
  readonly duration: string;

  /**
   * Whether the histogram counts milliseconds instead of seconds.
   * @default false
   */
  readonly durationInMillis?: boolean;

  /**
   * The label that holds the name of the pod.
   * @default 'pod'
   */
  readonly podLabel?: string;
}

const defaultScrapeSeconds = 30;

/** What the queries are written against. */
export class Telemetry implements ITelemetry {
  /** The application counts `http_requests_total` and times `http_request_duration_seconds`. */
  public static httpRequests(options: HttpRequestsOptions = {}): Telemetry {
    const label = options.statusLabel ?? 'status';
    refuse('Telemetry.httpRequests', ...labelProblems({ ...options, statusLabel: label }), scrapeProblem(options));
    return new Telemetry(podDialect({
      ...shared(options),
      name: 'httpRequests',
      blindToGrpc: true,
      requests: 'http_requests_total',
      errors: `${label}=~"5.."`,
      duration: 'http_request_duration_seconds',
      durationUnitMillis: 1000,
      pod: options.podLabel ?? 'pod',
    }));
  }

  /** A gRPC server counts `grpc_server_handled_total` and times `grpc_server_handling_seconds`. */
  public static grpcServer(options: GrpcServerOptions = {}): Telemetry {
    const code = options.codeLabel ?? 'grpc_code';
    refuse('Telemetry.grpcServer', ...labelProblems({ ...options, codeLabel: code }), scrapeProblem(options));
    return new Telemetry(grpcServerDialect({ ...shared(options), code, pod: options.podLabel ?? 'pod' }));
  }

  /** The ingress-nginx controller counts the requests; only for rollouts that split their traffic with it. */
  public static nginxIngress(options: TelemetryOptions = {}): Telemetry {
    refuse('Telemetry.nginxIngress', ...labelProblems(options), scrapeProblem(options));
    return new Telemetry(nginxIngressDialect(shared(options)));
  }

  /** The application has metrics of its own. */
  public static custom(options: CustomTelemetryOptions): Telemetry {
    refuse('Telemetry.custom', ...labelProblems(options), ...metricProblems(options), scrapeProblem(options));
    return new Telemetry(podDialect({
      ...shared(options),
      name: 'custom',
      requests: options.requests,
      errors: options.errors,
      duration: options.duration,
      durationUnitMillis: options.durationInMillis ? 1 : 1000,
      pod: options.podLabel ?? 'pod',
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

function shared(options: TelemetryOptions) {
  return {
    scrapeSeconds: options.scrapeInterval ? secondsOf(options.scrapeInterval) : defaultScrapeSeconds,
    namespace: options.namespaceLabel ?? 'namespace',
  };
}

function scrapeProblem(options: TelemetryOptions): Problem | undefined {
  return options.scrapeInterval && lastingSeconds('scrapeInterval', secondsOf(options.scrapeInterval));
}

function labelProblems(options: { namespaceLabel?: string; podLabel?: string; statusLabel?: string; codeLabel?: string }): (Problem | undefined)[] {
  const { namespaceLabel, podLabel, statusLabel, codeLabel } = options;
  const labels = { namespaceLabel, podLabel, statusLabel, codeLabel };
  return Object.entries(labels).map(([property, label]) => label === undefined || /^[a-zA-Z_][a-zA-Z0-9_]*$/.test(label)
    ? undefined
    : { property, message: `must be a Prometheus label name, got ${show(label)}`, fix: 'write the name of the label alone, such as "pod"' });
}

function metricProblems(options: CustomTelemetryOptions): (Problem | undefined)[] {
  const names = { requests: options.requests, duration: options.duration };
  const problems = Object.entries(names).map(([property, name]) => /^[a-zA-Z_:][a-zA-Z0-9_:]*$/.test(name)
    ? undefined
    : { property, message: `must be the name of a metric alone, got ${show(name)}`, fix: 'leave out braces, labels and functions' });
  const matcher = /^[a-zA-Z_][a-zA-Z0-9_]*\s*(=|!=|=~|!~)\s*"[^"]*"(,.*)?$/.test(options.errors) ? undefined : {
    property: 'errors', message: `must be a label matcher, got ${show(options.errors)}`, fix: 'write for example code=~"5.."',
  };
  return [...problems, matcher];
}
