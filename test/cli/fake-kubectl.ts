import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Io, ProgramEnd } from '../../src/cli/io';

const recorded = (file: string) => readFileSync(join(__dirname, 'kubectl', file), 'utf8');

const HIDDEN = ['secrets', 'configmaps'];
const TEMPLATE = /^go-template=\{\{range \.items\}\}\{\{\.metadata\.name\}\} .*\{\{range \$key, \$value := \.data\}\} \{\{\$key\}\}\{\{end\}\}\{\{"\\n"\}\}\{\{end\}\}$/;

/** What differs from the recorded cluster: a context "staging" whose namespace is "shop". */
export interface Difference {
  /** Lines of `kubectl api-resources` that are left out. */
  readonly without?: RegExp;
  /** Lines that it has beside these. */
  readonly also?: readonly string[];
  /** Resources that may not be listed. */
  readonly forbidden?: readonly string[];
  /** What a question is answered with instead, by its command: `config`, `api-resources`, `get`. */
  readonly instead?: Readonly<Record<string, ProgramEnd | 'not there' | 'too long'>>;
  /** Of what is in the cluster, as JSON is read. */
  readonly change?: (object: LiveObject) => void;
}

/** An object of the recorded cluster. */
export interface LiveObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { name: string; namespace?: string };
  readonly spec: Record<string, unknown>;
}

/** Answers as kubectl 1.32 answered of an API server 1.34 (the files of `kubectl/`), and refuses to print what a Secret holds. */
export function fakeKubectl({ without, also = [], forbidden = [], instead = {}, change = () => undefined }: Difference = {}) {
  const calls: string[] = [];
  const lines = [...recorded('api-resources.txt').split('\n').filter((line) => line !== '' && without?.test(line) !== true), ...also];
  const objects = (JSON.parse(recorded('shop.json')) as { items: LiveObject[] }).items;
  objects.forEach(change);

  const get = (resources: readonly string[], rest: readonly string[]): ProgramEnd => {
    const namespace = rest.find((each) => each.startsWith('--namespace='))?.slice('--namespace='.length) ?? 'shop';
    const unknown = resources.find((resource) => !lines.some((line) => resourceOf(line) === resource));
    if (unknown !== undefined) {
      return { code: 1, out: '', err: `error: the server doesn't have a resource type "${unknown.split('.')[0]}"\n` };
    }
    const err = resources.filter((resource) => forbidden.includes(resource)).map((resource) => {
      const [name, ...group] = resource.split('.');
      const where = name.startsWith('cluster') ? 'at the cluster scope' : `in the namespace "${namespace}"`;
      return `Error from server (Forbidden): ${resource} is forbidden: User "jane" cannot list resource "${name}" in API group "${group.join('.')}" ${where}\n`;
    }).join('');
    const allowed = resources.filter((resource) => !forbidden.includes(resource));
    if (!resources.some((resource) => HIDDEN.includes(resource))) {
      return { code: err === '' ? 0 : 1, out: printed(allowed, namespace, rest), err };
    }
    const keys = keysOf(resources, namespace, rest);
    return err === '' ? { code: 0, out: keys, err } : { code: 1, out: '', err };
  };
  const printed = (resources: readonly string[], namespace: string, rest: readonly string[]): string => {
    expect(rest.at(-1)).toBe('json');
    const kinds = lines.filter((line) => resources.includes(resourceOf(line))).map(groupKindOf);
    const items = objects.filter((object) => kinds.includes(`${object.kind} ${object.apiVersion}`) && (object.metadata.namespace ?? namespace) === namespace);
    return JSON.stringify({ apiVersion: 'v1', kind: 'List', metadata: { resourceVersion: '' }, items });
  };

  const runProgram: Io['runProgram'] = async (program, args) => {
    expect(program).toBe('kubectl');
    calls.push(args.join(' '));
    const context = args.find((each) => each.startsWith('--context='))?.slice('--context='.length) ?? 'staging';
    const [command, ...rest] = args.filter((each) => !/^--(?:context|request-timeout)=/.test(each));
    if (Object.hasOwn(instead, command)) {
      return instead[command];
    }
    switch (command) {
      case 'config':
        expect(rest).toEqual(['view', '--minify', '-o', 'jsonpath={.current-context}{"\\n"}{.contexts[0].context.namespace}']);
        return context === 'nope' ? { code: 1, out: '', err: 'error: cannot locate context nope\n' } : { code: 0, out: `${context}\n${context === 'bare' ? '' : 'shop'}`, err: '' };
      case 'api-resources':
        expect(rest).toEqual(['--verbs=list', '--no-headers']);
        return { code: 0, out: `${lines.join('\n')}\n`, err: '' };
      default:
        expect(command).toBe('get');
        return get(rest[0].split(','), rest.slice(1));
    }
  };
  return { runProgram, calls };
}

/** Of a value, nothing but this may be printed: that it is there. */
function keysOf(resources: readonly string[], namespace: string, rest: readonly string[]): string {
  expect(resources).toHaveLength(1);
  expect(rest.at(-2)).toBe('-o');
  expect(rest.at(-1)).toMatch(TEMPLATE);
  expect(rest.at(-1)?.match(/\.data|\$value/g)).toEqual(['$value', '.data']);
  return namespace === 'shop' ? recorded(`${resources[0]}.txt`) : '';
}

function resourceOf(line: string): string {
  const [version] = line.split(/\s+/).slice(-3);
  return `${line.split(/\s+/)[0]}${version.includes('/') ? `.${version.split('/')[0]}` : ''}`;
}

function groupKindOf(line: string): string {
  const [version, , kind] = line.split(/\s+/).slice(-3);
  return `${kind} ${version}`;
}
