import { isFieldPath } from '../../src/manifests/field-paths';

test.each(['metadata.name', 'metadata.namespace', 'metadata.uid', 'metadata.labels', "metadata.labels['example.com/team']", "metadata.annotations['a']", 'spec.replicas'])(
  'reads %s', (path) => expect(isFieldPath(path)).toBe(true),
);

test.each(['metadata', 'metadata.generation', 'metadata.labels["team"]', "metadata.labels['']", "metadata.labels['no key']", 'metadata.labels.team'])(
  'fails to read %s', (path) => expect(isFieldPath(path)).toBe(false),
);
