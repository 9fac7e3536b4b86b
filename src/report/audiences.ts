import type { Field } from '../graph/field';
import { meaningOf } from '../intent/audience';

/** Whether a stage begins here at which an audience sees the canary; the pods that start for it are part of the stage. */
export function startsAudience(steps: readonly Field[], index: number): boolean {
  if (!isAudience(steps[index])) return steps[index].has('setCanaryScale') && steps[index + 1] !== undefined && isAudience(steps[index + 1]);
  return index === 0 || !steps[index - 1].has('setCanaryScale');
}

/** Whose requests a step leads to the canary, or that it leads nobody's there any more. */
export function audienceOf(route: Field, routers: readonly string[]): string {
  const conditions = route.at('match').items();
  if (conditions.length === 0) return 'the audience ends';
  // Istio takes any of several conditions, the others want all of them
  return `audience: ${conditions.map(conditionOf).join(routers.includes('istio') ? ' or ' : ' and ')}`;
}

/** Whether a step leads somebody to the canary. */
export function isAudience(step: Field): boolean {
  return step.at('setHeaderRoute', 'match').items().length > 0;
}

function conditionOf(condition: Field): string {
  const header = condition.at('headerName').text ?? 'a header';
  const value = condition.at('headerValue');
  const [exact, prefix, regex] = [value.at('exact').text, value.at('prefix').text, value.at('regex').text];
  if (exact !== undefined) return `${header} is ${exact}`;
  if (prefix !== undefined) return `${header} begins with ${prefix}`;
  return regex === undefined ? header : meaningOf(header, regex);
}
