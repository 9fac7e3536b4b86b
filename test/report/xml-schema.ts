import { parseXml } from './xml';
import type { Element } from './xml';

/** What a schema with global elements holds against a document, as `element: problem`. What is not known here is an error of the test. */
export function xmlSchemaProblems(schema: string, document: string): string[] {
  const elements = new Map(parseXml(schema).children.map((each) => [each.attributes.name, each]));
  const root = parseXml(document);
  return elements.has(root.name) ? check(elements, root) : [`${root.name}: is not declared`];
}

function check(elements: ReadonlyMap<string, Element>, element: Element): string[] {
  const { name } = element;
  const declared = elements.get(name)!;
  const type = declared.children.length === 0 ? undefined : only(declared, 'xs:complexType');
  if (type === undefined) {
    if (declared.attributes.type !== 'xs:string') throw new Error(`the schema uses the type ${declared.attributes.type}, which is not checked here`);
    return [...element.children, ...Object.keys(element.attributes)].length === 0 ? [] : [`${name}: must be text alone`];
  }
  const attributes = type.children.filter((each) => each.name === 'xs:attribute');
  const [sequence, ...others] = type.children.filter((each) => each.name !== 'xs:attribute');
  if (others.length > 0 || (sequence !== undefined && sequence.name !== 'xs:sequence')) throw new Error(`the schema describes ${name} in a way that is not checked here`);
  return [
    ...attributeProblems(element, attributes),
    ...(type.attributes.mixed !== 'true' && element.text.trim() !== '' ? [`${name}: must not hold text`] : []),
    ...orderProblems(element, sequence?.children ?? []),
    ...element.children.filter((each) => elements.has(each.name)).flatMap((each) => check(elements, each)),
  ];
}

function attributeProblems({ name, attributes }: Element, declared: readonly Element[]): string[] {
  const names = declared.map((each) => each.attributes.name);
  if (declared.some((each) => each.attributes.type !== 'xs:string')) throw new Error(`the schema gives ${name} attributes that are not checked here`);
  return [
    ...Object.keys(attributes).filter((each) => !names.includes(each)).map((each) => `${name}: must not have ${each}`),
    ...declared.filter((each) => each.attributes.use === 'required' && !Object.hasOwn(attributes, each.attributes.name)).map((each) => `${name}: must have ${each.attributes.name}`),
  ];
}

function orderProblems({ name, children }: Element, sequence: readonly Element[]): string[] {
  let next = 0;
  const problems: string[] = [];
  for (const { name: each, attributes: { ref, minOccurs = '1', maxOccurs = '1' } } of sequence) {
    if (each !== 'xs:element' || ref === undefined) throw new Error(`the schema orders ${name} in a way that is not checked here`);
    const start = next;
    while (next < children.length && children[next].name === ref) next++;
    const count = next - start;
    if (count < Number(minOccurs) || (maxOccurs !== 'unbounded' && count > Number(maxOccurs))) problems.push(`${name}: must have ${minOccurs} to ${maxOccurs} ${ref}, got ${count}`);
  }
  return next < children.length ? [...problems, `${name}: must not have ${children[next].name} there`] : problems;
}

function only(element: Element, name: string): Element {
  const [child, ...others] = element.children;
  if (child.name !== name || others.length > 0) throw new Error(`the schema describes ${element.attributes.name} in a way that is not checked here`);
  return child;
}
