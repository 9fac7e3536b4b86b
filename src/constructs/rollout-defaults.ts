import type { IConstruct } from 'constructs';
import type { AlertChannel } from './alert-channel';
import { holdDefaults } from './scope-defaults';
import type { Controller } from '../controllers/controller';
import type { GitOps } from '../controllers/git-ops';
import type { IMetricSource } from '../intent/metric-source';
import { plainError } from '../intent/problem';
import type { ITelemetry } from '../intent/telemetry';
import { withUnsaid } from '../release/defaults';
import type { ResolvedDefaults } from '../release/defaults';

/** What rollouts and analyses use when they do not say it themselves. */
export interface RolloutDefaultsOptions {
  /**
   * The engine that runs them.
   * @default Controller.argoRollouts()
   */
  readonly controller?: Controller;

  /**
   * Where the metrics are kept.
   * @default - Prometheus at `http://prometheus:9090`
   */
  readonly source?: IMetricSource;

  /**
   * What the queries are written against.
   * @default Telemetry.httpRequests()
   */
  readonly telemetry?: ITelemetry;

  /**
   * Who is told of a release.
   * @default - nobody
   */
  readonly alerts?: AlertChannel[];

  /**
   * What brings the manifests into the cluster.
   * @default - nothing that has to be told, such as `kubectl apply`
   */
  readonly gitOps?: GitOps;

  /**
   * Labels of every object that they write.
   * @default - none
   */
  readonly labels?: Record<string, string>;
}

type Key = keyof RolloutDefaultsOptions;

const held = new WeakMap<IConstruct, RolloutDefaults>();
/** Scopes below which defaults were asked for, so that it is too late to change them. */
const asked = new WeakSet<IConstruct>();

/** Defaults for all rollouts and analyses below a scope. A nearer scope is asked first, unless a value is locked above it. */
export class RolloutDefaults {
  /** The defaults of a scope, such as a chart or the app. */
  public static of(scope: IConstruct): RolloutDefaults {
    const found = held.get(scope) ?? new RolloutDefaults(scope);
    held.set(scope, found);
    return found;
  }

  /** @internal */
  public static _resolve(scope: IConstruct): ResolvedDefaults {
    const scopes = scope.node.scopes; // from the root down
    for (const each of scopes) asked.add(each);
    const levels = scopes.flatMap(each => held.get(each) ?? []);
    return withUnsaid({
      controller: pick(levels, 'controller'),
      source: pick(levels, 'source'),
      telemetry: pick(levels, 'telemetry'),
      alerts: pick(levels, 'alerts'),
      gitOps: pick(levels, 'gitOps'),
      labels: Object.assign({}, ...levels.map(level => level.values.labels)),
    });
  }

  /** @internal */
  public static _lockedFor(scope: IConstruct, name: Key): string | undefined {
    return scope.node.scopes.flatMap(each => held.get(each)?.locked.get(name) ?? [])[0];
  }

  private values: RolloutDefaultsOptions = {};
  private readonly locked = new Map<string, string>();

  private constructor(private readonly scope: IConstruct) {
    holdDefaults(scope, { values: () => this.values, locked: this.locked });
  }

  /** Sets defaults; what is left out stays as it was. */
  public use(options: RolloutDefaultsOptions): RolloutDefaults {
    this.checkNotAsked();
    for (const key of Object.keys(options) as Key[]) this.checkNotLocked(key);
    this.values = { ...this.values, ...options };
    return this;
  }

  /** Keeps a default as it is for all below: setting it again, there or on one rollout, is an error. */
  public lockValue(name: string, reason: string): RolloutDefaults {
    if (!(name in this.values)) {
      throw plainError(`RolloutDefaults.lockValue: name: must be a default that was set before, got ${JSON.stringify(name)}; set it with use() first`);
    }
    this.locked.set(name, reason);
    return this;
  }

  /** @internal */
  public _valueOf<K extends Key>(key: K): RolloutDefaultsOptions[K] {
    return this.values[key];
  }

  private checkNotAsked(): void {
    if (!asked.has(this.scope)) return;
    throw plainError(`RolloutDefaults.of(${JSON.stringify(this.scope.node.path)}).use: must come before the rollouts and analyses below, which were built with other defaults; move it up, right behind the chart or the app`);
  }

  private checkNotLocked(key: Key): void {
    const above = this.scope.node.scopes.find(each => held.get(each)?.locked.has(key));
    const reason = above && held.get(above)?.locked.get(key);
    if (reason === undefined) return;
    throw plainError(`RolloutDefaults.use: ${key}: is locked for everything below ${JSON.stringify(above?.node.path)}, because ${reason}; leave it out, or ask who locked it`);
  }
}

function pick<K extends Key>(levels: readonly RolloutDefaults[], key: K): RolloutDefaultsOptions[K] {
  return levels.reduce<RolloutDefaultsOptions[K]>((found, level) => level._valueOf(key) ?? found, undefined);
}
