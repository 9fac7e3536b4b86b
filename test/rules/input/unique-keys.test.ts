import { uniqueKeys } from '../../../src/rules/input/unique-keys';
import { testRule } from '../test-rule';

const config = (data: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings, namespace: shop }\ndata:\n${data}`;

testRule(uniqueKeys, {
  valid: [
    { name: 'one key in two maps', yaml: `${config('  a: x\n')}---\n${config('  a: x\n').replace('settings', 'others')}` },
    { name: 'a merge that comes first and is overwritten', yaml: config('  <<: { a: x }\n  a: y\n') },
    { name: 'a merge of several maps, of which the first counts', yaml: config('  <<: [{ a: x }, { a: y }]\n') },
  ],
  invalid: [
    {
      name: 'a key twice, at the one that counts',
      yaml: config('  a: x\n  b: x\n  a: y\n'),
      findings: [{ path: 'data.a', class: 'broken', message: 'must stand once in its map, got "a" again, and this is the one that counts; keep one of them' }],
    },
    {
      name: 'a key twice in JSON',
      yaml: '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"},"data":{"a":"x","a":"y"}}',
      findings: [{ path: 'data.a', message: /^must stand once in its map, got "a" again/ }],
    },
    {
      name: 'a merge that overwrites',
      yaml: config('  a: y\n  <<: { a: x }\n'),
      findings: [{
        path: 'data.a',
        message: 'must not be overwritten by what "<<" merges, got "a" before it, where kubectl lets the merged one count and others do not; put "<<" first in its map',
      }],
    },
  ],
});
