/** Options for the Mappings that `AmbassadorTraffic` writes. */
export interface AmbassadorTrafficOptions {
  /** The hosts whose requests are split; each has a Mapping. */
  readonly hosts: string[];

  /**
   * The path below which the requests are. They reach the pods with the whole of it.
   * @default '/'
   */
  readonly path?: string;

  /**
   * Several paths instead of one.
   * @default - the path alone
   */
  readonly paths?: string[];

  /**
   * The resolver that finds the pods of a Service, such as a KubernetesEndpointResolver, which leads requests to pods and not to the Service.
   * @default - that of Emissary-ingress
   */
  readonly resolver?: string;

  /**
   * Lets connections become WebSockets.
   * @default false
   */
  readonly websocket?: boolean;
}

/** Options for `AmbassadorTraffic.existing`. */
export interface ExistingAmbassadorTrafficOptions {
  /**
   * Further Mappings that lead to the stable Service.
   * @default - none
   */
  readonly otherMappings?: string[];
}
