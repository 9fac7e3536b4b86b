import { isOwnQuery } from './analysis';
import { askedAnalyses } from './asked';
import { toldByService } from './by-service';
import type { Problem } from './problem';
import type { RolloutIntent } from './rollout';
import { questionsIn } from './template';
import { known } from '../manifests/leaf';

/** Which of two Services that take turns is the canary's changes from release to release, so that nothing can be asked by its name. */
export function pingPongProblems(intent: Pick<RolloutIntent, 'strategy' | 'telemetry'>): readonly Problem[] {
  const { strategy } = intent;
  if (strategy.kind !== 'canary' || strategy.pingPong !== true) return [];
  return askedAnalyses(strategy).flatMap(({ analysis, property }) => {
    const named = questionsIn(analysis).flatMap(({ question, args }) => [
      ...args.filter(({ source }) => source === undefined).map(({ name }) => name),
      ...(isOwnQuery(question) ? placeholdersIn(known(question.query) ?? '') : []),
    ]).find(name => name === 'canary-service' || name === 'stable-service');
    const dialect = questionsIn(analysis).map(question => toldByService(question, intent)).find(found => found !== undefined);
    const byTelemetry = dialect === undefined ? [] : [{
      property: `${property}.telemetry`,
      message: `Telemetry.${dialect.name} tells the versions apart by their Services, and with pingPong no Service is always that of one version`,
      fix: 'use Telemetry.httpRequests() or Telemetry.custom(), which know the pods, or drop pingPong',
    }];
    return named === undefined ? byTelemetry : [...byTelemetry, {
      property,
      message: `asks by {{args.${named}}}, and with pingPong no Service is always that of one version`,
      fix: 'tell the version by {{args.canary-hash}} or {{args.stable-hash}}, or drop pingPong',
    }];
  });
}

function placeholdersIn(text: string): readonly string[] {
  return [...text.matchAll(/\{\{args\.([\w-]+)\}\}/g)].map(([, name]) => name);
}
