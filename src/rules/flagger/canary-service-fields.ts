import type { CanaryNode } from '../../graph/canary';
import type { Field } from '../../graph/field';
import type { FlaggerProvider } from '../../manifests/flagger-providers';
import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';

const OF_GATEWAY = ['gatewayRefs', 'hosts', 'match', 'rewrite', 'headers', 'mirror'];
const OF_APP_MESH = ['meshName', 'backends', 'match', 'timeout', 'retries', 'gateways'];
const OF_SMI = ['hosts', 'gateways'];
/** What goes into routes, by who reads it. The rest is for Services of Kubernetes. */
const READ: Readonly<Partial<Record<FlaggerProvider, readonly string[]>>> = {
  'istio': ['hosts', 'gateways', 'delegation', 'trafficPolicy', 'match', 'rewrite', 'retries', 'timeout', 'headers', 'corsPolicy'],
  'gatewayapi:v1': [...OF_GATEWAY, 'timeout', 'backendTimeout', 'corsPolicy'],
  'gatewayapi:v1beta1': OF_GATEWAY,
  'contour': ['match', 'timeout', 'retries'],
  'appmesh': OF_APP_MESH,
  'appmesh:v1beta2': OF_APP_MESH,
  'linkerd': OF_SMI,
  'osm': OF_SMI,
  'smi:v1alpha1': OF_SMI,
  'smi:v1alpha2': OF_SMI,
  'smi:v1alpha3': OF_SMI,
};
const OF_ROUTES = [...new Set(Object.values(READ).flat())];
const OF_TCP = ['hosts', 'gateways', 'delegation', 'trafficPolicy', 'match'];
/** Parts of a match that the Gateway API has no place for in Flagger. */
const NOT_OF_GATEWAY = ['authority', 'scheme', 'port', 'sourceLabels', 'sourceNamespace', 'withoutHeaders', 'ignoreUriCase', 'gateways'];

export const canaryServiceFields: Rule = {
  id: 'canary-service-fields',
  class: 'risky',
  summary: 'below service of a Canary there is only what its provider reads',
  why: 'Flagger leaves the rest out of the route and does not say so: requests are not matched, timed out or rewritten as they seem to be',
  covers: ['FP-16', 'FG-15', 'FG-16', 'FC-01', 'FJ-04'],
  check: (graph) => forEachCanary(graph, function* (canary): Iterable<Remark> {
    const { provider, service, isOfConnections } = canary;
    if (provider !== undefined) {
      const read = isOfConnections ? OF_TCP : READ[provider] ?? [];
      for (const field of OF_ROUTES.map((key) => service.at(key)).filter((each) => isSaid(each) && !read.includes(String(each.path.at(-1))))) {
        yield remark(field, `is not read for ${isOfConnections ? 'Istio with appProtocol: tcp' : `provider ${provider}`}`, 'drop it');
      }
      yield* parts(canary);
    }
  }),
};

function* parts({ provider, service }: CanaryNode): Iterable<Remark> {
  const matches = service.at('match').items();
  switch (provider) {
    case 'gatewayapi:v1':
    case 'gatewayapi:v1beta1':
      for (const field of matches.flatMap((match) => NOT_OF_GATEWAY.map((key) => match.at(key))).filter(isSaid)) {
        yield remark(field, `is not read for provider ${provider}, so that requests are matched whatever it says`, 'drop it');
      }
      if (isSaid(service.at('corsPolicy', 'allowOrigins')) && provider === 'gatewayapi:v1') {
        yield remark(service.at('corsPolicy', 'allowOrigins'), `is not read for provider ${provider}, which takes plain origins`, 'write allowOrigin: [https://...] instead');
      }
      break;
    case 'contour':
      for (const [index, match] of matches.entries()) {
        for (const key of match.keys().filter((each) => index > 0 || each !== 'uri' || !match.at('uri').has('prefix'))) {
          yield remark(match.at(key), 'is not read for provider contour, which takes the prefix of the first match', index > 0 || match.at('uri').has('prefix') ? 'drop it' : 'write uri: { prefix: / } instead');
        }
      }
      break;
    case 'istio': {
      const parameter = service.at('trafficPolicy', 'loadBalancer', 'consistentHash', 'httpQueryParameterName');
      if (isSaid(parameter)) {
        yield remark(parameter, 'is not read by Flagger, although its definition has it: requests are spread without it', 'write httpHeaderName: ... instead');
      }
      break;
    }
    default:
  }
}

/** An empty list or text, or false, says what is so without it. */
function isSaid(field: Field): boolean {
  const { value } = field;
  return field.exists && value !== '' && value !== false && !(field.isList && field.items().length === 0);
}
