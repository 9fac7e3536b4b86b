import { textProblem, timeProblem } from './checks';
import type { KayentaScope, KayentaScopeDetail } from './kayenta-options';
import type { OwnQuestion } from '../intent/metric-source';
import { show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import { secondsOfOptional } from '../intent/seconds';
import { isOpaque, known } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';

/** A score as Argo Rollouts takes it. */
export function scoreProblem(property: string, score: Leaf<number> | undefined): Problem | undefined {
  const value = known(score);
  if (value === undefined || (Number.isInteger(value) && value >= 0 && value <= 100)) return undefined;
  return { property, message: `must be a whole score from 0 to 100, got ${show(value)}`, fix: 'write for example 90' };
}

/** A question that Kayenta cannot be asked. */
export function kayentaQuestionProblems(
  { criterion, isAskedOnce }: OwnQuestion, { marginal, hasTime }: { readonly marginal?: Leaf<number>; readonly hasTime: boolean },
): (Problem | undefined)[] {
  if (criterion === undefined) {
    return [{ property: 'successCondition', message: 'does nothing, and no other condition either: Kayenta judges by its score', fix: 'write atLeast instead' }];
  }
  if (criterion.kind === 'at-most') {
    return [{ property: 'atMost', message: 'cannot be asked of Kayenta, where a high score is good', fix: 'write atLeast instead' }];
  }
  const [least, good] = [known(marginal), known(criterion.threshold)];
  return [
    scoreProblem('atLeast', criterion.threshold),
    least === undefined || good === undefined || least <= good ? undefined : {
      property: 'atLeast', message: `must be at least the score ${least} that is marginal, got ${good}`, fix: 'raise it, or lower marginal',
    },
    !isAskedOnce || hasTime ? undefined : {
      property: 'count', message: 'must not be 1, since without an interval Kayenta has no time to compare', fix: 'leave it out, or set lookback',
    },
  ];
}

export function kayentaScopeProblems(scopes: readonly KayentaScope[]): (Problem | undefined)[] {
  const none = { property: 'scopes', message: 'must not be empty', fix: 'name the scope of the canary configuration, which is usually "default"' };
  return [scopes.length > 0 ? undefined : none, ...scopes.flatMap(({ name, control, experiment }, index) => [
    textProblem(`scopes[${index}].name`, name, 'write the name of the scope, which is usually "default"'),
    ...sideProblems(`scopes[${index}].control`, control),
    ...sideProblems(`scopes[${index}].experiment`, experiment),
    oneSided(`scopes[${index}]`, 'start', control, experiment),
    oneSided(`scopes[${index}]`, 'end', control, experiment),
  ])];
}

function sideProblems(property: string, { scope, region, step, start, end }: KayentaScopeDetail): (Problem | undefined)[] {
  return [
    textProblem(`${property}.scope`, scope, 'write what tells its metrics apart'),
    textProblem(`${property}.region`, region, 'write its region'),
    timeProblem(`${property}.step`, secondsOfOptional(step), 60),
    instantProblem(`${property}.start`, start),
    instantProblem(`${property}.end`, end),
  ];
}

function instantProblem(property: string, time: Leaf<string> | undefined): Problem | undefined {
  if (time === undefined || isOpaque(time) || time.includes('{{') || /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(time)) return undefined;
  return { property, message: `must be a time, got ${show(time)}`, fix: 'write for example "2026-01-31T12:00:00Z"' };
}

function oneSided(property: string, end: 'start' | 'end', control: KayentaScopeDetail, experiment: KayentaScopeDetail): Problem | undefined {
  if ((control[end] === undefined) === (experiment[end] === undefined)) return undefined;
  const missing = control[end] === undefined ? 'control' : 'experiment';
  return { property: `${property}.${missing}.${end}`, message: 'must be given when the other side has one', fix: 'give both sides one, or none' };
}
