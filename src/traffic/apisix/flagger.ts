import { routeManifests, usualClass } from './manifests';
import type { ApisixTrafficOptions } from './options';
import type { FlaggerContext, FlaggerRouting } from '../../intent/router';
import type { CanaryRouteRef } from '../../manifests/flagger.generated';
import { otherwise, refused } from '../flagger-gaps';

/** Writes an ApisixRoute to the Service that everybody calls; Flagger copies its rule, with both versions and a higher priority. */
export function apisixFlagger(options: ApisixTrafficOptions, context: FlaggerContext): FlaggerRouting {
  const { service, port, rollout } = context;
  return {
    provider: 'apisix',
    references: { routeRef: routeReference(rollout) },
    manifests: routeManifests(options, context, [service, `${service}-primary`, `${service}-canary`], [{ serviceName: service, servicePort: port }]),
    gaps: options.ingressClass === usualClass ? [] : otherwise(options, {
      ingressClass: {
        message: `has to be the default class of the cluster, since the copy that Flagger writes for the canary has no class, got ${options.ingressClass}`,
        fix: `make it that (annotation ingressclass.kubernetes.io/is-default-class of the IngressClass ${options.ingressClass}), or nobody reaches the canary`,
      },
    }),
    elsewhere: [],
  };
}

/** Follows an ApisixRoute that exists. */
export function existingApisixFlagger(name: string, rules: readonly string[] | undefined, { service }: FlaggerContext): FlaggerRouting {
  const several = rules !== undefined && rules.length > 1;
  return {
    provider: 'apisix',
    references: { routeRef: routeReference(name) },
    manifests: [],
    gaps: several ? refused({ rules }, {
      rules: { message: `must be one rule, the only one that Flagger follows, got ${rules.length}`, fix: `bring their hosts and paths into one rule, with ${service} as its only backend` },
    }) : otherwise({ rules }, {
      rules: { message: `cannot be told to Flagger, which follows the first rule that leads to ${service}`, fix: `leave it out, and let that rule have ${service} as its only backend` },
    }),
    elsewhere: [{ kind: 'ApisixRoute', name }],
  };
}

function routeReference(name: string): CanaryRouteRef {
  return { apiVersion: 'apisix.apache.org/v2', kind: 'ApisixRoute', name };
}
