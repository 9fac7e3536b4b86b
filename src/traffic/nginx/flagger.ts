import { nginxPrefix } from './canary';
import type { NginxCanaryOptions } from './canary';
import { nginxIngress } from './ingress';
import type { NginxTrafficOptions } from './options';
import type { Problem } from '../../intent/problem';
import type { FlaggerContext, FlaggerRouting } from '../../intent/router';
import { otherwise, refused } from '../flagger-gaps';
import { ingressReference } from '../flagger-ingress';

/** Writes the Ingress that everybody comes by; Flagger writes that of the canary, a copy with its annotations. */
export function nginxFlagger(options: NginxTrafficOptions, context: FlaggerContext): FlaggerRouting {
  return {
    provider: 'nginx',
    references: { ingressRef: ingressReference(context.rollout) },
    // the cookie is that of ingress-nginx, and stands in the Ingress
    support: keepsVisitors(options) ? { affinity: 'both' } : {},
    manifests: [nginxIngress(options, { ...context, stableService: context.service })],
    gaps: canaryGaps(options),
    elsewhere: [],
  };
}

/** Follows an Ingress that exists, and no other one. */
export function existingNginxFlagger([name, ...others]: readonly string[], options: NginxCanaryOptions): FlaggerRouting {
  return {
    provider: 'nginx',
    references: { ingressRef: ingressReference(name) },
    manifests: [],
    gaps: [...canaryGaps(options), ...refused({ otherIngresses: others.length === 0 ? undefined : others }, {
      otherIngresses: {
        message: `must not be given, since Flagger follows one Ingress, got ${others.join(', ')}: through the others nobody would reach the canary`,
        fix: 'bring all hosts and paths into one Ingress',
      },
    })],
    elsewhere: [{ kind: 'Ingress', name }],
  };
}

function canaryGaps(options: NginxCanaryOptions): readonly Problem[] {
  const copied = { message: 'cannot be told to Flagger, which copies the annotations of the Ingress for the canary and keeps those of the split to itself', fix: 'drop it' };
  return [
    ...refused(options, { canaryAnnotations: copied, canarySettings: copied }),
    ...otherwise(options, {
      annotationPrefix: {
        message: 'has to be what Flagger was started with as well (-ingress-annotations-prefix): no Canary can say it, and with another one nobody reaches the canary',
        fix: `start it so, or leave it out for ${nginxPrefix}`,
      },
      maxTrafficWeight: { message: 'cannot be told to Flagger, whose weights are whole percents', fix: 'drop it' },
    }),
  ];
}

function keepsVisitors({ annotations = {}, annotationPrefix = nginxPrefix }: NginxTrafficOptions): boolean {
  return annotations[`${annotationPrefix}/affinity-canary-behavior`] !== 'legacy';
}
