import { renderExperiment as renderArgoExperiment } from './argo/experiment';
import { renderPublished } from './argo/published';
import type { PublishedSetting } from './argo/published';
import { renderArgo } from './argo/render';
import { forVersion } from './argo/version-gaps';
import type { Rendered } from './rendered';
import { inWaves } from './waves';
import type { AnalysisIntent } from '../intent/analysis';
import type { DeliveryIntent } from '../intent/delivery';
import type { ExperimentIntent } from '../intent/experiment';
import type { ControllerIntent, RolloutIntent } from '../intent/rollout';

/** What the engine that the intent names makes of it. */
export function render(intent: RolloutIntent): Rendered {
  switch (intent.controller.kind) {
    case 'argo': return delivered(forVersion(renderArgo(intent), intent.controller.argo.version), intent.delivery);
  }
}

/** What the engine makes of versions side by side. */
export function renderExperiment(intent: ExperimentIntent): Rendered {
  switch (intent.controller.kind) {
    case 'argo': return forVersion(renderArgoExperiment(intent), intent.controller.argo.version);
  }
}

/** What an engine makes of a question that is an object of its own. */
export function renderAnalysis(analysis: AnalysisIntent, controller: ControllerIntent, setting: PublishedSetting): Rendered {
  switch (controller.kind) {
    case 'argo': return delivered(forVersion(renderPublished(analysis, setting), controller.argo.version), setting.delivery);
  }
}

function delivered(rendered: Rendered, delivery: DeliveryIntent | undefined): Rendered {
  return { ...rendered, manifests: inWaves(rendered.manifests, delivery) };
}
