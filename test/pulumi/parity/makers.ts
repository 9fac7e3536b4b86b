import * as ts from 'typescript';
import { readText } from '../../docs/files';

/** Where the table of shapes makes a value: `{ factory: 'Ramp.stages', owner: 'Ramp', member: 'stages' }`. */
export interface Maker {
  readonly factory: string;
  /** The interface of arguments. */
  readonly owner: string;
  /** Its member; absent: the whole of it is what the value is made of. */
  readonly member?: string;
}

/** Every call of a factory in the table of shapes, by its text: what is called there is what an argument can make. */
export function makersIn(file: string): readonly Maker[] {
  const found: Maker[] = [];
  const visit = (node: ts.Node, path: readonly string[]): void => {
    const here = ts.isPropertyAssignment(node) ? [...path, node.name.getText()] : path;
    const factory = here.includes('make') ? calledBy(node) : undefined;
    if (factory !== undefined) found.push({ factory, owner: here[0], member: here[1] === 'members' ? here[2] : undefined });
    ts.forEachChild(node, child => visit(child, here));
  };
  const source = ts.createSourceFile(file, readText(file), ts.ScriptTarget.ES2022, true);
  visit(source, []);
  return found;
}

function calledBy(node: ts.Node): string | undefined {
  if (ts.isNewExpression(node)) return `${node.expression.getText()}.new`;
  return ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) ? node.expression.getText() : undefined;
}
