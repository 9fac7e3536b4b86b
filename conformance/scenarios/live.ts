// A Rollout in a file whose surroundings live in a cluster: `rolloutkit lint --with cluster`, with the kubectl of whoever runs this.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startLab } from '../harness/lab';
import type { Lab } from '../harness/lab';
import { readManifests } from '../harness/manifests';
import type { Fields, KubeObject } from '../harness/objects';
import type { Check } from '../harness/suite';
import { until } from '../harness/waiting';
import { lacksKubectl } from '../lab/kubectl';

const ROOT = resolve(__dirname, '..', '..');
const MANIFESTS = 'conformance/scenarios/live.yaml';
const NAMESPACE = 'shop';
/** What the file holds; all else of the manifests is in the cluster alone. */
const IN_FILE = ['Rollout', 'AnalysisTemplate'];

interface Outcome { readonly code: number | null; readonly out: string; readonly err: string }

export const checks: readonly Check[] = [
  {
    id: 'live/lint-with-cluster',
    engine: 'argo',
    why: 'Services, an Ingress and a Secret of a cluster are known as kubectl reads them, with what the controller has written into them, '
      + 'before a release and amid it; a selector that is wrong there, and a key that is not, are found',
    needs: ['kubelab', 'rollouts-controller', 'argo-crds'],
    lacks: lacksKubectl,
    check: async binaries => {
      const lab = await startLab(binaries, ['argo']);
      try {
        return await look(lab);
      } finally {
        await lab.stop();
      }
    },
  },
];

async function look(lab: Lab): Promise<string[]> {
  const { api } = lab;
  const objects = readManifests([MANIFESTS]);
  const rollout = objects.find(({ kind }) => kind === 'Rollout')!;
  const lint = (): Promise<Outcome> => runLint(lab, objects.filter(({ kind }) => IN_FILE.includes(kind)));
  const found: string[] = [];
  const expectFine = (when: string, { code, out, err }: Outcome): void => {
    if (code !== 0 || out !== '') found.push(`${when}: expected nothing, got ${code}: ${out}${err}`);
  };
  const expectError = (when: string, wanted: RegExp, { code, out, err }: Outcome): void => {
    if (code !== 1 || !wanted.test(out)) found.push(`${when}: expected ${wanted}, got ${code}: ${out}${err}`);
  };
  const has = (kind: string, name: string, isSo: (object: Fields) => boolean): Promise<boolean> => api.get(kind, NAMESPACE, name)
    .then(isSo, () => false);

  await api.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: NAMESPACE } });
  expectError('in an empty namespace', /names Service shop-stable, which is neither in the input nor in the cluster of context lab/, await lint());
  for (const object of objects.filter(({ kind }) => kind !== 'Rollout')) await api.create(inNamespace(object));
  expectFine('before the Rollout is there', await lint());

  await api.create(inNamespace(rollout));
  await until('the Rollout is healthy', () => has('Rollout', 'shop', ({ status }) => status?.phase === 'Healthy'));
  await until('the Service is narrowed', () => has('Service', 'shop-stable', ({ spec }) => 'rollouts-pod-template-hash' in spec.selector));
  expectFine('when the controller has narrowed the Services', await lint());

  await api.merge('Rollout', NAMESPACE, 'shop', { spec: { template: { metadata: { annotations: { version: 'next' } } } } });
  await until('the release waits', () => has('Rollout', 'shop', ({ status }) => status?.phase === 'Paused' && status?.currentStepIndex === 1));
  expectFine('amid a release', await lint());

  await api.merge('Service', NAMESPACE, 'shop-canary', { spec: { selector: { app: 'shopp' } } });
  expectError('with a wrong selector', /names Service shop-canary, whose selector wants app: shopp, and the pods have "shop"/, await lint());
  await api.merge('Service', NAMESPACE, 'shop-canary', { spec: { selector: { app: 'shop' } } });
  await api.merge('Secret', NAMESPACE, 'smoke-test', { data: { token: null, password: 'c2VzYW1l' } });
  const withoutKey = await lint();
  expectError('without the key', /must be a key of Secret smoke-test, which has password, got token/, withoutKey);
  if (/sesame|c2VzYW1l/.test(`${withoutKey.out}${withoutKey.err}`)) found.push('a value of a Secret is told');
  return found;
}

function inNamespace(object: KubeObject): KubeObject {
  return { ...object, metadata: { ...object.metadata, namespace: NAMESPACE } };
}

/** As one would type it, with the kubeconfig of the lab. What kubectl remembers stays in the directory of the lab. */
function runLint({ children: { directory }, kubeconfig }: Lab, objects: readonly KubeObject[]): Promise<Outcome> {
  const file = join(directory, 'rollout.json');
  writeFileSync(file, JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects }));
  const asked = ['lint', file, '--with', 'cluster', '-n', NAMESPACE, '--complete', '--class', 'refused,broken,risky'];
  return new Promise((done, reject) => {
    const child = spawn(process.execPath, ['-r', './scripts/from-sources.cjs', 'src/cli/main.ts', ...asked], {
      cwd: ROOT, env: { ...process.env, KUBECONFIG: kubeconfig, KUBECACHEDIR: join(directory, 'kubectl') }, stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => { out += text; });
    child.stderr.setEncoding('utf8').on('data', (text: string) => { err += text; });
    child.on('error', reject).on('close', code => done({ code, out, err }));
  });
}
