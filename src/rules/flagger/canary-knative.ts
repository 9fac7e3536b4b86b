import type { CanaryNode } from '../../graph/canary';
import { write } from '../fix';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { shown } from '../wording';

export const canaryKnative: Rule = {
  id: 'canary-knative',
  class: 'broken',
  summary: 'a Service of Knative has the provider knative, the provider no other target, and neither an autoscaler',
  why: 'Flagger never begins with such a Canary, and writes so in its log alone: no event, no status; what its own options say of the provider does not count here',
  covers: ['FV-02', 'FV-03'],
  check: (graph) => forEachCanary(graph, judge),
};

function* judge({ spec, isOfKnative }: CanaryNode): Iterable<Remark> {
  const [provider, target, autoscaler] = [spec.at('provider'), spec.at('targetRef'), spec.at('autoscalerRef')];
  if (isOfKnative && provider.text !== 'knative' && !provider.isUnknown) {
    yield remark(provider, `must be knative for a Service of Knative, got ${provider.exists ? shown(provider.value) : 'no provider'}`, write(provider, 'knative'));
  }
  if (isOfKnative && autoscaler.isMap) {
    yield remark(autoscaler, 'must not be there for a Service of Knative, which scales by itself', 'drop autoscalerRef');
  }
  const [apiVersion, kind] = [target.textAt('apiVersion'), target.textAt('kind')];
  if (!isOfKnative && provider.text === 'knative' && apiVersion !== undefined && kind !== undefined) {
    yield remark(target, `must be a Service of Knative with provider: knative, got ${kind} of ${apiVersion}`, 'write apiVersion: serving.knative.dev/v1 and kind: Service');
  }
}
