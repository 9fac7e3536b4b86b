import { refuse } from '../../intent/problem';

/** What is said of something that alone says nothing yet: `{ name: 'x-tester', isExactly: 'me' }`. */
export function chained(begun: object, said: Readonly<Record<string, unknown>>): unknown {
  const methods = methodsOf(begun);
  const given = methods.filter(method => said[method] !== undefined);
  refuse('', given.length === 1 ? undefined : {
    property: given[0] ?? methods[0],
    message: `must be the only one of ${methods.join(', ')}, got ${given.length === 0 ? 'none of them' : given.join(' and ')}`,
    fix: given.length === 0 ? `write for example ${methods[0]}` : 'keep the one you mean',
  });
  const [method] = given;
  return (begun as Readonly<Record<string, (value: unknown) => unknown>>)[method](said[method]);
}

function methodsOf(begun: object): readonly string[] {
  return Object.getOwnPropertyNames(Object.getPrototypeOf(begun)).filter(name => name !== 'constructor');
}
