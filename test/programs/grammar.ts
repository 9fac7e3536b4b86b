import * as fc from 'fast-check';

/*
 * Programs are generated as texts, so that one that fails can be read, copied and run. A piece of a program is an
 * expression; pieces are put together like the program of a user.
 */
export type Piece = fc.Arbitrary<string>;

/** One of these, as it stands. */
export const oneOf = (...pieces: readonly string[]): Piece => fc.constantFrom(...pieces);

/** Mostly the first, once in a while what nobody should write. */
export const mostly = (usual: Piece, odd: Piece, share = 0.04): Piece => {
  const weight = Math.round(1000 * share);
  return fc.oneof({ weight: 1000 - weight, arbitrary: usual }, { weight, arbitrary: odd });
};

/** A property that may be left out; `share` is how often it is there. */
export const maybe = (piece: Piece, share = 0.2): fc.Arbitrary<string | undefined> => {
  const weight = Math.round(1000 * share);
  return fc.oneof({ weight: 1000 - weight, arbitrary: fc.constant(undefined) }, { weight, arbitrary: piece });
};

/** An object with these properties, without those that were left out. */
export const object = (properties: Readonly<Record<string, fc.Arbitrary<string | undefined>>>): Piece =>
  fc.record({ ...properties }).map(values => {
    const given = Object.entries(values).filter(([, value]) => value !== undefined);
    return given.length === 0 ? '{}' : `{ ${given.map(([name, value]) => `${name}: ${value}`).join(', ')} }`;
  });

export const list = (piece: Piece, minLength: number, maxLength: number): Piece =>
  fc.array(piece, { minLength, maxLength }).map(items => `[${items.join(', ')}]`);

/** `Owner.method(first, second)`. */
export const call = (callee: string, ...given: readonly Piece[]): Piece => fc.tuple(...given).map(values => `${callee}(${values.join(', ')})`);

export const whole = (min: number, max: number): Piece => fc.integer({ min, max }).map(String);

/** What no number of pods, percents or times can be. */
const oddNumber = oneOf('0', '-1', '2.5', 'NaN', 'Infinity', '1e12');

export const number = (min: number, max: number): Piece => mostly(whole(min, max), oddNumber);

export const duration: Piece = mostly(
  fc.oneof(call('Duration.seconds', whole(1, 900)), call('Duration.minutes', whole(1, 30)), call('Duration.hours', whole(1, 3))),
  oneOf('Duration.seconds(0)', 'Duration.millis(1500)', 'Duration.days(400)'),
);

export const flag = oneOf('true', 'false');

/** Names that Kubernetes takes, and a few that it does not. */
export const name = (...usual: readonly string[]): Piece => mostly(
  fc.oneof(...usual.map(text => fc.constant(`'${text}'`)), fc.stringMatching(/^[a-z]([a-z0-9-]{0,12}[a-z0-9])?$/).map(text => `'${text}'`)),
  oneOf('\'Shop\'', '\'with space\'', `'${'a'.repeat(70)}'`, '\'-\''), 0.03,
);

export const labels: Piece = oneOf('{ team: \'payments\' }', '{ \'example.com/tier\': \'front\' }', '{ team: \'\' }', '{ \'no label\': \'x\' }');
