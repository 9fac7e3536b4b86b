import type { CanaryNode } from '../../graph/canary';
import type { Field } from '../../graph/field';
import { parseGoDuration } from '../../manifests/durations';
import { write } from '../fix';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';

export const canarySessionAffinity: Rule = {
  id: 'canary-session-affinity',
  class: 'risky',
  summary: 'visitors can be kept with one version by the provider, and nothing else stands in its way',
  why: 'a provider that cannot do it does not say so, and a visitor meets one version and the other in turn; where it can, the route that keeps '
    + 'them has to be one that the API server takes',
  covers: ['FP-02', 'FP-04', 'FP-05', 'FA-90', 'FG-07', 'FG-17', 'FG-18'],
  check: (graph) => forEachCanary(graph, function* (canary): Iterable<Remark> {
    const affinity = canary.analysis.at('sessionAffinity');
    if (affinity.isMap && canary.isAnalysed && canary.support !== undefined) {
      yield* judge(affinity, canary);
    }
  }),
};

function* judge(affinity: Field, canary: CanaryNode): Iterable<Remark> {
  const { provider, support, service, analysis, isOfConnections } = canary;
  if (support?.affinity === 'none' || isOfConnections) {
    yield remark(affinity, `is not looked at by ${isOfConnections ? 'Istio with appProtocol: tcp' : `provider ${provider}`}: visitors meet both versions`, 'drop it');
    return;
  }
  const primary = affinity.at('primaryCookieName');
  const hasPrimary = primary.text !== undefined && primary.text !== '';
  if (support?.affinity === 'canary' && hasPrimary) {
    yield remark(primary, `is not looked at by provider ${provider}: only visitors of the canary are kept`, 'drop it, or move to gatewayapi:v1');
  }
  const interval = analysis.at('interval');
  if (support?.affinity === 'both' && hasPrimary && interval.text !== undefined && parseGoDuration(interval.text) === undefined) {
    yield remark(
      interval, `must be a duration such as 90s, by which the cookie of the primary ends, got ${interval.text}: no weight can be written`,
      write(interval, '1m'), { class: 'broken' },
    );
  }
  if (provider?.startsWith('gatewayapi') === true) {
    yield* judgeMatch(affinity, canary);
  }
  const headers = service.at('headers', 'response');
  if (provider?.startsWith('gatewayapi') === true && headers.isMap) {
    yield remark(
      headers, 'is a second change of response headers beside that which ends a cookie, and the API server refuses the HTTPRoute: '
      + 'no promotion and no rollback comes to its end',
      'drop it, or sessionAffinity', { class: 'broken' },
    );
  }
}

/** Beside an audience Flagger does not know the route again that it has written, and gives the traffic back to the primary at each interval. */
function* judgeMatch(affinity: Field, { analysis, course }: CanaryNode): Iterable<Remark> {
  const step = analysis.at('stepWeightPromotion');
  if (analysis.at('match').items().length === 0) {
    return;
  }
  const what = 'must not be there beside match: Flagger writes the route anew at each interval, without the canary';
  if (course === 'weights') {
    yield remark(affinity, `${what}, so that the analysis never gets beyond its first weight`, 'drop it, or match', { class: 'broken' });
  } else {
    yield remark(affinity, `${what}, and sends its audience there again at the end of the interval`, 'drop it, or match');
  }
  if (course === 'ab-test' && step.number !== undefined && step.number > 0) {
    yield remark(step, `must be 0 beside match and sessionAffinity, got ${step.number}: the promotion never ends`, write(step, 0), { class: 'broken' });
  }
}
