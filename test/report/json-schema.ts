type Schema = Readonly<Record<string, unknown>>;

/** What is said of a schema and not of what it describes. */
const SILENT = new Set(['$schema', '$id', 'title', 'description', 'default', 'definitions']);
const URI = /^[a-z][a-z0-9+.-]*:[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/i;
const URI_REFERENCE = /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[\da-f]{2})*$/i;
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const FORMATS: Readonly<Record<string, RegExp>> = { 'uri': URI, 'uri-reference': URI_REFERENCE, 'date-time': DATE_TIME };

/** What a schema of draft 7 holds against a value, as `path: problem`. A keyword that is not known here is an error of the test. */
export function jsonSchemaProblems(schema: object, value: unknown): string[] {
  return check(schema as Schema, schema as Schema, value, '');
}

function check(root: Schema, schema: Schema, value: unknown, path: string): string[] {
  const spoken = Object.entries(schema).filter(([keyword]) => !SILENT.has(keyword));
  return spoken.flatMap(([keyword, argument]) => checkKeyword(root, schema, keyword, argument, value, path));
}

function checkKeyword(root: Schema, schema: Schema, keyword: string, argument: unknown, value: unknown, path: string): string[] {
  const wrong = (is: boolean, problem: string) => is ? [`${path}: ${problem}`] : [];
  switch (keyword) {
    case '$ref':
      return check(root, resolve(root, String(argument)), value, path);
    case 'type':
      return wrong(!(Array.isArray(argument) ? argument : [argument]).some((type) => isOfType(value, String(type))), `must be ${String(argument)}`);
    case 'enum':
      return wrong(!(argument as unknown[]).includes(value), `must be one of ${JSON.stringify(argument)}`);
    case 'minimum':
      return wrong(typeof value === 'number' && value < Number(argument), `must be at least ${String(argument)}`);
    case 'maximum':
      return wrong(typeof value === 'number' && value > Number(argument), `must be at most ${String(argument)}`);
    case 'minItems':
      return wrong(Array.isArray(value) && value.length < Number(argument), `must have ${String(argument)} items`);
    case 'uniqueItems':
      return wrong(argument === true && Array.isArray(value) && new Set(value.map((each) => JSON.stringify(each))).size < value.length, 'must not repeat itself');
    case 'pattern':
      return wrong(typeof value === 'string' && !new RegExp(String(argument)).test(value), `must match ${String(argument)}`);
    case 'format':
      return wrong(typeof value === 'string' && !formatOf(String(argument)).test(value), `must be of format ${String(argument)}`);
    case 'required':
      return isMap(value) ? (argument as string[]).filter((key) => !Object.hasOwn(value, key)).map((key) => `${path}: must have ${key}`) : [];
    case 'properties':
      return isMap(value) ? Object.entries(argument as Schema).flatMap(([key, each]) =>
        Object.hasOwn(value, key) ? check(root, each as Schema, value[key], `${path}/${key}`) : []) : [];
    case 'additionalProperties': {
      const others = isMap(value) ? Object.entries(value).filter(([key]) => !Object.hasOwn(schema.properties ?? {}, key)) : [];
      return others.flatMap(([key, each]) => argument === false ? [`${path}: must not have ${key}`]
        : argument === true ? [] : check(root, argument as Schema, each, `${path}/${key}`));
    }
    case 'items':
      return Array.isArray(value) ? value.flatMap((each, index) => check(root, argument as Schema, each, `${path}/${index}`)) : [];
    case 'anyOf':
    case 'oneOf': {
      const fitting = (argument as Schema[]).filter((each) => check(root, each, value, path).length === 0).length;
      return wrong(keyword === 'anyOf' ? fitting === 0 : fitting !== 1, `must fit ${keyword} of its schemas`);
    }
    default:
      throw new Error(`the schema uses ${keyword}, which is not checked here`);
  }
}

function resolve(root: Schema, reference: string): Schema {
  return reference.replace(/^#\//, '').split('/').reduce<unknown>((at, key) => (at as Schema)[key], root) as Schema;
}

function formatOf(name: string): RegExp {
  const format = FORMATS[name];
  if (format === undefined) throw new Error(`the schema uses the format ${name}, which is not checked here`);
  return format;
}

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case 'object': return isMap(value);
    case 'array': return Array.isArray(value);
    case 'integer': return Number.isInteger(value);
    case 'null': return value === null;
    default: return typeof value === type;
  }
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
