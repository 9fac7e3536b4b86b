import type { Controller } from '../../controllers/controller';
import type { GitOps } from '../../controllers/git-ops';
import type { IMetricSource } from '../../intent/metric-source';
import type { ITelemetry } from '../../intent/telemetry';
import { unsaid } from '../../release/defaults';
import type { ResolvedDefaults } from '../../release/defaults';

/** What a component may say that has a default. */
interface Said {
  readonly controller?: Controller;
  readonly source?: IMetricSource;
  readonly telemetry?: ITelemetry;
  readonly gitOps?: GitOps;
  readonly labels?: ResolvedDefaults['labels'];
}

/** What holds for one component, which says it itself or leaves it to what holds everywhere. */
export function resolved({ controller, source, telemetry, gitOps, labels = {} }: Said): ResolvedDefaults {
  return {
    controller: controller ?? unsaid.controller(),
    source: source ?? unsaid.source(),
    telemetry: telemetry ?? unsaid.telemetry(),
    alerts: [],
    gitOps,
    labels,
  };
}
