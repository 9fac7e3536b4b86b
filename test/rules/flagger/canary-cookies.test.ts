import { canaryCookies } from '../../../src/rules/flagger/canary-cookies';
import { canary } from '../flagger-manifests';
import { testRule } from '../test-rule';

const affinity = (cookies: string) => canary({ analysis: `\nsessionAffinity: ${cookies}` });

testRule(canaryCookies, {
  valid: [
    { name: 'no cookies', yaml: canary() },
    { name: 'a cookie of the canary alone', yaml: affinity('{ cookieName: version }') },
    { name: 'two names', yaml: affinity('{ cookieName: version, primaryCookieName: version-primary }') },
  ],
  invalid: [
    {
      name: 'one name for both',
      yaml: affinity('{ cookieName: version, primaryCookieName: version }'),
      findings: [
        {
          path: 'spec.analysis.sessionAffinity.primaryCookieName',
          message: 'must not be the name of both cookies, got "version"; write primaryCookieName: version-primary',
          class: 'broken',
        },
      ],
    },
    {
      name: 'no name for either',
      yaml: affinity('{ cookieName: "" }'),
      findings: [
        {
          path: 'spec.analysis.sessionAffinity.cookieName',
          message: 'must not be the name of both cookies, got ""; write cookieName: flagger-cookie',
        },
      ],
    },
  ],
});
