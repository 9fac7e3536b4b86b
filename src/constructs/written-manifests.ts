import { ApiObject, JsonPatch } from 'cdk8s';
import { HttpIngressPathType, Ingress, IngressBackend, k8s, Service } from 'cdk8s-plus-28';
import type { Protocol, ServiceProps } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import type { Ingress as IngressManifest, Service as ServiceManifest, ServicePort } from '../manifests/kubernetes.generated';
import type { Manifest } from '../manifests/manifest';

/** Objects that an engine rendered, as constructs, in their order. */
export interface WrittenManifests {
  readonly objects: readonly ApiObject[];
  readonly services: ReadonlyMap<string, Service>;
}

/**
 * Writes what an engine rendered. Services and Ingresses become cdk8s-plus constructs, since other constructs want those;
 * what they write is what the engine rendered, which a test holds them to.
 */
export function writeManifests(scope: Construct, manifests: readonly Manifest[]): WrittenManifests {
  const services = new Map<string, Service>();
  const objects = manifests.map((manifest, index) => {
    const id = `${manifest.kind.toLowerCase()}-${index}`;
    switch (manifest.kind) {
      case 'Service': {
        const service = writeService(scope, id, manifest as unknown as ServiceManifest);
        services.set(service.name, service);
        return ApiObject.of(service);
      }
      case 'Ingress': return ApiObject.of(writeIngress(scope, id, manifest as unknown as IngressManifest, services));
      default: return writeObject(scope, id, manifest);
    }
  });
  return { objects, services };
}

export function writeObject(scope: Construct, id: string, manifest: Manifest): ApiObject {
  const object = new ApiObject(scope, id, manifest as ConstructorParameters<typeof ApiObject>[2]);
  if (manifest.kind === 'ClusterAnalysisTemplate' && object.chart.namespace !== undefined) {
    object.addJsonPatch(JsonPatch.remove('/metadata/namespace')); // a chart gives its namespace to every object
  }
  return object;
}

/**
 * A Service without `externalIPs`, which cdk8s-plus writes always and which is always empty here. A patch would do the same and
 * be copied each time it is applied. Should cdk8s-plus ever rename this method, the empty list is written again and does no harm.
 */
class PlainService extends Service {
  constructor(scope: Construct, id: string, props: ServiceProps, private readonly rendered: readonly ServicePort[]) {
    super(scope, id, props);
  }

  /** @internal */
  public _toKube(): k8s.ServiceSpec {
    const spec = super._toKube();
    return { ...spec, externalIPs: undefined, ports: spec.ports?.map(port => ({ ...port, ...this.unsaid(port) })) };
  }

  /** What a port of cdk8s-plus cannot say. */
  private unsaid(port: k8s.ServicePort): Partial<k8s.ServicePort> {
    const same = this.rendered.find(each => each.port === port.port && each.protocol === port.protocol);
    return {
      ...(typeof same?.targetPort === 'string' ? { targetPort: k8s.IntOrString.fromString(same.targetPort) } : {}),
      ...(same?.appProtocol === undefined ? {} : { appProtocol: same.appProtocol as string }),
    };
  }
}

function writeService(scope: Construct, id: string, manifest: ServiceManifest): Service {
  const service = new PlainService(scope, id, {
    metadata: manifest.metadata as { name: string },
    ports: (manifest.spec.ports ?? []).map(port => ({
      name: port.name as string | undefined,
      port: port.port as number,
      targetPort: typeof port.targetPort === 'string' ? undefined : port.targetPort as number,
      protocol: port.protocol as Protocol | undefined,
    })),
  }, manifest.spec.ports ?? []);
  for (const [key, value] of Object.entries(manifest.spec.selector ?? {})) service.selectLabel(key, value as string);
  return service;
}

function writeIngress(scope: Construct, id: string, manifest: IngressManifest, services: ReadonlyMap<string, Service>): Ingress | ApiObject {
  const rules = manifest.spec.rules ?? [];
  const backends = rules.flatMap(rule => rule.http?.paths ?? []).map(path => path.backend.service);
  // the construct refers to Services of our own, by number, and puts paths and rules in an order of its own
  const plain = new Set(rules.map(({ host }) => host)).size === backends.length
    && backends.every(backend => services.has(backend?.name as string) && backend?.port?.number !== undefined);
  if (!plain) return writeObject(scope, id, manifest as unknown as Manifest);
  const ingress = new Ingress(scope, id, { metadata: manifest.metadata as { name: string }, className: manifest.spec.ingressClassName as string });
  for (const rule of rules) {
    for (const { path, pathType, backend } of rule.http?.paths ?? []) {
      const service = services.get(backend.service?.name as string) as Service;
      const target = IngressBackend.fromService(service, { port: backend.service?.port?.number as number });
      ingress.addHostRule(rule.host as string, path as string, target, pathType as HttpIngressPathType);
    }
  }
  const tls = manifest.spec.tls ?? [];
  if (tls.length > 0) ApiObject.of(ingress).addJsonPatch(JsonPatch.add('/spec/tls', tls));
  return ingress;
}
