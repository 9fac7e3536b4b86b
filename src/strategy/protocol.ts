import { refuse, show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import type { ProtocolIntent } from '../intent/protocol';
import { fits } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';

/** Options for `Protocol.grpc`. */
export interface GrpcProtocolOptions {
  /**
   * What the port of the Services is declared as, for routers and meshes that look at it.
   * @default 'kubernetes.io/h2c'
   */
  readonly appProtocol?: string;

  /**
   * The service whose health the readiness probe asks for.
   * @default - the health of the whole server
   */
  readonly healthService?: string;
}

/** What is spoken on the port of the pods. */
export class Protocol {
  /** HTTP. */
  public static http(): Protocol {
    return new Protocol({ kind: 'http' });
  }

  /**
   * GRPC without TLS: pods are ready when their health service says so, the Services declare HTTP/2, and questions about requests are
   * asked of `grpc_server_handled_total`.
   */
  public static grpc(options: GrpcProtocolOptions = {}): Protocol {
    const appProtocol = options.appProtocol ?? 'kubernetes.io/h2c';
    refuse('Protocol.grpc', appProtocolProblem(appProtocol));
    return new Protocol({ kind: 'grpc', appProtocol, healthService: options.healthService });
  }

  /** Nobody calls the pods: workers, which have no Services and no traffic to split. */
  public static none(): Protocol {
    return new Protocol({ kind: 'none' });
  }

  /** @internal */
  public readonly _intent: ProtocolIntent;

  private constructor(intent: ProtocolIntent) {
    this._intent = intent;
  }
}

/** What the API server takes: the name of a protocol, or a domain, a slash and a name. */
const appProtocolName = /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

function appProtocolProblem(name: Leaf<string>): Problem | undefined {
  return fits(name, known => appProtocolName.test(known)) ? undefined : {
    property: 'appProtocol', message: `must be the name of a protocol, got ${show(name)}`, fix: 'write kubernetes.io/h2c, grpc or https',
  };
}
