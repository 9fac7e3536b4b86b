import { glooUpstream, glooVirtualService } from './manifests';
import type { ExistingGlooTrafficOptions, GlooTrafficOptions } from './options';
import { nameProblem } from '../../intent/checks';
import { refuse } from '../../intent/problem';
import type { Problem } from '../../intent/problem';
import type { FlaggerContext, FlaggerRouting, ITrafficRouter, Router } from '../../intent/router';
import type { CanaryUpstreamRef } from '../../manifests/flagger.generated';
import { ownPathProblems } from '../own-paths';
import { hostProblems, objectName } from '../route-checks';

/**
 * Traffic split by Gloo Edge: a RouteTable, which Flagger writes under the name of the Service. A VirtualService of ours hands the requests
 * over to it. Argo Rollouts cannot drive it.
 */
export class GlooTraffic implements ITrafficRouter {
  /** Uses a VirtualService of Gloo that exists. It has to delegate to the RouteTable that is called as the Service of the rollout. */
  public static existing(virtualService: string, options: ExistingGlooTrafficOptions = {}): ITrafficRouter {
    refuse('GlooTraffic.existing', objectName('virtualService', virtualService), ...upstreamProblems(options));
    return { routerName: 'gloo', _router: { kind: 'gloo', flagger: context => existing(virtualService, options, context) } };
  }

  /** The product. */
  public readonly routerName = 'gloo';

  /** @internal */
  public readonly _router: Router;

  constructor(options: GlooTrafficOptions) {
    const { hosts, tlsSecret } = options;
    refuse('GlooTraffic', ...hostProblems(hosts), ...ownPathProblems(options),
      tlsSecret === undefined ? undefined : objectName('tlsSecret', tlsSecret), ...upstreamProblems(options));
    this._router = { kind: 'gloo', flagger: context => written(options, context) };
  }
}

function written(options: GlooTrafficOptions, context: FlaggerContext): FlaggerRouting {
  const { upstream = context.rollout } = options;
  const { namespace } = context;
  if (namespace === undefined) return { provider: 'gloo', manifests: [], gaps: [homeless], elsewhere: [] };
  return {
    provider: 'gloo',
    references: { upstreamRef: reference(upstream, options.upstreamNamespace ?? namespace) },
    manifests: [glooVirtualService(options, context, namespace), ...(options.upstream === undefined ? [glooUpstream(context, namespace)] : [])],
    elsewhere: [{ kind: 'RouteTable', name: context.service }, ...(options.upstream === undefined ? [] : [{ kind: 'Upstream', name: upstream }])],
  };
}

function existing(virtualService: string, options: ExistingGlooTrafficOptions, context: FlaggerContext): FlaggerRouting {
  const { upstream } = options;
  const namespace = options.upstreamNamespace ?? context.namespace;
  return {
    provider: 'gloo',
    ...(upstream === undefined || namespace === undefined ? {} : { references: { upstreamRef: reference(upstream, namespace) } }),
    manifests: [],
    gaps: upstream !== undefined && namespace === undefined ? [homeless] : [],
    elsewhere: [{ kind: 'VirtualService', name: virtualService }, ...(upstream === undefined ? [] : [{ kind: 'Upstream', name: upstream }])],
  };
}

/** Without its namespace Flagger does not find it, wherever it is. */
function reference(name: string, namespace: string): CanaryUpstreamRef {
  return { apiVersion: 'gloo.solo.io/v1', kind: 'Upstream', name, namespace };
}

const homeless: Problem = {
  property: 'traffic',
  message: 'needs the namespace of the rollout, with which alone Gloo and Flagger find the objects of each other, got none',
  fix: 'give the chart a namespace',
};

function upstreamProblems({ upstream, upstreamNamespace }: ExistingGlooTrafficOptions): readonly (Problem | undefined)[] {
  return [
    upstream === undefined ? undefined : objectName('upstream', upstream),
    upstreamNamespace === undefined ? undefined : nameProblem('upstreamNamespace', upstreamNamespace),
    upstream === undefined && upstreamNamespace !== undefined ? {
      property: 'upstreamNamespace', message: 'does nothing without upstream, which stands in it', fix: 'name the Upstream, or drop it',
    } : undefined,
  ];
}
