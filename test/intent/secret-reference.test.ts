import { SecretReference } from 'rolloutkit';

test('a Secret is named, and never written', () => {
  expect(SecretReference.named('dd').secretName).toBe('dd');
});

test.each([
  ['a name that no Secret can have', 'My Secret', undefined, 'name: must be the name of a Secret, got "My Secret"; write its metadata.name'],
  ['a key that no Secret can have', 'dd', 'a/b', 'key: must be letters, digits, dashes, dots and underscores, got "a/b"; write a key of its data'],
])('fails on %s', (_, name, key, message) => {
  expect(() => SecretReference.named(name, { key })).toThrow(new Error(`SecretReference.named: ${message}`));
});
