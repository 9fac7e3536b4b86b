import { analysisChecks } from './analyses';
import { experimentChecks } from './experiments';
import { canaryHookChecks } from './flagger-hooks';
import { canaryMetricChecks } from './flagger-metrics';
import { canaryProviderChecks, canaryTypeChecks } from './flagger-providers';
import { canaryIngressChecks, canaryMeshChecks } from './flagger-routers';
import { canaryScalerChecks } from './flagger-scalers';
import { canaryServiceChecks } from './flagger-services';
import { canaryChecks, targetChecks } from './flagger-targets';
import { canaryWeightChecks } from './flagger-weights';
import { gaps } from './gaps';
import { measuredGates } from './gates';
import { metricChecks } from './metrics';
import { providerChecks } from './providers';
import { referenceChecks } from './references';
import { rolloutChecks } from './rollout';
import { routerChecks } from './routers';
import { stepChecks } from './steps';
import type { UpstreamChecks } from './upstream-checks';

/** Everything of upstream that is known, by its id. Only who shows it loads it: no rule needs it. */
export const everyCheck: UpstreamChecks = {
  ...rolloutChecks,
  ...stepChecks,
  ...referenceChecks,
  ...analysisChecks,
  ...metricChecks,
  ...experimentChecks,
  ...routerChecks,
  ...gaps,
  ...providerChecks,
  ...measuredGates,
  ...canaryChecks,
  ...targetChecks,
  ...canaryScalerChecks,
  ...canaryServiceChecks,
  ...canaryWeightChecks,
  ...canaryProviderChecks,
  ...canaryIngressChecks,
  ...canaryMeshChecks,
  ...canaryMetricChecks,
  ...canaryHookChecks,
  ...canaryTypeChecks,
};
