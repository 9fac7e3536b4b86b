// What users of Pulumi write, read from the API that users of cdk8s have: interfaces of plain data, and for each class of that API
// one with a member for each of its factories.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from '../generated-files.mjs';
import { AS_STRUCT, CLASS_FACTORIES, DOCS, FOREIGN, INLINE, LEFT_OUT, MADE_BY_HAND, RENAMED, UNIONS } from './choices.mjs';

const require = createRequire(import.meta.url);
require('../../scripts/from-sources.cjs');

/** The assembly that jsii made of src/index.ts. */
function assembly() {
  return JSON.parse(readFileSync(join(root, '.jsii'), 'utf8')).types;
}

const types = assembly();
const documented = new Set();
const ours = 'rolloutkit.';

/** All that is reached from some interfaces: `{ name: { kind: 'struct' | 'choice' | 'enum', ... } }`, in the order of their names. */
export function argumentModel(roots) {
  const model = new Map();
  for (const name of roots) visit(name, model);
  const unsaid = Object.keys(DOCS).filter(name => !documented.has(name));
  if (unsaid.length > 0) throw new Error(`choices.mjs has other sentences for ${unsaid.join(', ')}, which the API has not: drop them`);
  return new Map([...model].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function visit(name, model) {
  if (model.has(name)) return name;
  const union = UNIONS[name];
  const type = types[ours + name];
  model.set(name, undefined); // types may name each other
  if (union !== undefined) model.set(name, choiceOf(name, union.docs, union.classes.flatMap(each => factoriesOf(each, union.prefix ?? 'class')), model));
  else if (type.kind === 'enum') model.set(name, enumOf(name, type));
  else if (type.kind === 'interface') model.set(name, { kind: 'struct', docs: docsOf(type), members: membersOf(name, model) });
  else if (AS_STRUCT.includes(name)) model.set(name, structOf(name, factoriesOf(name, 'factory')[0], model));
  else model.set(name, choiceOf(name, docsOf(type), factoriesOf(name, 'factory'), model));
  return name;
}

/** The assembly has the names of the values alone. */
function enumOf(name, type) {
  const values = require(`../../src/${fileOf(type)}.ts`)[name];
  if (Object.values(values).some(value => typeof value !== 'string')) throw new Error(`${name} must have texts as its values, which every language can write`);
  return { kind: 'enum', docs: docsOf(type), members: type.members.map(member => ({ name: member.name, value: values[member.name], docs: docsOf(member) })) };
}

/** The members of an interface with those that it inherits. */
function membersOf(name, model) {
  const type = types[ours + name];
  const inherited = (type.interfaces ?? []).filter(each => each.startsWith(ours)).flatMap(each => membersOf(each.slice(ours.length), model));
  const own = (type.properties ?? []).filter(({ name: member }) => !LEFT_OUT.includes(`${name}.${member}`)).map(property => ({
    name: property.name, optional: property.optional === true, docs: docsOf(property, `${name}.${property.name}`), shape: shapeOf(property.type, model),
  }));
  return [...inherited, ...own].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The factories of a class, and the class itself where users make it with `new`. */
function factoriesOf(name, naming) {
  const type = types[ours + name];
  const statics = (type.methods ?? []).filter(method => method.static && !LEFT_OUT.includes(`${name}.${method.name}`))
    .map(method => ({ owner: name, method: method.name, parameters: method.parameters ?? [], docs: docsOf(method, `${name}.${method.name}`), returns: method.returns.type.fqn?.slice(ours.length) }));
  const made = type.initializer === undefined || LEFT_OUT.includes(`${name}.new`) ? [] : [{ owner: name, method: 'new', parameters: type.initializer.parameters ?? [], docs: docsOf(type), returns: name }];
  const stem = CLASS_FACTORIES.reduce((left, ending) => left.replace(new RegExp(`${ending}$`), ''), name);
  const memberOf = method => (naming === 'factory' ? method
    : method === 'new' ? lowerFirst(stem) : method === 'existing' ? `existing${stem}` : `${lowerFirst(stem)}${upperFirst(method)}`);
  return [...made, ...statics].map(each => ({ ...each, file: fileOf(type), member: MADE_BY_HAND[`${name}.${each.method}`]?.member ?? memberOf(each.method) }));
}

/** One of several, each under its own name. */
function choiceOf(name, docs, factories, model) {
  const inline = INLINE[name];
  const members = factories.map(factory => (inline === undefined ? choiceMember(name, factory, model) : inlineMember(factory, inline, model)));
  const beside = new Map(members.flatMap(({ beside: each = [] }) => each.map(member => [member.name, member])));
  return { kind: 'choice', docs, members: members.sort((a, b) => (a.member < b.member ? -1 : 1)), beside: [...beside.values()].sort((a, b) => (a.name < b.name ? -1 : 1)) };
}

function choiceMember(name, factory, model) {
  const { parameters, member, docs, owner } = factory;
  const base = { ...pick(factory), docs };
  const chain = chainOf(factory, model);
  if (chain !== undefined) return { ...base, shape: chain, call: 'chain' };
  if (parameters.length === 0) return { ...base, shape: { kind: 'flag' }, call: 'none' };
  if (parameters.length === 1) return { ...base, shape: shapeOf(parameters[0].type, model), call: 'whole', own: parameters[0].name };
  const made = `${upperFirst(member)}${CLASS_FACTORIES.find(ending => owner.endsWith(ending)) ?? RENAMED[name] ?? name}`;
  model.set(made, structOf(made, factory, model));
  return { ...base, shape: { kind: 'named', name: made }, call: 'spread', own: parameters[0].name };
}

/** The parameters of a factory as members of one object, those of its options among them. */
function structOf(name, factory, model) {
  const positional = factory.parameters.filter(({ type }) => !isStruct(type));
  const options = factory.parameters.find(({ type }) => isStruct(type));
  const docs = name === factory.owner ? docsOf(types[ours + name]) : factory.docs;
  return {
    kind: 'struct', docs, made: pick(factory), positional: positional.map(parameter => parameter.name),
    members: [
      ...positional.map(parameter => ({ name: parameter.name, optional: parameter.optional === true, docs: docsOf(parameter), shape: shapeOf(parameter.type, model) })),
      ...(options === undefined ? [] : membersOf(options.type.fqn.slice(ours.length), model)),
    ],
  };
}

/** The first parameter under the name of the factory, all others beside it. */
function inlineMember(factory, common, model) {
  const { parameters, docs } = factory;
  const positional = parameters.filter(({ type }) => !isStruct(type));
  const options = parameters.find(({ type }) => isStruct(type));
  const own = positional.find(({ name }) => name !== common);
  const others = positional.filter(parameter => parameter !== own);
  return {
    ...pick(factory), docs, call: 'inline',
    own: own?.name ?? (options !== undefined && positional.length === 0 ? options.name : undefined),
    shape: own !== undefined ? shapeOf(own.type, model) : options !== undefined && positional.length === 0 ? shapeOf(options.type, model) : { kind: 'flag' },
    order: positional.map(({ name }) => name),
    beside: [
      ...others.map(parameter => ({ name: parameter.name, optional: parameter.name !== common, docs: docsOf(parameter), shape: shapeOf(parameter.type, model) })),
      ...(options === undefined || positional.length === 0 ? [] : membersOf(options.type.fqn.slice(ours.length), model).map(member => ({ ...member, optional: true, isOption: true }))),
    ],
    hasOptions: options !== undefined && positional.length > 0,
    isWhole: options !== undefined && positional.length === 0,
  };
}

/** A factory whose product has to be asked for something more: `Audience.header('x').isExactly('y')`. */
function chainOf({ owner, returns, parameters, docs }, model) {
  if (returns === undefined || returns === owner || types[ours + returns]?.kind !== 'class') return undefined;
  const methods = (types[ours + returns].methods ?? []).filter(method => !method.static && method.returns?.type.fqn === ours + owner);
  if (methods.length === 0) return undefined;
  model.set(returns, {
    kind: 'chain', docs,
    members: [
      ...parameters.map(parameter => ({ name: parameter.name, optional: false, docs: docsOf(parameter), shape: shapeOf(parameter.type, model) })),
      ...methods.map(method => ({
        name: method.name, optional: true, docs: docsOf(method), isMethod: true, own: method.parameters?.[0]?.name,
        shape: method.parameters === undefined ? { kind: 'flag' } : shapeOf(method.parameters[0].type, model),
      })).sort((a, b) => (a.name < b.name ? -1 : 1)),
    ],
  });
  return { kind: 'named', name: returns };
}

function shapeOf(type, model) {
  if (type === undefined || type.primitive === 'any' || type.primitive === 'json') return { kind: 'any' };
  if (type.primitive === 'date') return { kind: 'date' };
  if (type.primitive !== undefined) return { kind: 'leaf', type: type.primitive };
  if (type.collection !== undefined) return { kind: type.collection.kind === 'array' ? 'list' : 'map', of: shapeOf(type.collection.elementtype, model) };
  if (type.fqn === 'cdk8s.Duration') return { kind: 'duration' };
  if (FOREIGN[type.fqn] !== undefined) {
    model.set(FOREIGN[type.fqn].name, FOREIGN[type.fqn].type);
    return { kind: 'named', name: FOREIGN[type.fqn].name };
  }
  if (!type.fqn.startsWith(ours)) return { kind: 'any' };
  return { kind: 'named', name: visit(type.fqn.slice(ours.length), model) };
}

function isStruct(type) {
  return type.fqn?.startsWith(ours) === true && types[type.fqn].datatype === true;
}

function fileOf({ locationInModule: { filename } }) {
  return filename.replace(/^src\//, '').replace(/\.ts$/, '');
}

function docsOf({ docs = {} }, name) {
  documented.add(name);
  return { text: [docs.summary, docs.remarks].filter(Boolean).join(' ').replace(/\s+/g, ' ').trim(), default: docs.default, ...DOCS[name] };
}

function pick({ owner, method, member, file, parameters }) {
  return { owner, method, member, file, parameters: parameters.map(({ name, type }) => ({ name, isStruct: isStruct(type) })) };
}

export function lowerFirst(text) {
  return text[0].toLowerCase() + text.slice(1);
}

export function upperFirst(text) {
  return text[0].toUpperCase() + text.slice(1);
}
