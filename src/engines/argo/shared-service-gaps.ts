import { holesOf } from './arguments';
import { isMeasured, isOwnQuery } from '../../intent/analysis';
import type { AnalysisIntent } from '../../intent/analysis';
import { askedAnalyses } from '../../intent/asked';
import { toldByService } from '../../intent/by-service';
import type { Problem } from '../../intent/problem';
import type { CanaryRolloutIntent } from '../../intent/rollout';
import { questionsIn } from '../../intent/template';

/** Questions to the canary's own Service, where both versions stand behind one. */
export function sharedServiceGaps(intent: CanaryRolloutIntent): readonly Problem[] {
  const { router } = intent.strategy;
  if (router?.oneService !== true) return [];
  return askedAnalyses(intent.strategy).flatMap(({ analysis, property }) => questionsIn(analysis).some(each => asksByService(each, intent)) ? [{
    property,
    message: `asks the Service of the canary, and behind ${router.kind} with subsets both versions stand behind one Service`,
    fix: 'ask something that knows the canary by its pods, or leave the subsets out',
  }] : []);
}

/** Both names together are right there all the same, so that what a telemetry asks of the whole service is. */
function asksByService(question: AnalysisIntent, intent: CanaryRolloutIntent): boolean {
  const ofTelemetry = isMeasured(question) && !isOwnQuery(question.question);
  return ofTelemetry ? toldByService(question, intent) !== undefined : holesOf(question, intent).includes('canary-service');
}
