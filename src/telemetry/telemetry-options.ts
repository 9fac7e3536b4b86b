import type { Duration } from 'cdk8s';

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

/** Options for a proxy in each pod, beside the application. */
export interface SidecarTelemetryOptions extends TelemetryOptions {
  /**
   * The label that holds the name of the pod.
   * @default 'pod'
   */
  readonly podLabel?: string;
}

/** Options for ingress-nginx. */
export interface NginxIngressTelemetryOptions extends TelemetryOptions {
  /**
   * The label that holds the Service. A ServiceMonitor without `honorLabels` writes its own over it, and over that of the namespace: then they
   * are `exported_service` and `exported_namespace`.
   * @default 'service'
   */
  readonly serviceLabel?: string;
}

/** Options for Traefik. */
export interface TraefikTelemetryOptions {
  /**
   * The label that holds the Service. A ServiceMonitor without `honorLabels` writes its own over it: then it is `exported_service`.
   * @default 'service'
   */
  readonly serviceLabel?: string;

  /**
   * How often Prometheus reads the metrics. Windows are sized by it.
   * @default Duration.seconds(30)
   */
  readonly scrapeInterval?: Duration;

  /**
   * The name of the Services' port, where the route names it instead of its number. It is part of the name that Traefik gives a Service.
   * @default - any number
   */
  readonly portName?: string;
}

/** Options for Contour. */
export interface ContourTelemetryOptions {
  /**
   * How often Prometheus reads the metrics. Windows are sized by it.
   * @default Duration.seconds(30)
   */
  readonly scrapeInterval?: Duration;
}

/** Options for Envoy. */
export interface EnvoyTelemetryOptions extends SidecarTelemetryOptions {
  /**
   * The name of the cluster, as a regular expression. An Envoy that stands before both versions has a cluster for each of their Services:
   * write the names with `{service}` and `{namespace}` in them, such as `{namespace}/{service}/[0-9]+`. Of an Envoy in each pod, write the
   * cluster that leads to the application, such as `local_app`, and the version is told by the pod.
   */
  readonly cluster: string;

  /**
   * The label that holds the name of the cluster.
   * @default 'envoy_cluster_name'
   */
  readonly clusterLabel?: string;
}

/** Options for an application with the metrics of OpenTelemetry. */
export interface OpenTelemetryOptions {
  /**
   * How often metrics are pushed or read. Windows are sized by it.
   * @default Duration.minutes(1)
   */
  readonly scrapeInterval?: Duration;

  /**
   * The label that holds the name of the pod. Where Prometheus reads the pods itself it is mostly `pod`.
   * @default 'k8s_pod_name'
   */
  readonly podLabel?: string;

  /**
   * The label that holds the namespace of the pod. Where Prometheus reads the pods itself it is mostly `namespace`.
   * @default 'k8s_namespace_name'
   */
  readonly namespaceLabel?: string;
}
