import type {
  FlaggerCorsPolicy, FlaggerGatewayReference, FlaggerHeaderOperations, FlaggerHttpMatch, FlaggerMirror, FlaggerRetries, FlaggerRewrite,
} from './route-options';
import { said } from './said';
import { routerTime } from './times';
import type {
  CanaryCorsPolicy, CanaryGatewayRef, CanaryHeaders, CanaryMatch, CanaryMirror, CanaryRetries, CanaryRewrite, HeaderOperations,
} from '../../manifests/flagger.generated';
import { joinedBy, mapLeaf } from '../../manifests/leaf';

/** An entry without a path would get one from the Gateway API, which Flagger takes back at every check. */
const anyPath = { prefix: '/' };
/** What browsers and the Gateway API take where nothing is said; Flagger would take the latter back at every check. */
const permissionTime = '5s';

export function routeMatch({ headers, withoutHeaders, uri, ...rest }: FlaggerHttpMatch): CanaryMatch {
  return { uri: uri ?? anyPath, ...said({ ...rest, headers: lowerCase(headers), withoutHeaders: lowerCase(withoutHeaders) }) };
}

export function rewrite({ uri, authority, prefixOnly }: FlaggerRewrite): CanaryRewrite | undefined {
  return said({ uri, authority, type: prefixOnly === undefined ? undefined : mapLeaf(prefixOnly, only => only ? 'ReplacePrefixMatch' : 'ReplaceFullPath') });
}

export function retries({ attempts, perTryTimeout, retryOn = [] }: FlaggerRetries): CanaryRetries {
  return { attempts, ...said({ perTryTimeout: routerTime(perTryTimeout), retryOn: retryOn.length === 0 ? undefined : joinedBy(',', retryOn) }) };
}

export function headerChanges(request?: FlaggerHeaderOperations, response?: FlaggerHeaderOperations): CanaryHeaders | undefined {
  return said({ request: operations(request), response: operations(response) });
}

function operations(asked: FlaggerHeaderOperations | undefined): HeaderOperations | undefined {
  return asked && said({ add: asked.add, remove: asked.remove, set: asked.set });
}

export function corsPolicy({ origins, plainOrigins, maxAge, ...rest }: FlaggerCorsPolicy): CanaryCorsPolicy {
  return { ...said({ allowOrigins: origins, allowOrigin: plainOrigins, ...rest }), maxAge: routerTime(maxAge) ?? permissionTime };
}

export function mirror({ name, port, inNamespace, kind, group }: FlaggerMirror): CanaryMirror {
  return { backendRef: { name, ...said({ port, namespace: inNamespace, kind, group }) } };
}

export function gatewayReference({ name, inNamespace, listener, port, kind, group }: FlaggerGatewayReference): CanaryGatewayRef {
  return { name, ...said({ namespace: inNamespace, sectionName: listener, port, kind, group }) };
}

/** Which is how Istio wants them, and all the same to the others. */
function lowerCase<T>(headers: Readonly<Record<string, T>> | undefined): Readonly<Record<string, T>> | undefined {
  return headers && Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
