// What the analyser leaves out of the schema: what interfaces and enumerations are, and the defaults of their members.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../generated-files.mjs';

const FOLDER = 'src/pulumi/arguments';

export function documented(schema) {
  const files = readdirSync(join(root, FOLDER)).filter(file => /(args|arguments\.generated)\.ts$/.test(file));
  const declarations = new Map(files.flatMap(declarationsIn));
  const nameOf = token => token.split(':')[2];
  const types = Object.entries(schema.types).map(([token, type]) => [token, ofType(type, nameOf(token), declarations)]);
  const resources = Object.entries(schema.resources).map(([token, resource]) => [token, {
    ...resource, inputProperties: withDefaults(resource.inputProperties, `${nameOf(token)}Args`, declarations),
  }]);
  return { ...schema, resources: Object.fromEntries(resources), types: Object.fromEntries(types) };
}

function ofType(type, name, declarations) {
  const { text } = declarations.get(name) ?? { text: undefined };
  if (text === undefined) throw new Error(`${name} must be declared in a file of ${FOLDER} that is called ...-args.ts, with a sentence, got none`);
  return { ...type, description: text, ...type.properties === undefined ? {} : { properties: withDefaults(type.properties, name, declarations) } };
}

function withDefaults(properties, name, declarations) {
  const defaults = defaultsOf(name, declarations);
  return Object.fromEntries(Object.entries(properties).map(([property, { description, ...rest }]) => {
    const lines = [description?.replaceAll('\n', ' '), defaults.get(property) && `Default: ${defaults.get(property)}`].filter(Boolean);
    return [property, lines.length === 0 ? rest : { ...rest, description: lines.join('\n') }];
  }));
}

/** Those of an interface, and of whatever it extends. */
function defaultsOf(name, declarations) {
  const { bases = [], defaults = new Map() } = declarations.get(name) ?? {};
  return new Map([...bases.flatMap(base => [...defaultsOf(base, declarations)]), ...defaults]);
}

function declarationsIn(file) {
  const source = ts.createSourceFile(file, readFileSync(join(root, FOLDER, file), 'utf8'), ts.ScriptTarget.ES2022, true);
  return source.statements.flatMap(statement => {
    const text = commentOf(statement);
    if (ts.isVariableStatement(statement)) return [[statement.declarationList.declarations[0].name.text, { text }]];
    if (!ts.isInterfaceDeclaration(statement)) return [];
    const bases = (statement.heritageClauses ?? []).flatMap(({ types }) => types.map(({ expression }) => expression.text));
    return [[statement.name.text, { text, bases, defaults: new Map(statement.members.flatMap(defaultOf)) }]];
  });
}

function defaultOf(member) {
  const tag = ts.getJSDocTags(member).find(({ tagName }) => tagName.text === 'default');
  return tag === undefined ? [] : [[member.name.text, oneLine(ts.getTextOfJSDocComment(tag.comment)).replace(/^- /, '')]];
}

function commentOf(node) {
  const [doc] = node.jsDoc ?? [];
  return doc === undefined ? undefined : oneLine(ts.getTextOfJSDocComment(doc.comment));
}

function oneLine(text = '') {
  return text.replace(/\s+/g, ' ').trim();
}
