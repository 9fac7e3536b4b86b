// Starts and stops the control plane and the controller, all on loopback and in a directory of their own.
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { join } from 'node:path';
import { Api } from './api.mjs';
import { Children, freePorts, until } from './children.mjs';

/** Limits that suit a shared cluster would only make the lab slow. */
const UNLIMITED = ['--kube-api-qps', '500', '--kube-api-burst', '1000'];

/**
 * @param {string} bin the folder of binaries
 * @returns a running lab: `api` to talk to it, `stop` to end it, `seconds` that each part of the start took
 */
export async function startLab(bin) {
  const children = new Children(bin);
  const seconds = {};
  let api;
  const stop = async () => {
    api?.close();
    await children.stop();
  };
  try {
    const started = Date.now();
    const done = (step) => { seconds[step] = (Date.now() - started) / 1000; };
    const [etcd, peers, server, manager, scheduler, metrics, health] = await freePorts(7);
    const { token, keys, ca } = credentials(children.directory);
    startServer(children, { etcd, peers, server, ...keys });
    await until('the API server is ready', () => isReady(ca, server, token), { check: () => children.check() });
    api = new Api({ port: server, token, ca: readFileSync(ca) });
    done('API server');
    const kubeconfig = writeKubeconfig(children.directory, { server, token, ca });
    startManagers(children, { kubeconfig, manager, scheduler, ca, ...keys });
    await Promise.all([defineResources(api, bin, children), nodeReady(api, children)]);
    done('resources');
    await api.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'argo-rollouts' } });
    // The controller's two ports are open on all interfaces; it has no option for the address. Nothing but speed is set:
    // a shorter --rollout-resync, for one, changes what becomes of the pods after an abort.
    children.program('rollouts-controller', '--kubeconfig', kubeconfig, '--leader-elect=false', '--loglevel', 'warn',
      '--metricsPort', `${metrics}`, '--healthzPort', `${health}`, '--qps', '500', '--burst', '1000');
    await until('the controller is healthy', () => isOk(health, '/healthz'), { check: () => children.check() });
    done('controller');
    return { api, children, seconds, stop, kubeconfig };
  } catch (error) {
    await stop();
    throw error;
  }
}

function credentials(directory) {
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

function startServer(children, { etcd, peers, server, publicKey, privateKey }) {
  const [client, peer] = [`http://127.0.0.1:${etcd}`, `http://127.0.0.1:${peers}`];
  children.kubelab('etcd', '--data-dir', 'etcd', '--listen-client-urls', client, '--advertise-client-urls', client,
    '--listen-peer-urls', peer, '--initial-advertise-peer-urls', peer, '--initial-cluster', `default=${peer}`,
    '--unsafe-no-fsync', '--log-level', 'warn');
  children.kubelab('apiserver', '--etcd-servers', client, '--bind-address', '127.0.0.1', '--secure-port', `${server}`,
    '--cert-dir', 'certs', '--token-auth-file', 'tokens.csv', '--authorization-mode', 'AlwaysAllow',
    '--service-cluster-ip-range', '10.0.0.0/16', '--endpoint-reconciler-type', 'none',
    '--service-account-issuer', 'https://kubernetes.default.svc', '--service-account-key-file', publicKey,
    '--service-account-signing-key-file', privateKey, '--disable-admission-plugins', 'ServiceAccount',
    '--enable-priority-and-fairness=false', '--allow-privileged=true');
}

function startManagers(children, { kubeconfig, manager, scheduler, ca, privateKey }) {
  const common = ['--kubeconfig', kubeconfig, '--leader-elect=false', '--bind-address', '127.0.0.1', ...UNLIMITED];
  children.kubelab('controller-manager', ...common, '--secure-port', `${manager}`,
    '--service-account-private-key-file', privateKey, '--root-ca-file', ca);
  children.kubelab('scheduler', ...common, '--secure-port', `${scheduler}`);
  children.kubelab('fakelet', '-kubeconfig', kubeconfig);
}

function writeKubeconfig(directory, { server, token, ca }) {
  const file = join(directory, 'kubeconfig');
  // JSON is YAML.
  writeFileSync(file, JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'lab', cluster: { server: `https://127.0.0.1:${server}`, 'certificate-authority': ca } }],
    users: [{ name: 'admin', user: { token } }],
    contexts: [{ name: 'lab', context: { cluster: 'lab', user: 'admin' } }],
    'current-context': 'lab',
  }), { mode: 0o600 });
  return file;
}

async function defineResources(api, bin, children) {
  const files = readdirSync(join(bin, 'crds'));
  const created = await Promise.all(files.map((file) =>
    api.createYaml('CustomResourceDefinition', readFileSync(join(bin, 'crds', file), 'utf8'))));
  for (const { metadata: { name } } of created) {
    await until(`${name} is served`, async () => {
      const { status } = await api.get('CustomResourceDefinition', undefined, name);
      return status?.conditions?.some(({ type, status: so }) => type === 'Established' && so === 'True');
    }, { check: () => children.check() });
  }
}

function nodeReady(api, children) {
  return until('the node is ready', async () => {
    const { items } = await api.get('Node');
    return items.length > 0 && !items[0].spec.taints?.length;
  }, { check: () => children.check() });
}

async function isReady(ca, port, token) {
  let certificate;
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

function isOk(port, path) {
  return new Promise((resolve) => {
    get({ host: '127.0.0.1', port, path, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    }).on('error', () => resolve(false));
  });
}
