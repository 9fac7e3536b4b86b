import type { Field } from '../../graph/field';
import type { FlaggerProvider } from '../../manifests/flagger-providers';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';

export const canaryAudience: Rule = {
  id: 'canary-audience',
  class: 'broken',
  summary: 'an A/B test has a provider that tells its audience from the others',
  why: 'Flagger gives the whole route to the canary and leaves it to the provider who is meant: one that does not look at headers sends everybody there at once',
  covers: ['FP-02', 'FP-06', 'FP-07', 'FP-10', 'FP-12', 'FP-13', 'FP-14', 'FP-15', 'FP-17'],
  check: (graph) => forEachCanary(graph, function* (canary): Iterable<Remark> {
    const { analysis, provider, support, isOfConnections } = canary;
    const match = analysis.at('match');
    if (!canary.isAnalysed || support === undefined || match.items().length === 0) {
      return;
    }
    const isBlind = support.audience.length === 0 || isOfConnections;
    if (canary.course === 'ab-test' && isBlind) {
      const called = isOfConnections ? 'Istio with appProtocol: tcp' : `provider ${provider}`;
      yield remark(
        match, `is not looked at by ${called}, so that all requests go to the canary from the first iteration on`,
        'drop it, or move to a provider that looks at headers: istio over HTTP, gatewayapi:v1, nginx, contour or gloo',
      );
    } else if (canary.course === 'ab-test' && canary.matchEffect === 'ignored' && !isToldByItself(match, provider)) {
      yield remark(
        match, `must name a header${isGateway(provider) ? ' or a parameter' : ''}, by which alone provider ${provider} tells requests, got none: all requests go to the canary from the first iteration on`,
        'write for example match: [{ headers: { x-tester: { exact: insider } } }]',
      );
    } else if (provider === 'kubernetes') {
      yield remark(match, 'is not looked at by provider kubernetes, which sends no request to the canary before it is promoted', 'drop it', { class: 'risky' });
    }
  }),
};

/** Of comparisons that a provider does not have, and of labels, canary-audience-headers speaks. */
function isToldByItself(match: Field, provider: FlaggerProvider | undefined): boolean {
  return isGateway(provider) && match.items().some((entry) => (
    entry.at('headers').keys().length > 0 || entry.at('queryParams').keys().length > 0 || entry.has('sourceLabels')
  ));
}

function isGateway(provider: FlaggerProvider | undefined): boolean {
  return provider?.startsWith('gatewayapi') === true;
}
