import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';
import { readText, ROOT } from './files';

/** An exported class and its static methods. */
export interface PublicClass {
  readonly name: string;
  readonly file: string;
  /** Its doc comment. */
  readonly docs: string;
  readonly factories: readonly { readonly name: string }[];
}

/** The exported classes of a folder of src, by name. */
export function classesIn(folder: string): readonly PublicClass[] {
  return readdirSync(join(ROOT, 'src', folder), { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts')).flatMap(name => {
    const file = `src/${folder}/${name}`;
    const source = ts.createSourceFile(file, readText(file), ts.ScriptTarget.ES2022, true);
    return source.statements.filter(ts.isClassDeclaration).filter(isExported).map(declaration => ({
      name: declaration.name!.text,
      file,
      docs: ts.getJSDocCommentsAndTags(declaration).map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '').join('\n'),
      factories: declaration.members.filter(ts.isMethodDeclaration).filter(method => isStatic(method) && !isInternal(method))
        .map(method => ({ name: method.name.getText() })),
    }));
  }).sort((one, other) => one.name < other.name ? -1 : 1);
}

function isExported(node: ts.ClassDeclaration): boolean {
  return has(node, ts.SyntaxKind.ExportKeyword);
}

function isStatic(node: ts.MethodDeclaration): boolean {
  return has(node, ts.SyntaxKind.StaticKeyword);
}

function isInternal(node: ts.Node): boolean {
  return ts.getJSDocTags(node).some(tag => tag.tagName.text === 'internal');
}

function has(node: ts.HasModifiers, kind: ts.SyntaxKind): boolean {
  return ts.getModifiers(node)?.some(modifier => modifier.kind === kind) ?? false;
}
