/** Where TLS ends on its way through the router of OpenShift. */
export enum OpenShiftTermination {
  /** At the router. */
  EDGE = 'edge',
  /** At the pods: the router sees no requests, and divides connections. */
  PASSTHROUGH = 'passthrough',
  /** At the router, which opens TLS to the pods of its own. */
  REENCRYPT = 'reencrypt',
}
