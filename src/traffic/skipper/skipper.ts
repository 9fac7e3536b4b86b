import { classAnnotation, skipperIngress } from './ingress';
import type { SkipperTrafficOptions } from './options';
import { refuse } from '../../intent/problem';
import type { Problem } from '../../intent/problem';
import type { FlaggerContext, ITrafficRouter, Router } from '../../intent/router';
import { ingressReference } from '../flagger-ingress';
import { annotationProblems, ingressHostProblems } from '../ingress-checks';
import { ownPathProblems } from '../own-paths';
import { objectName } from '../route-checks';

/**
 * Traffic split by Skipper: a second Ingress with weights, which Flagger writes beside ours. Argo Rollouts cannot drive it.
 */
export class SkipperTraffic implements ITrafficRouter {
  /**
   * Uses an Ingress that exists. One of its paths has to lead to the Service of the rollout, and it has to have an annotation, whichever:
   * Flagger breaks where there is none.
   */
  public static existing(ingressName: string): ITrafficRouter {
    refuse('SkipperTraffic.existing', objectName('ingressName', ingressName));
    return {
      routerName: 'skipper',
      _router: {
        kind: 'skipper',
        flagger: context => ({
          provider: 'skipper',
          references: { ingressRef: ingressReference(ingressName) },
          manifests: [],
          gaps: spokenGaps(context),
          elsewhere: [{ kind: 'Ingress', name: ingressName }],
        }),
      },
    };
  }

  /** The product. */
  public readonly routerName = 'skipper';

  /** @internal */
  public readonly _router: Router;

  constructor(options: SkipperTrafficOptions) {
    const { hosts, ingressClass, annotations = {} } = options;
    refuse('SkipperTraffic', ...ingressHostProblems(hosts), ...ownPathProblems(options),
      ingressClass === undefined ? undefined : objectName('ingressClass', ingressClass), ...annotationProblems(annotations, reserved));
    this._router = {
      kind: 'skipper',
      flagger: context => ({
        provider: 'skipper',
        references: { ingressRef: ingressReference(context.rollout) },
        manifests: [skipperIngress(options, context)],
        gaps: spokenGaps(context),
        elsewhere: [],
      }),
    };
  }
}

function reserved(key: string): Omit<Problem, 'property'> | undefined {
  if (key === classAnnotation) return { message: 'is written as ingressClass says', fix: 'write ingressClass' };
  return key === 'zalando.org/backend-weights' ? { message: 'is written by Flagger, as the ramp says', fix: 'drop it' } : undefined;
}

function spokenGaps({ protocol }: FlaggerContext): readonly Problem[] {
  return protocol !== 'grpc' ? [] : [{
    property: 'protocol',
    message: 'cannot be gRPC behind Skipper, which speaks HTTP/1.1 to the pods, got Protocol.grpc()',
    fix: 'choose IstioTraffic, NginxTraffic or ContourTraffic for traffic',
  }];
}
