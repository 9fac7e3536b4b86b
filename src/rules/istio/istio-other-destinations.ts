import type { IstioUse } from '../../graph/istio-use';
import { PROTOCOLS } from '../../graph/virtual-service';
import type { Destination } from '../../graph/virtual-service';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';

export const istioOtherDestinations: Rule = {
  id: 'istio-other-destinations',
  class: 'broken',
  summary: 'a route that gets the weights leads to the two versions and nowhere else',
  why: 'the controller takes other destinations away with the first weight it writes, and may then write the weights one place too far',
  covers: ['TR-11'],
  *check(graph): Iterable<Remark> {
    for (const istio of graph.istio) {
      for (const use of istio.virtualServices) {
        for (const route of PROTOCOLS.flatMap((protocol) => use.chosen(protocol).routes).filter(({ isKnown }) => isKnown)) {
          for (const destination of route.destinations.filter((each) => isForeign(each, istio))) {
            yield remark(
              destination.field,
              `must lead to one of the versions of Rollout ${istio.rollout.name ?? ''}, which writes the weights here, got ${shownDestination(destination)}`,
              'move it to a route of its own', { about: istio.rollout },
            );
          }
        }
      }
    }
  },
};

/** A destination without a weight has none to take away. */
function isForeign({ field, service, subset }: Destination, istio: IstioUse): boolean {
  const own = [...istio.services('stable'), ...istio.services('canary')];
  const { destinationRule } = istio;
  const subsets = [
    istio.subset('stable'), istio.subset('canary'), ...destinationRule.at('additionalSubsetNames').items().map(({ text }) => text),
  ];
  const weight = field.at('weight');
  return weight.exists && weight.number !== 0 && !istio.settings.isUnknown
    && (own.length > 0 || destinationRule.exists)
    && !own.includes(service ?? '') && (subset === undefined || !subsets.includes(subset));
}

function shownDestination({ service, subset }: Destination): string {
  return subset === undefined ? `Service ${service}` : `subset ${subset} of Service ${service}`;
}
