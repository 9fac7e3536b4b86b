import { isOwnQuery } from './analysis';
import { askedAnalyses } from './asked';
import type { Problem } from './problem';
import type { RolloutIntent } from './rollout';
import { questionsIn } from './template';
import { known } from '../manifests/leaf';

/** Which of two Services that take turns is the canary's changes from release to release, so that nothing can be asked by its name. */
export function pingPongProblems({ strategy }: Pick<RolloutIntent, 'strategy'>): readonly Problem[] {
  if (strategy.kind !== 'canary' || strategy.pingPong !== true) return [];
  return askedAnalyses(strategy).flatMap(({ analysis, property }) => {
    const named = questionsIn(analysis).flatMap(({ question, args }) => [
      ...args.filter(({ source }) => source === undefined).map(({ name }) => name),
      ...(isOwnQuery(question) ? placeholdersIn(known(question.query) ?? '') : []),
    ]).find(name => name === 'canary-service' || name === 'stable-service');
    return named === undefined ? [] : [{
      property,
      message: `asks by {{args.${named}}}, and with pingPong no Service is always that of one version`,
      fix: 'tell the version by {{args.canary-hash}} or {{args.stable-hash}}, or drop pingPong',
    }];
  });
}

function placeholdersIn(text: string): readonly string[] {
  return [...text.matchAll(/\{\{args\.([\w-]+)\}\}/g)].map(([, name]) => name);
}
