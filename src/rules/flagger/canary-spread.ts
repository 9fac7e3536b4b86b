import type { CanaryNode } from '../../graph/canary';
import { FLAGGER_LABELS, PRIMARY } from '../../graph/canary-target';
import type { CanaryTarget } from '../../graph/canary-target';
import { Field } from '../../graph/field';
import { LabelSelector } from '../../graph/label-selector';
import { scalar } from '../fix';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed } from '../wording';

export const canarySpread: Rule = {
  id: 'canary-spread',
  class: 'risky',
  summary: 'what spreads the pods of a target spreads those of its primary too',
  why: 'the primary is a copy with another value of one label; Flagger changes that value in rules for spreading only where it is the name of the Deployment, and not at all in a DaemonSet, so the pods that have all the requests may stand on one node',
  covers: ['FT-15'],
  check: (graph) => forEachCanary(graph, judge),
};

function* judge(canary: CanaryNode): Iterable<Remark> {
  const { pods } = canary;
  const { labels, primaryLabels, label } = pods ?? {};
  if (pods === undefined || labels === undefined || primaryLabels === undefined || label === undefined) {
    return;
  }
  for (const selector of selectorsIn(pods.template.at('spec'))) {
    const [here, there] = [new LabelSelector(selector), new LabelSelector(inPrimary(selector, pods))];
    if (!here.isEmpty && here.matches(labels) === true && there.matches(primaryLabels) === false) {
      const same = [...labels].find(([key]) => !FLAGGER_LABELS.includes(key));
      const message = `must select the pods of the primary too, which have ${label.key}: ${label.value}${PRIMARY}, got ${listed(selectedBy(selector))}`;
      const fix = same === undefined ? 'give the pods one more label, which Flagger leaves as it is, and select by that alone'
        : `write labelSelector: { matchLabels: { ${scalar(same[0])}: ${scalar(same[1])} } }, a label that Flagger leaves as it is`;
      yield remark(selector, message, fix, { about: canary });
    }
  }
}

function selectorsIn(spec: Field): readonly Field[] {
  const apart = spec.at('affinity', 'podAntiAffinity');
  return [
    ...spec.at('topologySpreadConstraints').items().map((each) => each.at('labelSelector')),
    ...apart.at('preferredDuringSchedulingIgnoredDuringExecution').items().map((each) => each.at('podAffinityTerm', 'labelSelector')),
    ...apart.at('requiredDuringSchedulingIgnoredDuringExecution').items().map((each) => each.at('labelSelector')),
  ].filter((each) => each.isMap);
}

/** The selector as Flagger copies it. */
function inPrimary(selector: Field, { workload, isDeployment }: CanaryTarget): Field {
  const changed = (key: string | undefined, value: unknown) => isDeployment && FLAGGER_LABELS.includes(key ?? '') && value === workload.name ? `${value}${PRIMARY}` : value;
  const matchLabels = Object.fromEntries(selector.at('matchLabels').entries().map(([key, { value }]) => [key, changed(key, value)]));
  const matchExpressions = selector.at('matchExpressions').items().map((each) => ({
    ...each.value as object, ...each.at('values').isList ? { values: each.at('values').items().map(({ value }) => changed(each.textAt('key'), value)) } : {},
  }));
  return new Field(selector.node, { matchLabels, matchExpressions });
}

function selectedBy(selector: Field): readonly string[] {
  return [...selector.at('matchLabels').entries().map(([key, { text }]) => `${key}: ${text ?? '...'}`),
    ...selector.at('matchExpressions').items().map((each) => `${each.textAt('key') ?? ''} ${each.textAt('operator') ?? ''}`)];
}
