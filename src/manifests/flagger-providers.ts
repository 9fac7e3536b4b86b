/** What splits the traffic for Flagger: the values of `spec.provider` of a Canary. */
export type FlaggerProvider =
  | 'kubernetes' | 'istio' | 'linkerd' | 'contour' | 'gloo' | 'nginx' | 'skipper' | 'traefik' | 'apisix' | 'kuma' | 'knative'
  | 'gatewayapi:v1' | 'gatewayapi:v1beta1'
  | 'appmesh' | 'appmesh:v1beta2' | 'osm' | 'smi:v1alpha1' | 'smi:v1alpha2' | 'smi:v1alpha3';

/** A comparison of a header, as `analysis.match` of a Canary knows them. */
export type FlaggerComparison = 'exact' | 'prefix' | 'suffix' | 'regex';

/** What a provider makes of what a Canary asks of it. */
export interface FlaggerSupport {
  /** Whether it sends a share of the requests to the canary. */
  readonly weights: boolean;
  /** Headers by which requests can be told to go to the canary; with none, all of them would. */
  readonly audience: readonly FlaggerComparison[];
  /** When requests can be copied to the canary: before its first weight, or for the whole of a blue-green. */
  readonly mirrors: readonly ('weights' | 'blue-green')[];
  /** Whether a visitor can stay with the canary, and with the primary as well. */
  readonly affinity: 'none' | 'canary' | 'both';
  /** Fields of the Canary that it cannot do without. */
  readonly needs: readonly ('ingressRef' | 'routeRef' | 'service.gatewayRefs' | 'service.meshName')[];
  /** What ended it; absent: it lives. */
  readonly ended?: string;
}

const weightsAlone: FlaggerSupport = { weights: true, audience: [], mirrors: [], affinity: 'none', needs: [] };
const smi: FlaggerSupport = { ...weightsAlone, ended: 'the Service Mesh Interface is archived' };
const appMesh: FlaggerSupport = { ...weightsAlone, audience: ['exact', 'prefix', 'suffix', 'regex'], ended: 'AWS App Mesh ended on 2026-09-30' };
const gatewayApi: FlaggerSupport = {
  weights: true, audience: ['exact', 'regex'], mirrors: ['blue-green'], affinity: 'both', needs: ['service.gatewayRefs'],
};

/** As the code of Flagger 1.44 has it; its documents say less. */
export const flaggerProviders: Readonly<Record<FlaggerProvider, FlaggerSupport>> = {
  'kubernetes': { ...weightsAlone, weights: false },
  'istio': { weights: true, audience: ['exact', 'prefix', 'suffix', 'regex'], mirrors: ['weights', 'blue-green'], affinity: 'both', needs: [] },
  'linkerd': weightsAlone,
  'contour': { ...weightsAlone, audience: ['exact', 'prefix', 'suffix'] },
  'gloo': { ...weightsAlone, audience: ['exact', 'regex'] },
  'nginx': { ...weightsAlone, audience: ['exact', 'regex'], needs: ['ingressRef'] },
  'skipper': { ...weightsAlone, needs: ['ingressRef'] },
  'traefik': weightsAlone,
  'apisix': { ...weightsAlone, needs: ['routeRef'] },
  'kuma': weightsAlone,
  'knative': weightsAlone,
  'gatewayapi:v1': gatewayApi,
  'gatewayapi:v1beta1': { ...gatewayApi, affinity: 'canary' },
  'appmesh': { ...appMesh, needs: ['service.meshName'] },
  'appmesh:v1beta2': appMesh,
  'osm': { ...smi, ended: 'Open Service Mesh is archived' },
  'smi:v1alpha1': smi,
  'smi:v1alpha2': smi,
  'smi:v1alpha3': smi,
};

/** What Flagger takes where neither the Canary nor its own `-mesh-provider` says anything. */
export const defaultFlaggerProvider: FlaggerProvider = 'istio';

export function isFlaggerProvider(text: string): text is FlaggerProvider {
  return Object.hasOwn(flaggerProviders, text);
}
