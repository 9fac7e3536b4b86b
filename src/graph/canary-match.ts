import type { Field } from './field';
import type { FlaggerProvider } from '../manifests/flagger-providers';

/**
 * What a router makes of `analysis.match`: none is written; weights count for those that match alone; weights count for
 * everybody all the same; or nobody is ever sent to the canary.
 */
export type MatchEffect = 'none' | 'heeded' | 'ignored' | 'nobody';

/** What a router makes of the conditions in `analysis.match`. */
export function matchEffect(provider: FlaggerProvider, tcp: boolean, conditions: readonly Field[]): MatchEffect {
  if (conditions.length === 0) {
    return 'none';
  }
  const headers = conditions.flatMap((condition) => condition.at('headers').entries());
  switch (provider) {
    case 'istio':
      return tcp ? 'ignored' : 'heeded';
    case 'gatewayapi:v1':
    case 'gatewayapi:v1beta1':
      return gatewayEffect(conditions);
    case 'nginx':
      return headers.some(isHeaderOfNginx) ? 'heeded' : 'nobody';
    case 'contour':
    case 'gloo':
    case 'appmesh':
    case 'appmesh:v1beta2':
      return headers.length > 0 ? 'heeded' : 'ignored';
    default:
      return 'ignored';
  }
}

/** One condition that it cannot express, and all of them are dropped without a word. */
function gatewayEffect(conditions: readonly Field[]): MatchEffect {
  const comparisons = conditions.flatMap((condition) => ['headers', 'queryParams'].flatMap((key) => condition.at(key).entries()));
  const areExpressible = comparisons.every(([, comparison]) => comparison.has('exact') || comparison.has('regex'));
  return comparisons.length > 0 && areExpressible ? 'heeded' : 'ignored';
}

/** Of a cookie it knows the name alone, which is written as `exact`. */
function isHeaderOfNginx([name, comparison]: [string, Field]): boolean {
  return name !== 'cookie' || (comparison.textAt('exact') ?? '') !== '';
}
