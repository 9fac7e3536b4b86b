/**
 * What is declared in sources, by their syntax alone, so that neither a build nor a type check has to come first.
 */
import * as ts from 'typescript';
import { readText } from '../../docs/files';

/** A property, or a parameter. */
export interface Declared {
  readonly name: string;
  readonly optional: boolean;
  readonly type?: ts.TypeNode;
}

export interface Interface {
  readonly name: string;
  readonly members: readonly Declared[];
  readonly bases: readonly string[];
}

/** `new`, or a method. */
export interface Factory {
  readonly name: string;
  readonly parameters: readonly Declared[];
}

export interface Class {
  readonly name: string;
  readonly factories: readonly Factory[];
  /** What can be called on its objects. */
  readonly methods: readonly Factory[];
  readonly bases: readonly string[];
}

/** What of a module is exported, by name. */
export interface Exported {
  readonly interfaces: ReadonlyMap<string, Interface>;
  readonly classes: ReadonlyMap<string, Class>;
  readonly enums: ReadonlyMap<string, readonly string[]>;
}

/** What a module exports, with what it hands on of others. Those of other packages are not followed. */
export function exportedBy(file: string): Exported {
  const found = declarationsOf(file);
  const classes = found.filter(ts.isClassDeclaration).map(classOf);
  const interfaces = found.filter(ts.isInterfaceDeclaration).map(interfaceOf);
  return {
    interfaces: new Map(interfaces.map(each => [each.name, each])),
    classes: new Map(classes.map(each => [each.name, each])),
    enums: new Map([
      ...found.filter(ts.isEnumDeclaration).map(({ name, members }) => [name.text, members.map(valueOf)] as const),
      ...found.filter(ts.isVariableDeclaration).map(constant => [constant.name.getText(), textsOf(constant)] as const),
    ]),
  };
}

type Declaration = ts.ClassDeclaration | ts.InterfaceDeclaration | ts.EnumDeclaration | ts.VariableDeclaration;

function declarationsOf(file: string): readonly Declaration[] {
  const source = ts.createSourceFile(file, readText(file), ts.ScriptTarget.ES2022, true);
  const handedOn = source.statements.filter(ts.isExportDeclaration).flatMap(({ moduleSpecifier: from, exportClause: clause }) => {
    if (from === undefined || !ts.isStringLiteral(from) || !from.text.startsWith('.')) return [];
    const names = clause !== undefined && ts.isNamedExports(clause) ? clause.elements.map(({ name }) => name.text) : undefined;
    return declarationsOf(moduleAt(file, from.text)).filter(({ name }) => names?.includes(name!.getText()) ?? true);
  });
  return [...source.statements.flatMap(ownOf), ...handedOn];
}

/** What is exported where it is declared. Of constants those that are objects of texts, which stand for enums. */
function ownOf(statement: ts.Statement): readonly Declaration[] {
  if (!ts.canHaveModifiers(statement) || !has(statement, ts.SyntaxKind.ExportKeyword)) return [];
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.filter(constant => textsOf(constant).length > 0);
  return ts.isClassDeclaration(statement) || ts.isInterfaceDeclaration(statement) || ts.isEnumDeclaration(statement) ? [statement] : [];
}

function moduleAt(from: string, name: string): string {
  const folders = from.split('/').slice(0, -1);
  for (const part of name.split('/')) {
    if (part === '..') folders.pop();
    else if (part !== '.') folders.push(part);
  }
  return `${folders.join('/')}.ts`;
}

function interfaceOf({ name, members, heritageClauses }: ts.InterfaceDeclaration): Interface {
  return {
    name: name.text,
    members: members.filter(ts.isPropertySignature).filter(isPublic).map(member => ({
      name: member.name.getText(), optional: member.questionToken !== undefined, type: member.type,
    })),
    bases: namesIn(heritageClauses),
  };
}

function classOf(declaration: ts.ClassDeclaration): Class {
  const { members, heritageClauses } = declaration;
  const methods = members.filter(ts.isMethodDeclaration).filter(isPublic);
  const [built] = members.filter(ts.isConstructorDeclaration);
  const statics = methods.filter(method => has(method, ts.SyntaxKind.StaticKeyword)).map(factoryOf);
  const isMade = built === undefined ? !has(declaration, ts.SyntaxKind.AbstractKeyword) : isPublic(built);
  return {
    name: declaration.name!.text,
    factories: [...isMade ? [{ name: 'new', parameters: built?.parameters.map(parameterOf) ?? [] }] : [], ...statics],
    methods: methods.filter(method => !has(method, ts.SyntaxKind.StaticKeyword)).map(factoryOf),
    bases: namesIn(heritageClauses),
  };
}

function factoryOf({ name, parameters }: ts.MethodDeclaration): Factory {
  return { name: name.getText(), parameters: parameters.map(parameterOf) };
}

function parameterOf({ name, type, questionToken, initializer }: ts.ParameterDeclaration): Declared {
  return { name: name.getText(), optional: questionToken !== undefined || initializer !== undefined, type };
}

function namesIn(clauses: readonly ts.HeritageClause[] | undefined): readonly string[] {
  return clauses?.flatMap(({ types }) => types.map(({ expression }) => expression.getText())) ?? [];
}

function valueOf({ initializer }: ts.EnumMember | ts.PropertyAssignment): string {
  return initializer !== undefined && ts.isStringLiteral(initializer) ? initializer.text : 'not a text';
}

/** The values of `{ INFO: 'info' } as const`. */
function textsOf({ initializer }: ts.VariableDeclaration): readonly string[] {
  const object = initializer !== undefined && ts.isAsExpression(initializer) ? initializer.expression : undefined;
  return object !== undefined && ts.isObjectLiteralExpression(object) ? object.properties.filter(ts.isPropertyAssignment).map(valueOf) : [];
}

function isPublic(node: ts.Node & ts.HasModifiers | ts.PropertySignature): boolean {
  return !ts.getJSDocTags(node).some(({ tagName }) => tagName.text === 'internal')
    && !has(node, ts.SyntaxKind.PrivateKeyword) && !has(node, ts.SyntaxKind.ProtectedKeyword);
}

function has(node: ts.HasModifiers, kind: ts.SyntaxKind): boolean {
  return ts.getModifiers(node)?.some(modifier => modifier.kind === kind) ?? false;
}
