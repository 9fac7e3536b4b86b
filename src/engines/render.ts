import { renderPublished } from './argo/published';
import type { PublishedSetting } from './argo/published';
import { renderArgo } from './argo/render';
import type { Rendered } from './rendered';
import type { AnalysisIntent } from '../intent/analysis';
import type { ControllerIntent, RolloutIntent } from '../intent/rollout';

/** What the engine that the intent names makes of it. */
export function render(intent: RolloutIntent): Rendered {
  switch (intent.controller.kind) {
    case 'argo': return renderArgo(intent);
  }
}

/** What an engine makes of a question that is an object of its own. */
export function renderAnalysis(analysis: AnalysisIntent, controller: ControllerIntent, setting: PublishedSetting): Rendered {
  switch (controller.kind) {
    case 'argo': return renderPublished(analysis, setting);
  }
}
