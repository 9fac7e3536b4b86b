export const PROJECT = 'shop';
export const STACK = 'dev';

const ROOT = 'pulumi:pulumi:Stack';

/** Types of all parents stand in front of the own one, except for that of the stack. */
export function createUrn(type: string, name: string, parent: string): string {
  const [, , parentTypes] = parent.split('::');
  const types = parentTypes === undefined || parentTypes === ROOT ? type : `${parentTypes}$${type}`;
  return `urn:pulumi:${STACK}::${PROJECT}::${types}::${name}`;
}
