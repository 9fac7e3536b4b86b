import { dialectOf, isAboutOneVersion, isMeasured } from './analysis';
import { askedAnalyses } from './asked';
import { toldByService } from './by-service';
import type { Problem } from './problem';
import { countsRequests } from './protocol';
import type { RolloutIntent } from './rollout';
import type { TelemetryDialect } from './telemetry';
import { questionsIn } from './template';

/** What is asked about one version of a telemetry that cannot tell the versions apart behind the router of the rollout. */
export function telemetryProblems(intent: RolloutIntent): readonly Problem[] {
  const asked = askedAnalyses(intent.strategy).flatMap(({ analysis, property }) => questionsIn(analysis).map(question => ({ question, property })));
  const told = asked.filter(({ question }) => isAboutOneVersion(question))
    .flatMap(({ question, property }) => blind(dialectOf(question, intent), `${property}.telemetry`, intent));
  return [...told, ...inExperiments(intent), ...asked.some(({ question }) => isMeasured(question)) ? [] : ofCatastrophe(intent)];
}

/** Pods of an experiment are not behind the Services of the rollout. */
function inExperiments(intent: RolloutIntent): readonly Problem[] {
  const { strategy } = intent;
  const steps = strategy.kind === 'canary' && strategy.course.kind === 'steps' ? strategy.course.steps : [];
  return steps.flatMap((step, index) => step.kind !== 'experiment' ? [] : step.experiment.analyses.flatMap(({ analysis }, place) => {
    const dialect = questionsIn(analysis).map(question => toldByService(question, intent)).find(found => found !== undefined);
    return dialect === undefined ? [] : [{
      property: `steps[${index}].analyses[${place}].telemetry`,
      message: `Telemetry.${dialect.name} tells the versions apart by their Services, and the pods of an experiment stand behind neither of the rollout's`,
      fix: 'use Telemetry.httpRequests() or Telemetry.custom(), which know the pods',
    }];
  }));
}

/** Where nothing is measured, a catastrophe is looked for all the same. */
function ofCatastrophe(intent: RolloutIntent): readonly Problem[] {
  const dialect = intent.telemetry._dialect;
  const answerable = intent.source._store.language === dialect.language && countsRequests(intent.protocol, dialect);
  return intent.strategy.catastrophe !== undefined && answerable ? blind(dialect, 'telemetry', intent) : [];
}

function blind({ name, onlyBehind }: TelemetryDialect, property: string, { strategy }: RolloutIntent): readonly Problem[] {
  const router = strategy.kind === 'canary' ? strategy.router?.kind : undefined;
  if (onlyBehind === undefined || onlyBehind.some(kind => kind === router)) return [];
  return [{
    property,
    message: `Telemetry.${name} tells the canary from the stable version only behind ${onlyBehind.join(' or ')}, and this rollout has ${router ?? 'no router'}`,
    fix: 'use Telemetry.httpRequests() or Telemetry.custom(), or split the traffic with that router',
  }];
}
