import type { Scope } from '../intent/telemetry';

/** Whose requests a question is about. */
export class QueryScope {
  /** The canary's own. */
  public static canary(): QueryScope {
    return new QueryScope('canary');
  }

  /** Those of the stable version alone. */
  public static stable(): QueryScope {
    return new QueryScope('stable');
  }

  /** Those of the service, stable version and canary together. */
  public static service(): QueryScope {
    return new QueryScope('service');
  }

  /** Whatever the query selects: business metrics, the lag of a queue. */
  public static everything(): QueryScope {
    return new QueryScope('everything');
  }

  /** @internal */
  public readonly _scope: Scope;

  private constructor(scope: Scope) {
    this._scope = scope;
  }
}
