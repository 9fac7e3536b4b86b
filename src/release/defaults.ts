import { Controller } from '../controllers/controller';
import type { GitOps } from '../controllers/git-ops';
import type { AlertIntent } from '../intent/alert';
import type { IMetricSource } from '../intent/metric-source';
import type { ControllerIntent } from '../intent/rollout';
import type { ITelemetry } from '../intent/telemetry';
import { PrometheusSource } from '../metrics/prometheus';
import { Telemetry } from '../telemetry/telemetry';

/** Somebody who is told of releases, as the engine of each of them tells it. */
export interface ToldChannel {
  /** @internal */
  _intentFor(controller: ControllerIntent): AlertIntent;
}

/** What holds for a release that does not say it itself. */
export interface ResolvedDefaults {
  readonly controller: Controller;
  readonly source: IMetricSource;
  readonly telemetry: ITelemetry;
  readonly alerts: readonly ToldChannel[];
  readonly gitOps?: GitOps;
  readonly labels: Readonly<Record<string, string>>;
}

/** What holds where nobody says anything. Made when it is first asked for, and the same for everybody. */
const unsaid = {
  controller: once(() => Controller.argoRollouts()),
  source: once(() => new PrometheusSource({ address: 'http://prometheus:9090' })),
  telemetry: once(() => Telemetry.httpRequests()),
};

/** What was said, with what holds everywhere for the rest. */
export function withUnsaid({ controller, source, telemetry, alerts, gitOps, labels }: Partial<ResolvedDefaults>): ResolvedDefaults {
  return {
    controller: controller ?? unsaid.controller(),
    source: source ?? unsaid.source(),
    telemetry: telemetry ?? unsaid.telemetry(),
    alerts: alerts ?? [],
    gitOps,
    labels: labels ?? {},
  };
}

const grpcTelemetry = once(() => Telemetry.grpcServer());

/** What the questions of a gRPC server are written against: what somebody chose, which may see its calls, or its own counters. */
export function telemetryOfGrpc({ telemetry }: Pick<ResolvedDefaults, 'telemetry'>): ITelemetry {
  return telemetry === unsaid.telemetry() ? grpcTelemetry() : telemetry;
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => made ??= make();
}
