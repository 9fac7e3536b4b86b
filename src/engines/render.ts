import { renderExperiment as renderArgoExperiment } from './argo/experiment';
import { renderPublished } from './argo/published';
import type { PublishedSetting } from './argo/published';
import { renderArgo } from './argo/render';
import { forVersion } from './argo/version-gaps';
import type * as flaggerEngine from './flagger/engine';
import type { Rendered } from './rendered';
import { inWaves } from './waves';
import type { AlertProviderIntent } from '../intent/alert';
import type { AnalysisIntent } from '../intent/analysis';
import type { DeliveryIntent } from '../intent/delivery';
import type { ExperimentIntent } from '../intent/experiment';
import type { ControllerIntent, RolloutIntent } from '../intent/rollout';

/** What the engine that the intent names makes of it. */
export function render(intent: RolloutIntent): Rendered {
  switch (intent.controller.kind) {
    case 'argo': return delivered(forVersion(renderArgo({ ...intent, controller: intent.controller }), intent.controller.argo.version), intent.delivery);
    case 'flagger': return delivered(flagger().renderFlagger({ ...intent, controller: intent.controller }), intent.delivery);
  }
}

/** What the engine makes of versions side by side. */
export function renderExperiment(intent: ExperimentIntent): Rendered {
  return forVersion(renderArgoExperiment(intent), intent.controller.argo.version);
}

/** What an engine makes of a question that is an object of its own. */
export function renderAnalysis(analysis: AnalysisIntent, controller: ControllerIntent, setting: PublishedSetting): Rendered {
  switch (controller.kind) {
    case 'argo': return delivered(forVersion(renderPublished(analysis, setting), controller.argo.version), setting.delivery);
    case 'flagger': return delivered(flagger().renderFlaggerPublished(analysis, setting, controller), setting.delivery);
  }
}

/** What Flagger makes of a channel; Argo Rollouts needs no object of it. */
export function renderAlertProvider(intent: AlertProviderIntent, delivery: DeliveryIntent | undefined): Rendered {
  return delivered(flagger().renderFlaggerAlertProvider(intent), delivery);
}

function delivered(rendered: Rendered, delivery: DeliveryIntent | undefined): Rendered {
  return { ...rendered, manifests: inWaves(rendered.manifests, delivery) };
}

function flagger(): typeof flaggerEngine {
  return require('./flagger/engine') as typeof flaggerEngine;
}
