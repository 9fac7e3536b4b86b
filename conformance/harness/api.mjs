// A client for the API server: requests over kept connections, and watches.
import { Agent, request } from 'node:https';

/** Where objects of a kind are found. Only kinds that scenarios use. */
const GROUPS = {
  Namespace: ['api/v1', 'namespaces', 'cluster'],
  Node: ['api/v1', 'nodes', 'cluster'],
  Service: ['api/v1', 'services'],
  Pod: ['api/v1', 'pods'],
  ReplicaSet: ['apis/apps/v1', 'replicasets'],
  Ingress: ['apis/networking.k8s.io/v1', 'ingresses'],
  CustomResourceDefinition: ['apis/apiextensions.k8s.io/v1', 'customresourcedefinitions', 'cluster'],
  Rollout: ['apis/argoproj.io/v1alpha1', 'rollouts'],
  AnalysisRun: ['apis/argoproj.io/v1alpha1', 'analysisruns'],
  AnalysisTemplate: ['apis/argoproj.io/v1alpha1', 'analysistemplates'],
  ClusterAnalysisTemplate: ['apis/argoproj.io/v1alpha1', 'clusteranalysistemplates', 'cluster'],
};

export class Api {
  constructor({ port, token, ca }) {
    this.options = { host: '127.0.0.1', port, ca, headers: { authorization: `Bearer ${token}` } };
    this.agent = new Agent({ keepAlive: true });
    this.watches = new Set();
    this.closed = false;
  }

  get(kind, namespace, name) {
    return this.send('GET', pathOf(kind, namespace, name));
  }

  /** Creates an object as strictly as the server can: a field it does not know is an error. */
  create(object) {
    const { kind, metadata } = object;
    return this.send('POST', `${pathOf(kind, metadata.namespace)}?fieldValidation=Strict`, object);
  }

  createYaml(kind, yaml) {
    return this.send('POST', pathOf(kind), yaml, 'application/yaml');
  }

  /** Merges into an object; `part` is "status" for what only the subresource may write. */
  merge(kind, namespace, name, patch, part) {
    return this.send('PATCH', pathOf(kind, namespace, name) + (part ? `/${part}` : ''), patch, 'application/merge-patch+json');
  }

  delete(kind, namespace, name) {
    return this.send('DELETE', pathOf(kind, namespace, name));
  }

  /** Whether a plain path answers with 200; false as well while nobody listens. */
  answers(path) {
    return this.send('GET', path).then(() => true, () => false);
  }

  async send(method, path, body, type = 'application/json') {
    const text = typeof body === 'string' || body === undefined ? body : JSON.stringify(body);
    const { status, data } = await new Promise((resolve, reject) => {
      const headers = { ...this.options.headers, accept: 'application/json', ...text && { 'content-type': type } };
      const sent = request({ ...this.options, agent: this.agent, method, path: `/${path}`, headers }, (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk)).on('error', reject);
        response.on('end', () => resolve({ status: response.statusCode, data: Buffer.concat(chunks).toString() }));
      });
      sent.on('error', reject).end(text);
    });
    if (status >= 300) {
      const error = new Error(`${method} /${path}: ${status} ${messageOf(data)}`);
      throw Object.assign(error, { status });
    }
    return data.startsWith('{') ? JSON.parse(data) : data;
  }

  /** Calls `see(type, object)` for every object of a kind, in all namespaces, now and whenever one changes. */
  watch(kind, see) {
    const open = () => {
      let over = false;
      const again = () => {
        if (over) return;
        over = true;
        this.watches.delete(sent);
        // The server ends every watch after some minutes. The next begins by telling of every object once more.
        if (!this.closed) setTimeout(open, 100);
      };
      const sent = request({ ...this.options, agent: false, path: `/${pathOf(kind)}?watch=1` }, (response) => {
        let rest = '';
        response.setEncoding('utf8').on('data', (chunk) => {
          const lines = (rest + chunk).split('\n');
          rest = lines.pop();
          for (const line of lines) {
            const { type, object } = JSON.parse(line);
            if (type !== 'ERROR' && type !== 'BOOKMARK') see(type, object);
          }
        }).on('error', again).on('close', again);
      });
      sent.on('error', again).end();
      this.watches.add(sent);
    };
    open();
  }

  close() {
    this.closed = true;
    for (const watch of this.watches) watch.destroy();
    this.agent.destroy();
  }
}

function pathOf(kind, namespace, name) {
  const [version, plural, scope] = GROUPS[kind] ?? fail(kind);
  const within = namespace && scope !== 'cluster' ? `namespaces/${namespace}/` : '';
  return `${version}/${within}${plural}${name ? `/${name}` : ''}`;
}

function fail(kind) {
  throw new Error(`the lab does not know where a ${kind} lives; add it to harness/api.mjs`);
}

function messageOf(data) {
  try {
    return JSON.parse(data).message;
  } catch {
    return data.slice(0, 300);
  }
}
