/** Who reaches a load balancer. */
export enum AlbScheme {
  /** Who is in its network. */
  INTERNAL = 'internal',
  /** Everybody. */
  INTERNET_FACING = 'internet-facing',
}

/** What is said of the annotations by which an Application Load Balancer is told anything. */
export interface AlbAnnotationOptions {
  /**
   * What names of annotations begin with, where the AWS Load Balancer Controller was told another prefix.
   * @default 'alb.ingress.kubernetes.io'
   */
  readonly annotationPrefix?: string;
}

/** Options for a route that `AlbTraffic` writes. */
export interface AlbTrafficOptions extends AlbAnnotationOptions {
  /** The hosts whose requests are split; `*.example.com` is every name below one. */
  readonly hosts: string[];

  /**
   * The path below which they are.
   * @default '/'
   */
  readonly path?: string;

  /**
   * The class of Ingress that the AWS Load Balancer Controller watches. Argo Rollouts has to know another one, as `--alb-ingress-classes`.
   * @default 'alb'
   */
  readonly ingressClass?: string;

  /**
   * Who reaches the load balancer.
   * @default - as the AWS Load Balancer Controller decides: internal, where the class says nothing
   */
  readonly scheme?: AlbScheme;

  /**
   * ARNs of the certificates for the hosts; with one, the load balancer listens on port 443 alone.
   * @default - plain HTTP on port 80
   */
  readonly certificates?: string[];

  /**
   * Whether the load balancer listens on port 80 as well, and sends who calls there to port 443.
   * @default false
   */
  readonly redirectHttp?: boolean;

  /**
   * Further annotations of the Ingress, with their whole names: `alb.ingress.kubernetes.io/group.name` shares a load balancer.
   * @default - `target-type: ip` and what the other options say
   */
  readonly annotations?: Record<string, string>;
}

/** Options for `AlbTraffic.existing`. */
export interface ExistingAlbTrafficOptions extends AlbAnnotationOptions {
  /**
   * The port of the Services.
   * @default - that of the rollout's Services
   */
  readonly servicePort?: number;

  /**
   * The name that the rules of the Ingress lead to, with `use-annotation` for a port. No Service of that name has to exist. Needed with
   * `pingPong`.
   * @default - that of the stable Service
   */
  readonly rootService?: string;

  /**
   * Further Ingresses whose rules lead to the same name.
   * @default - none
   */
  readonly otherIngresses?: string[];
}
