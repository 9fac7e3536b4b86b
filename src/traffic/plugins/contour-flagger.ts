import type { ContourTrafficOptions } from './contour-options';
import { otherRoutes, rootProxy } from './contour-proxy';
import type { Problem } from '../../intent/problem';
import type { FlaggerContext, FlaggerRouting } from '../../intent/router';
import type { CanaryService } from '../../manifests/flagger.generated';
import { isOpaque } from '../../manifests/leaf';
import { otherwise } from '../flagger-gaps';
import { ownPaths } from '../own-paths';

/**
 * Writes the HTTPProxy of the host, which includes the one that Flagger writes under the name of the Service and that has no host. A path
 * is made of those of both, and what is Flagger's begins with a slash.
 */
export function contourFlagger(options: ContourTrafficOptions, context: FlaggerContext): FlaggerRouting {
  const paths = ownPaths(options);
  const [whole] = paths.filter(path => !path.endsWith('/'));
  // of one path Flagger can be told all, of several nothing
  const told = paths.length === 1 ? whole : undefined;
  const includes = (told === undefined ? paths : ['/']).map(prefix => ({ name: context.service, conditions: [{ prefix }] }));
  return {
    provider: 'contour',
    service: { ...(told === undefined ? {} : { match: [{ uri: { prefix: told } }] }), ...spoken(context) },
    manifests: [rootProxy(options, context.metadata(`${context.service}-root`), { includes, routes: otherRoutes(options) })],
    gaps: [...pathGaps(paths, whole), ...otherwise(options, {
      ingressClass: {
        message: `has to be what Flagger was started with as well (-ingress-class): no Canary can say it, and Contour passes over an HTTPProxy of another class, got ${options.ingressClass}`,
        fix: `start it with -ingress-class=${options.ingressClass}, or leave it out`,
      },
    })],
    elsewhere: [{ kind: 'HTTPProxy', name: context.service }],
  };
}

/** An HTTPProxy of somebody else can include that of Flagger, and cannot be it. */
export function existingContourFlagger(names: readonly string[], context: FlaggerContext): FlaggerRouting {
  const { service } = context;
  const taken = names.includes(service);
  return {
    provider: 'contour',
    service: spoken(context),
    manifests: [],
    gaps: [taken ? {
      property: 'traffic',
      message: `must be an HTTPProxy of another name, since Flagger writes over ${service}`,
      fix: `call it ${service}-root, and let it include ${service}`,
    } : {
      property: 'traffic',
      message: `has to include the HTTPProxy ${service}, which Flagger writes: weights of its own lead nobody to the canary`,
      fix: `write spec.includes: [{ name: ${service}, conditions: [{ prefix: / }] }] in ${names.filter(name => !isOpaque(name)).join(' and ') || 'it'}`,
      class: 'advice',
    }],
    elsewhere: [...names, service].map(name => ({ kind: 'HTTPProxy', name })),
  };
}

function pathGaps(paths: readonly string[], whole: string | undefined): readonly Problem[] {
  if (whole === undefined) return [];
  return paths.length === 1 ? [{
    property: 'traffic.path',
    message: `takes every path that begins so, such as ${whole}s, since Flagger cannot tell Contour where a part of it ends, got ${whole}`,
    fix: `write ${whole}/ where nobody asks for ${whole} itself`,
    class: 'risky',
  }] : [{
    property: `traffic.paths[${paths.indexOf(whole)}]`,
    message: `must end with a slash, since with several paths the part that Flagger writes begins with one, got ${whole}`,
    fix: `write ${whole}/, or a single path`,
  }];
}

/** Envoy speaks HTTP/1.1 to pods that it is told nothing of. */
function spoken({ protocol }: FlaggerContext): Pick<CanaryService, 'appProtocol'> {
  return protocol === 'grpc' ? { appProtocol: 'kubernetes.io/h2c' } : {};
}
