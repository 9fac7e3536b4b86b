// Writes what the API server knows of the kinds that rules judge, src/schema/*.generated.ts, from the schemas pinned in
// test/crds/.
//
//   node tools/generate-schemas.mjs            write the files
//   node tools/generate-schemas.mjs --check    write nothing; fail if a committed file differs
//
// Reads no network and no clock, so the same schemas give the same bytes. A schema becomes shapes, one a line, whose
// places in the list stand for them; equal ones are written once, and most of a pod template is equal to another part
// of it. src/schema/shape.ts says what the letters mean. What a cluster writes by itself, the status, is left out.
// Rules in CEL, x-kubernetes-validations and what says the same otherwise, are in a list of their own, each once.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root, writeOrCheck } from './generated-files.mjs';

const pinned = (name) => JSON.parse(readFileSync(join(root, 'test/crds', `${name}.json`), 'utf8'));

// What stands around the pod templates that a Rollout may take over is little, and as old as `apps/v1`, so only the template is pinned.
const count = { type: 'integer', format: 'int32' };
const object = (properties, required) => ({ type: 'object', properties, required });
const bounds = object({ maxSurge: { 'x-kubernetes-int-or-string': true }, maxUnavailable: { 'x-kubernetes-int-or-string': true } }, []);
const selector = pinned('pod-disruption-budget').schema.properties.spec.properties.selector;
const deployment = (template) => object({
  spec: object({
    minReadySeconds: count, paused: { type: 'boolean' }, progressDeadlineSeconds: count, replicas: count, revisionHistoryLimit: count,
    selector, strategy: object({ rollingUpdate: bounds, type: { type: 'string' } }, []), template,
  }, ['selector', 'template']),
  status: {},
}, []);
const replicaSet = (template) => object({
  spec: object({ minReadySeconds: count, replicas: count, selector, template }, ['selector']),
  status: {},
}, []);

// The schemas of a kind, by file; several where it comes in several channels. `also` are versions with the same schema.
const FILES = {
  'argo-rollouts': [
    { from: ['rollout'] }, { from: ['analysis-template'] }, { from: ['cluster-analysis-template'] },
    { from: ['analysis-run'] }, { from: ['experiment'] },
  ],
  'flagger': [{ from: ['canary'] }, { from: ['metric-template'] }, { from: ['alert-provider'] }],
  'kubernetes': [
    { from: ['service'] }, { from: ['ingress'] }, { from: ['horizontal-pod-autoscaler'] }, { from: ['pod-disruption-budget'] },
    { kind: 'Deployment', apiVersion: 'apps/v1', around: deployment },
    { kind: 'ReplicaSet', apiVersion: 'apps/v1', around: replicaSet },
    { kind: 'PodTemplate', apiVersion: 'v1', around: (template) => object({ template }, []) },
  ],
  'routers': [
    { from: ['http-route', 'http-route-experimental'], also: ['gateway.networking.k8s.io/v1beta1'] },
    { from: ['grpc-route', 'grpc-route-experimental'] }, { from: ['tcp-route'] }, { from: ['tls-route'] },
    { from: ['reference-grant'], also: ['gateway.networking.k8s.io/v1'] },
    { from: ['virtual-service'], also: ['networking.istio.io/v1beta1', 'networking.istio.io/v1alpha3'] },
    { from: ['destination-rule'], also: ['networking.istio.io/v1beta1', 'networking.istio.io/v1alpha3'] },
    { from: ['traefik-service'] }, { from: ['ingress-route'] }, { from: ['apisix-route'] }, { from: ['apisix-upstream'] },
    { from: ['mapping'] }, { from: ['http-proxy'] }, { from: ['openshift-route'] },
  ],
};

// Quantities of Kubernetes; its OpenAPI document is pinned without the difference to IntOrString.
const QUANTITIES = new Set(['averageValue', 'divisor', 'sizeLimit', 'tolerance', 'value']);

// Required by the OpenAPI document, but their zero is fine, and Kubernetes takes what is absent for it.
const ZERO_IS_FINE = new Set(['httpHeaders.value', 'iscsi.lun', 'sleep.seconds', 'sysctls.value']);

const LIMITS = ['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties'];
const LETTERS = { string: 's', integer: 'i', number: 'n', boolean: 'b', object: 'o', array: 'a' };
const anything = { 'x-kubernetes-preserve-unknown-fields': true };

/** Every generated file: its path in the repository and its text. */
export function generate() {
  return Object.fromEntries(Object.entries(FILES).map(([file, kinds]) => [`src/schema/${file}.generated.ts`, textOf(kinds)]));
}

function textOf(kinds) {
  const shapes = new Shapes();
  const sources = new Set();
  const known = {};
  for (const { from = ['pod-template-spec'], also = [], kind, apiVersion, around = (schema) => schema } of kinds) {
    const documents = from.map(pinned);
    documents.forEach(({ source, version }) => sources.add(`${source} ${version}`));
    shapes.judgedBy(documents.flatMap(({ schema }) => rulesIn(schema)));
    const first = { kind, apiVersion, ...documents[0] };
    const group = first.apiVersion.includes('/') ? `.${first.apiVersion.split('/')[0]}` : '';
    const isNative = first.source === 'k8s.io/kubernetes';
    known[`${first.kind}${group}`] = {
      v: [first.apiVersion, ...also],
      ...(isNative ? { n: 1 } : {}),
      s: documents.map((document) => shapes.root(around(document.schema), isNative)),
    };
  }
  const written = (line) => line.replaceAll('`', '\\u0060').replaceAll('${', '\\u0024{');
  return [
    '// Generated by tools/generate-schemas.mjs; changes made here are lost.',
    ...[...sources].map((source) => `// From ${source}, as pinned in test/crds/.`),
    '// To regenerate: npx projen crds:types',
    '',
    '/** JSON, and read as such only when a document of one of these kinds is judged. */',
    'export const schemas = String.raw`{"kinds":{',
    Object.entries(known).map(([name, one]) => `${JSON.stringify(name)}:${JSON.stringify(one)}`).join(',\n'),
    '},"shapes":[',
    shapes.lines.map(written).join(',\n'),
    ...(shapes.rules.length === 0 ? [] : ['],"rules":[', shapes.rules.map(written).join(',\n')]),
    ']}`;',
    '',
  ].join('\n');
}

/** The rules for a value: not what a later version of an object must keep, as there is no earlier one. */
function rulesOf(schema) {
  const declared = (schema['x-kubernetes-validations'] ?? []).filter(({ rule }) => !/\boldSelf\b/.test(rule));
  return [...declared, ...[schema, ...schema.allOf ?? []].flatMap((each) => [...exclusiveRule(each), ...choiceRules(each)])];
}

/** Flagger and APISIX write `oneOf`, and `anyOf`, for sets of fields of which one has to be whole, and for what is in one of them. */
function choiceRules({ oneOf = [], anyOf = [] }) {
  const rule = (sets, whole, macro, words) => whole === undefined ? []
    : [{ rule: `[${whole.join(', ')}].${macro}(each, each)`, message: `${words} one of these: ${sets.map(named).join(', or ')}` }];
  return [...rule(oneOf, wholeOnes(oneOf, 'self'), 'exists_one', 'exactly'), ...rule(anyOf, wholeOnes(anyOf, 'self'), 'exists', 'at least')];
}

/** For each alternative when it is whole; undefined where one of them says anything else. */
function wholeOnes(alternatives, place) {
  const whole = alternatives.map(({ required, properties = {}, ...others }) => {
    const inside = Object.entries(properties).map(([name, { oneOf = [] }]) => wholeOnes(oneOf, `${place}.${name}`));
    if (required === undefined || Object.keys(others).length > 0 || inside.includes(undefined)) return undefined;
    return [...required.map((name) => `has(${place}.${name})`), ...inside.map((all) => `[${all.join(', ')}].exists_one(each, each)`)].join(' && ');
  });
  return whole.length < 2 || whole.includes(undefined) ? undefined : whole;
}

function named({ required, properties = {} }) {
  const inside = Object.entries(properties).map(([name, { oneOf }]) => `exactly one of ${oneOf.map(named).join(', ')} in ${name}`);
  return [...required, ...inside].join(' and ');
}

/** Istio writes `oneOf` for fields of which there may be one, or none: with `required` for each, and once more for none. */
function exclusiveRule({ oneOf = [] }) {
  const [{ not } = {}, ...each] = oneOf;
  const names = each.flatMap(({ required = [] }) => required);
  if (names.length < 2 || JSON.stringify(not?.anyOf) !== JSON.stringify(names.map((name) => ({ required: [name] })))) return [];
  const present = names.map((name) => `has(self.${name})`);
  const pairs = present.slice(1).map((one, index) => `!(${one} && (${present.slice(0, index + 1).join(' || ')}))`);
  return [{ rule: pairs.join(' && '), message: `at most one of ${names.slice(0, -1).join(', ')} and ${names.at(-1)}` }];
}

/** The texts of all rules at or below. */
function rulesIn(schema) {
  const below = [...Object.values(schema.properties ?? {}), schema.items, schema.additionalProperties].filter((one) => typeof one === 'object');
  return [...rulesOf(schema).map(({ rule }) => rule), ...below.flatMap(rulesIn)];
}

/** The shapes of one file, each once, and its rules. */
class Shapes {
  lines = [];
  rules = [];
  #places = new Map();
  #named = new Set();
  #podVolumes = pinned('pod-template-spec').schema.properties.spec.properties.volumes;

  /** The server fills in defaults before it asks rules; those of fields that no rule names make no difference. */
  judgedBy(rules) {
    this.#named = new Set(rules.flatMap((rule) => rule.match(/\w+/g)));
  }

  root(schema, isNative) {
    const text = { type: 'string' };
    const { status, ...properties } = schema.properties;
    const all = {
      apiVersion: text, kind: text, ...properties, ...(status === undefined ? {} : { status: anything }),
    };
    const fields = Object.fromEntries(Object.entries(all).map(([name, child]) => [name, this.#add(child, isNative, name)]));
    fields.metadata = this.#add(pinned('object-meta').schema, true, 'metadata');
    return this.#place({ ...this.#own({ ...schema, type: 'object' }, isNative, ''), p: fields, ...this.#judged(schema) });
  }

  /** The place of a schema; `name` is that of the field, `parent` of the one that holds its list or map. */
  #add(schema, isNative, name, parent = name) {
    // Argo's definitions let through what these are, and its own types do not.
    if (!schema.type && schema['x-kubernetes-preserve-unknown-fields']) {
      if (name === 'volumes') return this.#place({ ...this.#shape(this.#podVolumes, true, name, parent), y: 1 });
      if (name === 'limits' || name === 'requests') return this.#place({ t: 'o', v: this.#place({ t: 'q' }) });
    }
    return this.#place(this.#shape(schema, isNative, name, parent));
  }

  #shape(schema, isNative, name, parent) {
    const own = this.#own(schema, isNative, parent);
    const children = Object.entries(schema.properties ?? {});
    const keys = schema['x-kubernetes-list-map-keys'];
    const defaults = keys?.map((key) => schema.items.properties[key].default ?? null);
    return {
      ...own,
      ...(isNative && own.t === 'x' && (QUANTITIES.has(name) || name === '') ? { t: 'q' } : {}),
      ...(children.length > 0 ? { p: Object.fromEntries(children.map(([key, child]) => [key, this.#add(child, isNative, key)])) } : {}),
      ...(schema.items ? { e: this.#add(schema.items, isNative, '[]', name) } : {}),
      ...(typeof schema.additionalProperties === 'object' ? { v: this.#add(schema.additionalProperties, isNative, '', name) } : {}),
      ...(keys ? { k: keys, ...(defaults.some((value) => value !== null) ? { d: defaults } : {}) } : {}),
      ...(schema.default !== undefined && this.#named.has(name) ? { h: schema.default } : {}),
      ...this.#judged(schema),
    };
  }

  #judged(schema) {
    const rules = rulesOf(schema).map(({ rule, message }) => this.#rule(JSON.stringify([rule, message])));
    return rules.length > 0 ? { x: rules } : {};
  }

  #rule(line) {
    const known = this.rules.indexOf(line);
    return known < 0 ? this.rules.push(line) - 1 : known;
  }

  /** What a schema says of the value itself. */
  #own(schema, isNative, parent) {
    const required = (schema.required ?? [])
      .filter((key) => schema.properties?.[key]?.default === undefined && !(isNative && ZERO_IS_FINE.has(`${parent}.${key}`)));
    const letter = schema['x-kubernetes-int-or-string'] ? 'x' : LETTERS[schema.type];
    const isQuantity = letter === 'x' && schema.pattern?.includes('[KMGTPE]i');
    return {
      ...(letter ? { t: letter } : {}),
      ...(schema['x-kubernetes-preserve-unknown-fields'] ? { o: 1 } : {}),
      ...(schema.nullable ? { z: 1 } : {}),
      ...(required.length > 0 ? { r: required } : {}),
      ...(schema['x-kubernetes-list-type'] === 'set' ? { u: 1 } : {}),
      ...(schema.enum ? { c: schema.enum } : {}),
      ...(schema.format === 'int32' || schema.format === 'date-time' ? { f: schema.format } : {}),
      ...(isQuantity ? { f: 'quantity' } : schema.pattern ? { l: schema.pattern } : {}),
      ...Object.fromEntries(LIMITS.filter((limit) => schema[limit] !== undefined).map((limit) => [limit, schema[limit]])),
    };
  }

  #place(shape) {
    if (shape.l) new RegExp(shape.l);
    const line = JSON.stringify(shape);
    const known = this.#places.get(line);
    if (known !== undefined) return known;
    this.lines.push(line);
    this.#places.set(line, this.lines.length - 1);
    return this.lines.length - 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeOrCheck('generate-schemas.mjs', generate());
