// Where users of other languages are better served than by what the analyser makes of TypeScript.

/** What components tell each other: in other languages it is an Output, whose value the plug-in knows by then. */
const TOLD = ['ExistingAnalysis'];

/** What a program in Go imports, whichever version of the generator has written the package. */
const GO = 'github.com/rolloutkit/rolloutkit/sdk/go/rolloutkit';

export function fitted(schema) {
  const types = Object.entries(schema.types).map(([token, type]) => [token, {
    ...type,
    ...type.enum && { enum: type.enum.map(value => ({ ...value, name: pascal(value.name) })) },
    ...type.properties && { properties: Object.fromEntries(Object.entries(type.properties).map(([name, property]) => [name, toldIn(property)])) },
  }]);
  // the generator for Go leaves out the type of a list that comes before all single objects among the arguments of a component
  const go = { ...schema.language.go, importBasePath: GO, generateExtraInputTypes: true };
  return { ...schema, language: { ...schema.language, go }, types: Object.fromEntries(types) };
}

function toldIn({ plain, ...property }) {
  return plain && !TOLD.some(name => property.$ref === `#/types/rolloutkit:index:${name}`) ? { ...property, plain } : property;
}

/** `REPLICA_SET` is `ReplicaSet`, of which each language makes what its constants are called. */
function pascal(name) {
  return name.toLowerCase().replace(/(?:^|_)(\w)/g, (_, first) => first.toUpperCase());
}
