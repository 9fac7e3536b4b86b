import { ingressRoute } from './manifests';
import type { TraefikTrafficOptions } from './options';
import type { FlaggerContext, FlaggerRouting } from '../../intent/router';
import type { Manifest } from '../../manifests/manifest';

/** Writes the IngressRoute alone: the TraefikService that it leads to is Flagger's, and is called as the Service. */
export function traefikFlagger(options: TraefikTrafficOptions, context: FlaggerContext): FlaggerRouting {
  const destination = { name: context.service, kind: 'TraefikService', port: context.port } as const;
  return {
    provider: 'traefik',
    manifests: [ingressRoute(options, context, destination) as unknown as Manifest],
    gaps: context.protocol !== 'grpc' ? [] : [{
      property: 'protocol',
      message: 'cannot be gRPC behind Traefik for Flagger, whose TraefikService does not say that the pods speak HTTP/2, got Protocol.grpc()',
      fix: 'choose IstioTraffic, NginxTraffic or ContourTraffic for traffic, or leave the rollout to Argo Rollouts',
    }],
    elsewhere: [{ kind: 'TraefikService', name: context.service }],
  };
}

/** One of somebody else is none that Flagger would write weights to, or one that it takes over as it is named. */
export function existingTraefikFlagger(name: string, { service }: FlaggerContext): FlaggerRouting {
  return {
    provider: 'traefik',
    manifests: [],
    gaps: [{
      property: 'traffic',
      message: `cannot be a TraefikService that exists, since Flagger writes one itself under the name ${service}, got ${name}`,
      fix: 'delete it, and write new TraefikTraffic({ hosts }) for an IngressRoute to that of Flagger',
    }],
    elsewhere: [{ kind: 'TraefikService', name }],
  };
}
