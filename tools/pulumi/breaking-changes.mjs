// What of one schema a program can rely on and another one has taken away or changed.

/** One line each, in the order of the names; empty where every program that was right still is. */
export function breakingChanges(before, after) {
  const types = each(before.types, after.types, 'type', (name, was, is) => [
    ...is.type === was.type ? [] : [`${name}: was ${kindOf(was)}, and is ${kindOf(is)}`],
    ...each(valuesOf(was), valuesOf(is), `${name}.`, () => []),
    ...changedMembers(name, was, is, 'required'),
  ]);
  const resources = each(before.resources, after.resources, 'component', (name, was, is) => [
    ...changedMembers(name, { properties: was.inputProperties, required: was.requiredInputs }, { properties: is.inputProperties, required: is.requiredInputs }, 'required'),
    ...changedMembers(`output ${name}`, was, is, 'always there'),
  ]);
  return [...resources, ...types];
}

/** `needed` is what a change of `required` takes away: from who gives a value, or from who reads it. */
function changedMembers(owner, was, is, needed) {
  const [oldOnes, newOnes] = [new Set(was.required), new Set(is.required)];
  const lost = needed === 'required' ? [...newOnes].filter(name => !oldOnes.has(name)).map(name => `${owner}.${name}: has become required`)
    : [...oldOnes].filter(name => !newOnes.has(name) && name in (is.properties ?? {})).map(name => `${owner}.${name}: is not always there any more`);
  return [...lost, ...each(was.properties, is.properties, `${owner}.`, (name, old, fresh) => {
    const [from, to] = [signature(old), signature(fresh)];
    return from === to ? [] : [`${owner}.${name}: was ${from}, and is ${to}`];
  })];
}

function each(before = {}, after = {}, prefix, compared) {
  const shown = name => prefix.endsWith('.') ? `${prefix}${name}` : `${prefix} ${nameOf(name)}`;
  return Object.keys(before).sort().flatMap(name => name in after ? compared(nameOf(name), before[name], after[name]) : [`${shown(name)}: is gone`]);
}

function valuesOf({ enum: values = [] }) {
  return Object.fromEntries(values.map(({ name, value }) => [`${name} = ${value}`, true]));
}

/** A type in words; `plain` is one that takes no Output. */
function signature({ type, $ref, items, additionalProperties, plain }) {
  const inner = items === undefined ? additionalProperties === undefined ? nameOf($ref ?? type) : `map of ${signature(additionalProperties)}` : `list of ${signature(items)}`;
  return plain ? `plain ${inner}` : inner;
}

function kindOf({ type, enum: values }) {
  return values === undefined ? type : `an enumeration of type ${type}`;
}

/** `#/types/rolloutkit:index:Ramp` and `rolloutkit:index:Ramp` are `Ramp`. */
function nameOf(token) {
  return token.split(/[:/]/).at(-1);
}
