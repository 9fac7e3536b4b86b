import type { TelemetryDialect } from './telemetry';

/** What is spoken on the port of the pods; the kind decides how the rest is read. */
export type ProtocolIntent =
  | { readonly kind: 'http' }
  | {
    readonly kind: 'grpc';
    /** What the port of the Services is declared as. */
    readonly appProtocol: string;
    /** The service whose health is asked for; absent: that of the whole server. */
    readonly healthService?: string;
  }
  /** Nobody calls the pods. */
  | { readonly kind: 'none' };

/** Whether what the telemetry counts can be requests to these pods. What a worker counts as such it says itself. */
export function countsRequests(protocol: ProtocolIntent | undefined, dialect: TelemetryDialect): boolean {
  return protocol?.kind !== 'none' || dialect.name === 'custom';
}
