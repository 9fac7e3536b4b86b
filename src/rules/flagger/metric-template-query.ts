import type { CanaryMetricUse } from '../../graph/canary';
import type { Field } from '../../graph/field';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed, nearest } from '../wording';

/** What Flagger gives a query to fill in. */
const FUNCTIONS = ['name', 'namespace', 'target', 'service', 'ingress', 'route', 'interval', 'variables'];
/** What people ask for. */
const MEANT: Readonly<Record<string, string>> = { deployment: 'target', workload: 'target', app: 'target', canary: 'name' };
/** What every template of Go knows. */
const OF_GO = [
  'and', 'or', 'not', 'len', 'index', 'slice', 'print', 'printf', 'println', 'html', 'js', 'urlquery', 'call', 'eq', 'ne', 'lt', 'le', 'gt', 'ge',
  'if', 'else', 'end', 'range', 'with', 'define', 'template', 'block', 'break', 'continue', 'true', 'false', 'nil',
];
const ACTION = /\{\{(?:-\s)?(.*?)(?:\s-)?\}\}/gs;
const TEXTS = /"(?:[^"\\]|\\.)*"|`[^`]*`/g;

export const metricTemplateQuery: Rule = {
  id: 'metric-template-query',
  class: 'broken',
  summary: 'what a query asks Flagger to fill in is there',
  why: 'Flagger cannot make the query at all, and takes that for a failed check at every interval',
  covers: ['FM-10'],
  check: function* (graph): Iterable<Remark> {
    for (const { query } of graph.metricTemplates) {
      yield* judge(query);
    }
    for (const use of graph.canaries.flatMap(({ metricsAsked }) => metricsAsked)) {
      yield* judge(use.field.at('query'));
      yield* variables(use);
    }
  },
};

function* judge(query: Field): Iterable<Remark> {
  const { text } = query;
  if (text === undefined || !text.includes('{{')) {
    return;
  }
  if (text.replace(ACTION, '').includes('{{')) {
    yield remark(query, 'has a {{ without its }}', 'write }} behind it');
    return;
  }
  const inside = Array.from(text.matchAll(ACTION), ([, action]) => action.replace(/^\s*\/\*.*\*\/\s*$/s, '').replace(TEXTS, ''));
  // within these a dot is something
  const hasOwnDot = inside.some((action) => /\b(?:range|with|define|block)\b/.test(action));
  for (const action of inside) {
    const [field] = hasOwnDot ? [] : /(?<![\w.)])\.(?=[A-Za-z_])[\w.]+/.exec(action) ?? [];
    const word = Array.from(action.matchAll(/(?<![\w.$])[A-Za-z_]\w*/g), ([name]) => name).find((name) => ![...FUNCTIONS, ...OF_GO].includes(name));
    if (field !== undefined) {
      yield remark(query, `asks for {{ ${field} }}, and there is nothing but functions to ask for`, insteadOf(field.slice(1)));
    } else if (word !== undefined) {
      yield remark(query, `asks for {{ ${word} }}, which Flagger has not; it has ${listed(FUNCTIONS)}`, insteadOf(word));
    }
  }
}

function insteadOf(name: string): string {
  const meant = Object.hasOwn(MEANT, name) ? MEANT[name] : nearest(name, FUNCTIONS);
  return meant === undefined ? `write {{ variables.${name} }} in its place, and ${name} below templateVariables` : `write {{ ${meant} }} in its place`;
}

function* variables({ field, template }: CanaryMetricUse): Iterable<Remark> {
  const given = field.at('templateVariables');
  if (given.isUnknown) {
    return;
  }
  const texts = [template?.query.text ?? '', field.textAt('query') ?? ''];
  const asked = texts.flatMap((text) => Array.from(text.matchAll(ACTION), ([, action]) => action))
    .flatMap((action) => Array.from(action.matchAll(/\bvariables\.(\w+)/g), ([, name]) => name));
  const missing = [...new Set(asked)].filter((name) => given.at(name).value === undefined);
  if (missing.length > 0) {
    const written = given.entries().map(([name, { text }]) => `${name}: ${JSON.stringify(text ?? '')}`);
    yield remark(
      given, `must have ${listed(missing)}, which the query asks for, got ${written.length === 0 ? 'none' : listed(given.keys())}`,
      `write templateVariables: { ${[...written, ...missing.map((name) => `${name}: ...`)].join(', ')} }`, template === undefined ? {} : { about: template },
    );
  }
}
