import type { CanaryNode } from '../../graph/canary';
import type { Matcher, Selector } from '../../promql/syntax';
import { flaggerQueries, UNKNOWN } from '../flagger-query';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { PER_VERSION, SCOPE_ANNOTATION, saysBeyond, tellsVersions } from '../versions';

/** Labels with the name of what both versions stand behind. */
const OF_BOTH = /service|svc|host|ingress|route|upstream|backend|authority/i;
/** How pods of the primary are called, behind its name. */
const [OF_DEPLOYMENT, OF_DAEMON_SET] = ['-7d9c8b5f4-x2x4z', '-x2x4z'];

export const canaryQueryScoped: Rule = {
  id: 'canary-query-scoped',
  class: 'risky',
  summary: 'the query of a Canary is about the canary, and not about the primary with it',
  why: 'at weight 5 a query over both versions is 95 % primary: a canary that fails every request barely moves it',
  covers: [],
  check: function* (graph): Iterable<Remark> {
    for (const { field, query, use, template } of flaggerQueries(graph)) {
      const canary = use?.canary;
      const selectors = query.errors.length > 0 ? [] : query.selectors.filter(({ metric = '' }) => PER_VERSION.test(metric));
      const { targetName: target } = canary ?? {};
      if (canary === undefined || target === undefined || selectors.length === 0 || saysBeyond(template)) {
        continue;
      }
      if (selectors.every((selector) => !isOfCanary(selector, canary, target))) {
        const annotated = template === undefined ? '' : `; or annotate ${template.resource} ${SCOPE_ANNOTATION}: service if that is meant`;
        yield remark(
          field, `measures ${selectors[0].metric} of the primary and the canary together: nothing in the query tells the one from the other`,
          `write a label that the canary alone has, as workload="{{ target }}" or pod=~"{{ target }}-[0-9a-z]+-[0-9a-z]+" do${annotated}`, { about: canary },
        );
      }
    }
  },
};

/** Whether it may well be about the canary alone. */
function isOfCanary(selector: Selector, canary: CanaryNode, target: string): boolean {
  return tellsVersions(selector, undefined) || selector.matchers.some((matcher) => picksCanary(matcher, canary, target));
}

function picksCanary({ label, operator, value }: Matcher, { serviceName, targetKind }: CanaryNode, target: string): boolean {
  if (value.includes(UNKNOWN)) {
    return true;
  }
  if (operator === '!=' || operator === '!~') {
    return /primary/.test(value);
  }
  if (!value.includes(target) || (OF_BOTH.test(label) && (value === target || value === serviceName))) {
    return false;
  }
  if (operator === '=') {
    return true;
  }
  const pattern = patternOf(value);
  const pod = targetKind === 'DaemonSet' ? OF_DAEMON_SET : OF_DEPLOYMENT;
  return pattern === undefined || !['', pod].some((ending) => pattern.test(`${target}-primary${ending}`));
}

function patternOf(value: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${value})$`);
  } catch {
    return undefined;
  }
}
