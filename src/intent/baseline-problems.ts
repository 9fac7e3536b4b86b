import type { AnalysisIntent } from './analysis';
import { askedAnalyses } from './asked';
import { stagesOf } from './course';
import type { CourseIntent } from './course';
import type { GateIntent } from './gate';
import type { Problem } from './problem';
import type { StrategyIntent } from './rollout';
import { questionsIn } from './template';

/** Comparisons with the stable version where one of the two has no requests, so that there is no answer and the rollout waits for one. */
export function baselineProblems(strategy: StrategyIntent): readonly Problem[] {
  if (strategy.kind === 'blue-green') {
    return askedAnalyses(strategy).filter(({ analysis }) => compares(analysis))
      .map(({ property }) => alone(property, 'in a blue-green all requests go to one of the two', 'ask Analysis.errorRate() or Analysis.latency(), or use a CanaryRollout'));
  }
  const full = fullStage(strategy.course);
  return [
    ...strategy.gates.filter(({ analysis }) => compares(analysis)).flatMap(gate => emptyPlace(gate, full !== undefined)),
    ...full === undefined || !full.stage.analyses.some(compares) ? [] : [atFullStage(full.property('analyses'))],
  ];
}

function compares(analysis: AnalysisIntent): boolean {
  return questionsIn(analysis).some(({ question }) => question.kind === 'baseline');
}

/** The stage at which the stable version gets nothing. */
function fullStage(course: CourseIntent) {
  return course.kind === 'ramp' ? stagesOf(course).find(({ stage }) => stage.weight === 100) : undefined;
}

function emptyPlace({ place, property }: GateIntent, hasFullStage: boolean): readonly Problem[] {
  switch (place.kind) {
    case 'each-stage': case 'before-promotion': return hasFullStage ? [atFullStage(property)] : [];
    case 'at-stage': return place.weight === 100 ? [atFullStage(property)] : [];
    default: return [];
  }
}

function atFullStage(property: string): Problem {
  return alone(property, 'at weight 100 the stable version gets no requests', 'ask it throughout, or at stages below 100: Stage.at(50, { analyses: [...] })');
}

function alone(property: string, why: string, fix: string): Problem {
  return { property, message: `cannot compare the canary with the stable version there: ${why}`, fix };
}
