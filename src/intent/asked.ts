import type { AnalysisIntent } from './analysis';
import { stagesOf } from './course';
import type { CourseIntent } from './course';
import type { StrategyIntent } from './rollout';

/** A question and the property that asks it. */
export interface AskedAnalysis {
  readonly analysis: AnalysisIntent;
  readonly property: string;
}

/** Every question of a rollout, wherever it is asked. */
export function askedAnalyses(strategy: StrategyIntent): readonly AskedAnalysis[] {
  return [...strategy.gates, ...askedBesideGates(strategy)];
}

/** The questions that the rollout waits for. */
export function awaitedAnalyses(strategy: StrategyIntent): readonly AskedAnalysis[] {
  return [...strategy.gates.filter(gate => gate.place.kind !== 'throughout'), ...askedBesideGates(strategy)];
}

function askedBesideGates(strategy: StrategyIntent): readonly AskedAnalysis[] {
  return strategy.kind === 'canary' ? askedInCourse(strategy.course) : [];
}

function askedInCourse(course: CourseIntent): readonly AskedAnalysis[] {
  if (course.kind === 'ramp') {
    return stagesOf(course).flatMap(({ stage, property }) => stage.analyses.length === 0 ? [] : listed(stage.analyses, property('analyses')));
  }
  return course.steps.flatMap((step, index) => {
    switch (step.kind) {
      case 'analyze': return listed(step.analyses, `steps[${index}].analyses`);
      case 'experiment': return listed(step.experiment.analyses.map(({ analysis }) => analysis), `steps[${index}].analyses`);
      default: return [];
    }
  });
}

function listed(analyses: readonly AnalysisIntent[], property: string): readonly AskedAnalysis[] {
  return analyses.map((analysis, index) => ({ analysis, property: `${property}[${index}]` }));
}
