import type { Problem } from '../intent/problem';

/** Of several options that exclude each other one has to be there. */
export function exactlyOne(property: string, choices: Readonly<Record<string, unknown>>): Problem | undefined {
  const given = Object.keys(choices).filter(name => choices[name] !== undefined);
  return given.length === 1 ? undefined : {
    property,
    message: `exactly one of ${Object.keys(choices).join(', ')} must be given, got ${given.length > 0 ? given.join(' and ') : 'none'}`,
    fix: 'keep the one you mean',
  };
}
