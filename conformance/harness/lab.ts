// Starts and stops the control plane and the controllers, all on loopback and in a directory of their own.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Api } from './api';
import { Children } from './children';
import { standInForContour } from './contour';
import { standInForKnative } from './knative';
import type { Fields } from './objects';
import { freePorts, isOk, until } from './waiting';
import type { Binaries } from '../lab/binaries';
import { routeDefinitions } from '../lab/definitions';
import type { PartName } from '../lab/parts';
import { hasPlugin, pluginConfig } from '../lab/plugins';

/** Limits that suit a shared cluster would only make the lab slow. */
const UNLIMITED = ['--kube-api-qps', '500', '--kube-api-burst', '1000'];

/** What runs in a lab beside the control plane. */
export type Engine = 'argo' | 'flagger';

export const CONTROL_PLANE: readonly PartName[] = ['kubelab'];

export const ENGINE_PARTS: Readonly<Record<Engine, readonly PartName[]>> = {
  argo: ['rollouts-controller', 'argo-crds'],
  flagger: ['flagger', 'flagger-fast', 'flagger-crds'],
};

export interface Lab {
  readonly api: Api;
  readonly children: Children;
  readonly binaries: Binaries;
  readonly kubeconfig: string;
  /** After how many seconds each part of the start was done. */
  readonly seconds: Readonly<Record<string, number>>;
  stop(): Promise<void>;
}

export async function startLab(binaries: Binaries, engines: readonly Engine[]): Promise<Lab> {
  const children = new Children(binaries.kubelab);
  const seconds: Record<string, number> = {};
  let api: Api | undefined;
  const stop = async (): Promise<void> => {
    api?.close();
    await children.stop();
  };
  try {
    const started = Date.now();
    const done = (step: string): void => { seconds[step] = (Date.now() - started) / 1000; };
    const [etcd, peers, server, manager, scheduler] = await freePorts(5) as [number, number, number, number, number];
    const { token, keys, ca } = credentials(children.directory);
    startServer(children, { etcd, peers, server, ...keys });
    await until('the API server is ready', () => isReady(ca, server, token), { check: () => children.check() });
    api = new Api({ port: server, token, ca: readFileSync(ca) });
    done('API server');
    const kubeconfig = writeKubeconfig(children.directory, { server, token, ca });
    startManagers(children, { kubeconfig, manager, scheduler, ca, ...keys });
    const definitions = engines.flatMap(engine => ENGINE_PARTS[engine]).filter(part => part.endsWith('-crds'));
    await Promise.all([nodeReady(api, children), ...definitions.map(part => defineResources(api!, binaries[part], children)),
      defineRoutes(api, children)]);
    done('resources');
    if (engines.includes('flagger')) standInForKnative(api);
    if (engines.includes('argo')) {
      await startArgo(api, children, binaries, kubeconfig);
      done('Argo Rollouts');
    }
    return { api, children, binaries, seconds, stop, kubeconfig };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * The two ports of this controller are open on all interfaces; it has no option for the address. Nothing but speed is set:
 * a shorter --rollout-resync, for one, changes what becomes of the pods after an abort.
 */
async function startArgo(api: Api, children: Children, binaries: Binaries, kubeconfig: string): Promise<void> {
  const [metrics, health] = await freePorts(2) as [number, number];
  await api.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'argo-rollouts' } });
  for (const config of pluginConfig(children.directory, binaries.kubelab)) await api.create(config);
  if (hasPlugin('contour-plugin')) standInForContour(api);
  children.program('rollouts-controller', binaries['rollouts-controller'], '--kubeconfig', kubeconfig, '--leader-elect=false', '--loglevel', 'warn',
    '--metricsPort', `${metrics}`, '--healthzPort', `${health}`, '--qps', '500', '--burst', '1000');
  await until('the Argo Rollouts controller is healthy', () => isOk(health, '/healthz'), { check: () => children.check() });
}

interface Keys { readonly publicKey: string; readonly privateKey: string }

function credentials(directory: string): { token: string; keys: Keys; ca: string } {
  const token = randomBytes(16).toString('hex');
  writeFileSync(join(directory, 'tokens.csv'), `${token},admin,admin,"system:masters"\n`, { mode: 0o600 });
  const pair = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const keys = { publicKey: join(directory, 'sa.pub'), privateKey: join(directory, 'sa.key') };
  writeFileSync(keys.publicKey, pair.publicKey);
  writeFileSync(keys.privateKey, pair.privateKey, { mode: 0o600 });
  // The server signs its certificate itself: it is its own authority.
  return { token, keys, ca: join(directory, 'certs', 'apiserver.crt') };
}

interface Ports { readonly etcd: number; readonly peers: number; readonly server: number }

function startServer(children: Children, { etcd, peers, server, publicKey, privateKey }: Keys & Ports): void {
  const [client, peer] = [`http://127.0.0.1:${etcd}`, `http://127.0.0.1:${peers}`] as const;
  children.control('etcd', '--data-dir', 'etcd', '--listen-client-urls', client, '--advertise-client-urls', client,
    '--listen-peer-urls', peer, '--initial-advertise-peer-urls', peer, '--initial-cluster', `default=${peer}`,
    '--unsafe-no-fsync', '--log-level', 'warn');
  children.control('apiserver', '--etcd-servers', client, '--bind-address', '127.0.0.1', '--secure-port', `${server}`,
    // It looks for a route to the world otherwise, which there may be none of.
    '--advertise-address', '127.0.0.1',
    '--cert-dir', 'certs', '--token-auth-file', 'tokens.csv', '--authorization-mode', 'AlwaysAllow',
    '--service-cluster-ip-range', '10.0.0.0/16', '--endpoint-reconciler-type', 'none',
    '--service-account-issuer', 'https://kubernetes.default.svc', '--service-account-key-file', publicKey,
    '--service-account-signing-key-file', privateKey, '--disable-admission-plugins', 'ServiceAccount',
    '--enable-priority-and-fairness=false', '--allow-privileged=true');
}

function startManagers(children: Children, { kubeconfig, manager, scheduler, ca, privateKey }:
{ kubeconfig: string; manager: number; scheduler: number; ca: string; privateKey: string }): void {
  const common = ['--kubeconfig', kubeconfig, '--leader-elect=false', '--bind-address', '127.0.0.1', ...UNLIMITED];
  children.control('controller-manager', ...common, '--secure-port', `${manager}`,
    '--service-account-private-key-file', privateKey, '--root-ca-file', ca);
  children.control('scheduler', ...common, '--secure-port', `${scheduler}`);
  children.control('fakelet', '-kubeconfig', kubeconfig);
}

function writeKubeconfig(directory: string, { server, token, ca }: { server: number; token: string; ca: string }): string {
  const file = join(directory, 'kubeconfig');
  // JSON is YAML.
  writeFileSync(file, JSON.stringify({
    'apiVersion': 'v1',
    'kind': 'Config',
    'clusters': [{ name: 'lab', cluster: { 'server': `https://127.0.0.1:${server}`, 'certificate-authority': ca } }],
    'users': [{ name: 'admin', user: { token } }],
    'contexts': [{ name: 'lab', context: { cluster: 'lab', user: 'admin' } }],
    'current-context': 'lab',
  }), { mode: 0o600 });
  return file;
}

async function defineResources(api: Api, folder: string, children: Children): Promise<void> {
  const texts = readdirSync(folder).flatMap(file => readFileSync(join(folder, file), 'utf8').split(/^---$/m)).filter(text => /\S/.test(text));
  await served(api, children, await Promise.all(texts.map(text => api.createYaml('CustomResourceDefinition', text))));
}

/** Before a controller starts: that of Argo looks for them then, and again only after ten minutes. */
async function defineRoutes(api: Api, children: Children): Promise<void> {
  await served(api, children, await Promise.all(routeDefinitions().map(definition => api.create(definition))));
}

async function served(api: Api, children: Children, created: readonly Fields[]): Promise<void> {
  for (const { metadata: { name } } of created) {
    await until(`${name} is served`, async () => {
      const { status } = await api.get('CustomResourceDefinition', undefined, name);
      return status?.conditions?.some((one: { type: string; status: string }) => one.type === 'Established' && one.status === 'True');
    }, { check: () => children.check() });
  }
}

function nodeReady(api: Api, children: Children): Promise<void> {
  return until('the node is ready', async () => {
    const { items } = await api.get('Node');
    return items.length > 0 && !items[0].spec.taints?.length;
  }, { check: () => children.check() });
}

async function isReady(ca: string, port: number, token: string): Promise<boolean> {
  let certificate: Buffer;
  try {
    certificate = readFileSync(ca);
  } catch {
    return false;
  }
  const api = new Api({ port, token, ca: certificate });
  const ready = await api.answers('readyz');
  api.close();
  return ready;
}
