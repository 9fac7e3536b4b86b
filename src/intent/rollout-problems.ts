import { askedAnalyses } from './asked';
import type { AskedAnalysis } from './asked';
import { askingProblems } from './asking-problems';
import { baselineProblems } from './baseline-problems';
import { blueGreenProblems } from './blue-green';
import { canaryProblems } from './canary';
import { replicas } from './checks';
import { freezeProblems } from './freeze';
import type { GateIntent } from './gate';
import { pingPongProblems } from './ping-pong';
import type { Problem } from './problem';
import { show } from './problem';
import { protocolProblems } from './protocol-problems';
import type { RolloutIntent, StrategyIntent } from './rollout';
import { sourceProblems } from './source-problems';
import { telemetryProblems } from './telemetry-problems';
import { questionsIn } from './template';

/** What is wrong with an intent as a whole, whichever engine runs it. */
export function rolloutProblems(intent: RolloutIntent): readonly Problem[] {
  const { gates } = intent.strategy;
  return [
    replicas('replicas', intent.pods.replicas),
    ...sameName(askedAnalyses(intent.strategy)),
    ...askedTwice(gates),
    ...gates.flatMap(inBackground),
    ...askingProblems(intent.strategy),
    ...protocolProblems(intent),
    ...pingPongProblems(intent),
    ...baselineProblems(intent.strategy),
    ...askedAnalyses(intent.strategy).flatMap(asked => unanswerable(asked, intent)),
    ...telemetryProblems(intent),
    ...strategyProblems(intent.strategy),
    ...freezeProblems(intent.strategy),
  ].filter(problem => problem !== undefined);
}

function strategyProblems(strategy: StrategyIntent): readonly Problem[] {
  switch (strategy.kind) {
    case 'canary': return canaryProblems(strategy);
    case 'blue-green': return blueGreenProblems(strategy);
  }
}

/** Two questions of one name would be one object. */
function sameName(asked: readonly AskedAnalysis[]): readonly Problem[] {
  const first = new Map<string, AskedAnalysis>();
  const told = new Set<string>(); // a question may stand at several gates
  return asked.flatMap(gate => {
    const other = first.get(gate.analysis.name);
    if (other === undefined) first.set(gate.analysis.name, gate);
    if (other === undefined || other.analysis === gate.analysis || told.has(gate.property)) return [];
    told.add(gate.property);
    return [{
      property: gate.property,
      message: `must not have the name ${show(gate.analysis.name)}, which ${other.property} has`,
      fix: `give one of them a name of its own, such as name: ${show(`${gate.analysis.name}-2`)}`,
    }];
  });
}

/** One question twice at one place is one measurement, and only one of the two could have its own arguments or be a dry run. */
function askedTwice(gates: readonly GateIntent[]): readonly Problem[] {
  return gates.flatMap((gate, index) => {
    const other = gates.slice(0, index).find(({ analysis, place }) => analysis === gate.analysis && place.kind === gate.place.kind
      && (place.kind !== 'at-stage' || gate.place.kind !== 'at-stage' || place.weight === gate.place.weight));
    return other === undefined ? [] : [{
      property: gate.property, message: `asks ${show(gate.analysis.name)} where ${other.property} asks it already`, fix: 'drop one of them',
    }];
  });
}

/** Nothing waits for what runs beside the stages. */
function inBackground({ analysis, place, property }: GateIntent): readonly Problem[] {
  const waits = questionsIn(analysis).some(({ question }) => question.kind === 'http' && question.waits === true);
  return place.kind !== 'throughout' || !waits ? [] : [{
    property,
    message: `lets nobody wait for ${show(analysis.name)}, which stands beside the stages there`,
    fix: 'use Hook.beforeTraffic, Hook.duringTraffic or Hook.beforePromotion',
  }];
}

/** What the metric store cannot be asked; once, however often it is asked. */
function unanswerable({ analysis, property: owner }: AskedAnalysis, intent: RolloutIntent): readonly Problem[] {
  return questionsIn(analysis).flatMap(each => sourceProblems(each, intent)).map(problem => ({ ...problem, property: `${owner}.${problem.property}` }));
}
