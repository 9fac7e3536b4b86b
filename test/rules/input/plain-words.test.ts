import { plainWords } from '../../../src/rules/input/plain-words';
import { rollout } from '../manifests';
import { testRule } from '../test-rule';

const config = (data: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: settings, namespace: shop }\ndata: { ${data} }\n`;

testRule(plainWords, {
  valid: [
    { name: 'words in quotes', yaml: config('a: "on", b: \'no\', c: "010", "on": x') },
    { name: 'a boolean where one is wanted', yaml: rollout({ canary: '\ndynamicStableScale: yes' }) },
    { name: 'permissions, which are octal numbers', yaml: rollout({ pod: '\nvolumes: [{ name: a, configMap: { name: a, defaultMode: 0644 } }]' }) },
    { name: 'numbers that read like a text and are one', yaml: config('a: 1.2.3, b: 1:30, c: 2026-01-01') },
  ],
  invalid: [
    {
      name: 'a boolean for a text',
      yaml: config('debug: on'),
      findings: [{ path: 'data.debug', class: 'risky', message: 'must be in quotes to be a text, got on, which is true to kubectl; write debug: "on"' }],
    },
    {
      name: 'a version that loses its last digit',
      yaml: rollout({}).replace('metadata: {', 'metadata: { labels: { version: 1.10 },'),
      findings: [{ path: 'metadata.labels.version', message: 'must be in quotes to be a text, got 1.10, which is 1.1 to kubectl; write version: "1.10"' }],
    },
    {
      name: 'a text that the definition of the kind asks for',
      yaml: rollout({ canary: '\ncanaryService: no' }),
      findings: [{ path: 'spec.strategy.canary.canaryService', message: 'must be in quotes to be a text, got no, which is false to kubectl; write canaryService: "no"' }],
    },
    {
      name: 'a number with a leading zero',
      yaml: rollout({ steps: '[{ setWeight: 010 }]' }),
      findings: [{
        path: 'spec.strategy.canary.steps[0].setWeight', message: 'must not begin with 0, got 010, which is an octal number and so 8 to kubectl; write setWeight: 8, or 10 if that is meant',
      }],
    },
    {
      name: 'a key',
      yaml: config('on: x'),
      findings: [{ path: 'data.true', message: 'must be in quotes to stay as it is written, got the key on, which is "true" to kubectl; write "on": ...' }],
    },
  ],
});
