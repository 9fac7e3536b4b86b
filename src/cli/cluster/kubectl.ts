import { AbsentError } from '../io';
import type { Io, ProgramEnd } from '../io';

/** For one request to the API server; kubectl tries some of them twice. */
const REQUEST_SECONDS = 10;
/** For a whole call, in which a plugin of the kubeconfig may wait for somebody. */
const CALL_SECONDS = 120;
/** On a line each: a context, and its namespace. */
const CONTEXT = 'jsonpath={.current-context}{"\\n"}{.contexts[0].context.namespace}';
/** What kubectl logs beside what it says, with the lines that belong to it. */
const LOGGED = /^(?:[EWIF]\d{4} .*err=<$(?:\n[\t ].*)*|[EWIF]\d{4} .*|Warning: .*)$/gm;
const FORBIDDEN = /^Error from server \(Forbidden\): .*? cannot list resource "([^"]+)" in API group "([^"]*)"/;

/** A name, perhaps short ones, and the last three columns: group and version, whether it has namespaces, and the kind. */
const KIND = /^\S+ .* (?:true|false) +\S+$/;

/** What kubectl made of a question. */
interface KubectlAnswer {
  readonly out: string;
  /** The names of resources that nobody lets us read, such as `secrets` and `rollouts.argoproj.io`. */
  readonly forbidden: readonly string[];
}

/** Where a kubeconfig leads. */
interface Context {
  /** Undefined in a pod, where kubectl finds its cluster without a kubeconfig. */
  readonly name: string | undefined;
  /** Where objects without a namespace go; undefined where only kubectl knows. */
  readonly namespace: string | undefined;
}

/** Asks the kubectl of the user, with the kubeconfig of the user, in one of its contexts. It never writes, and never asks anybody anything. */
export class Kubectl {
  private called: string;

  constructor(private readonly io: Io, private readonly contextName: string | undefined) {
    this.called = clusterOf(contextName);
  }

  /** Which context it is. No server is asked. */
  async context(): Promise<Context> {
    const { code, out, err } = await this.run(['config', 'view', '--minify', '-o', CONTEXT]);
    if (code !== 0) {
      if (this.contextName === undefined && err.includes('current-context must exist')) {
        return { name: undefined, namespace: undefined };
      }
      throw this.failure(err);
    }
    const [name, namespace = ''] = out.split('\n');
    this.called = clusterOf(name);
    return { name, namespace: namespace === '' ? 'default' : namespace };
  }

  /** One line for each kind of object that the server has lists of. */
  async kinds(): Promise<readonly string[]> {
    const { code, out, err } = await this.run([`--request-timeout=${REQUEST_SECONDS}s`, 'api-resources', '--verbs=list', '--no-headers']);
    const kinds = out.split('\n').filter((line) => KIND.test(line));
    // a server behind the server that does not answer hides its own kinds, and not the others
    if (code !== 0 && kinds.length === 0) {
      throw this.failure(`${out}${err}`);
    }
    return kinds;
  }

  /** Objects of a namespace, as kubectl prints them; of several kinds those that may be read. */
  async get(resources: readonly string[], namespace: string | undefined, ...printing: readonly string[]): Promise<KubectlAnswer> {
    const place = namespace === undefined ? [] : [`--namespace=${namespace}`];
    const { code, out, err } = await this.run([`--request-timeout=${REQUEST_SECONDS}s`, 'get', resources.join(','), ...place, ...printing]);
    const read = code === 0 ? [] : wordsOf(err).map((line) => FORBIDDEN.exec(line));
    if (code !== 0 && (read.length === 0 || read.includes(null))) {
      throw this.failure(wordsOf(err).find((line) => !FORBIDDEN.test(line)) ?? err);
    }
    return { out, forbidden: read.flatMap((match) => match === null ? [] : `${match[1]}${match[2] === '' ? '' : `.${match[2]}`}`) };
  }

  private async run(args: readonly string[]): Promise<ProgramEnd> {
    const all = [...(this.contextName === undefined ? [] : [`--context=${this.contextName}`]), ...args];
    const end = await this.io.runProgram('kubectl', all, CALL_SECONDS);
    if (end === 'not there') {
      throw new AbsentError('--with cluster: there is no kubectl on the PATH: install it, or write the objects to a file and name that instead');
    }
    if (end === 'too long') {
      throw new AbsentError(`--with cluster: kubectl has not answered within ${CALL_SECONDS} seconds: try kubectl ${all.join(' ')}`);
    }
    return end;
  }

  private failure(err: string): AbsentError {
    const [first = 'it fails and says nothing'] = wordsOf(err);
    const words = first.startsWith('Please enter Username: ')
      ? 'it needs a user name and a password, which nobody is asked for here' : first.replace(/^[Ee]rror(?: in configuration)?: /, '');
    return new AbsentError(`--with cluster: kubectl cannot read ${this.called}: ${words}`);
  }
}

/** How a cluster is called in messages. */
export function clusterOf(context: string | undefined): string {
  return context === undefined ? 'the cluster' : `the cluster of context ${context}`;
}

/** What it says to people. */
function wordsOf(err: string): readonly string[] {
  return err.replace(LOGGED, '').split('\n').map((line) => line.trim()).filter((line) => line !== '');
}
