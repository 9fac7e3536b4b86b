import type { Manifest } from '../../src/manifests/manifest';

/** What may differ between an object of a Pulumi program and the one that the constructs write. In all else they have to be equal. */
export interface Difference {
  readonly why: string;
  /** What the program registered, as the constructs would have it. */
  ofProgram?(object: Manifest): Manifest;
  /** What the constructs wrote, without what is theirs alone. */
  ofConstructs?(object: Manifest): Manifest;
}

type Fields = Readonly<Record<string, unknown>>;

export const differences: Readonly<Record<string, Difference>> = {
  'annotations of the provider': {
    why: 'pulumi.com/* tells the provider what to wait for, and means nothing to the cluster',
    ofProgram: ({ metadata: { annotations, ...metadata }, ...object }) => ({
      ...object, metadata: { ...metadata, annotations: left(annotations, key => !key.startsWith('pulumi.com/')) },
    }),
  },
  'the address label': {
    why: 'cdk8s labels pods with their place in the tree of constructs; where the Deployment has no other label, the program has one of its own',
    ofConstructs: object => everywhere(object, map => addressLabel in map ? left(map, key => key !== addressLabel) ?? { app: 'checkout' } : map),
  },
  'the defaults of pods': {
    why: 'cdk8s-plus writes them into every pod template; a template of Kubernetes has what its team wants to say',
    ofProgram: object => {
      const { templates, ...spec } = object.spec as Templated & { readonly templates?: readonly Templated[] };
      return { ...object, spec: { ...withPods(spec), ...templates === undefined ? {} : { templates: templates.map(withPods) } } };
    },
  },
  'the defaults of Deployments and Services': {
    why: 'cdk8s-plus writes what the API server would add, and an empty list, where somebody writes these objects without a rollout',
    ofConstructs: object => ({
      ...object, spec: left(object.spec as Fields, (key, value) => JSON.stringify(value) !== JSON.stringify(byServer[object.kind]?.[key])),
    }),
  },
};

const addressLabel = 'cdk8s.io/metadata.addr';

interface Probes {
  readonly livenessProbe?: Fields;
  readonly readinessProbe?: Fields;
}

interface PodSpec {
  readonly containers: readonly (Fields & Probes & { readonly ports?: readonly { readonly containerPort: number }[] })[];
}

interface Templated {
  readonly template?: { readonly spec: PodSpec };
}

function withPods({ template, ...rest }: Templated): object {
  return template === undefined ? rest : { ...rest, template: { ...template, spec: completed(template.spec) } };
}

function completed({ containers, ...spec }: PodSpec): object {
  return {
    automountServiceAccountToken: false,
    dnsPolicy: 'ClusterFirst',
    hostNetwork: false,
    restartPolicy: 'Always',
    securityContext: { fsGroupChangePolicy: 'Always', runAsNonRoot: true },
    setHostnameAsFQDN: false,
    terminationGracePeriodSeconds: 30,
    containers: containers.map(({ livenessProbe, readinessProbe, ...container }) => ({
      imagePullPolicy: 'Always',
      resources: { limits: { cpu: '1500m', memory: '2048Mi' }, requests: { cpu: '1000m', memory: '512Mi' } },
      securityContext: { allowPrivilegeEscalation: false, privileged: false, readOnlyRootFilesystem: true, runAsNonRoot: true },
      ...container.ports === undefined ? {} : { startupProbe: probe({ tcpSocket: { port: container.ports[0].containerPort } }) },
      ...livenessProbe === undefined ? {} : { livenessProbe: probe(livenessProbe) },
      ...readinessProbe === undefined ? {} : { readinessProbe: probe(readinessProbe) },
      ...container,
    })),
    ...spec,
  };
}

function probe({ httpGet, ...rest }: Fields): Fields {
  return { failureThreshold: 3, ...rest, ...httpGet === undefined ? {} : { httpGet: { scheme: 'HTTP', ...httpGet } } };
}

/** By kind. */
const byServer: Readonly<Record<string, Fields | undefined>> = {
  Deployment: {
    minReadySeconds: 0, progressDeadlineSeconds: 600, strategy: { rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' }, type: 'RollingUpdate' },
  },
  Service: { externalIPs: [] },
};

/** The entries of a map that stay; nothing where none do. */
function left<T>(map: Readonly<Record<string, T>> | undefined, stays: (key: string, value: T) => boolean): Readonly<Record<string, T>> | undefined {
  const entries = Object.entries(map ?? {}).filter(([key, value]) => stays(key, value));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** The value with every map in it changed. */
function everywhere<T>(value: T, change: (map: Fields) => Fields): T {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(each => everywhere(each, change)) as T;
  return change(Object.fromEntries(Object.entries(value).map(([key, each]) => [key, everywhere(each, change)]))) as T;
}
