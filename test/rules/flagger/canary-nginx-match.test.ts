import { canaryNginxMatch } from '../../../src/rules/flagger/canary-nginx-match';
import { canary } from '../flagger-manifests';
import { testRule } from '../test-rule';

const match = '\nmatch: [{ headers: { x-tester: { exact: me } } }]';
const parameters = '\nmatch: [{ queryParams: { tester: { exact: me } } }]';
const iterations = '\niterations: 10';

testRule(canaryNginxMatch, {
  valid: [
    { name: 'weights', yaml: canary({ provider: 'nginx' }) },
    { name: 'an audience with iterations', yaml: canary({ provider: 'nginx', course: iterations, analysis: match }) },
    { name: 'an audience of weights behind Istio', yaml: canary({ analysis: match }) },
    { name: 'a promotion in steps without an audience', yaml: canary({ provider: 'nginx', analysis: '\nstepWeightPromotion: 20' }) },
    { name: 'what is never looked at', yaml: canary({ provider: 'nginx', analysis: match, spec: '\nskipAnalysis: true' }) },
  ],
  invalid: [
    {
      name: 'an audience with weights',
      yaml: canary({ provider: 'nginx', analysis: match }),
      findings: [
        {
          path: 'spec.analysis.iterations',
          message: 'must be there beside match, got weights: after one check of the audience everybody gets the new version; write iterations: 10 in the place of the weights',
          class: 'broken',
        },
      ],
    },
    {
      name: 'an audience that is promoted in steps',
      yaml: canary({ provider: 'nginx', course: iterations, analysis: `${match}\nstepWeightPromotion: 20` }),
      findings: [
        {
          path: 'spec.analysis.stepWeightPromotion',
          message: 'must be 0 beside match, got 20: the promotion never ends; write stepWeightPromotion: 0',
        },
      ],
    },
    {
      name: 'weights for nobody',
      yaml: canary({ provider: 'nginx', analysis: parameters }),
      findings: [
        {
          path: 'spec.analysis.match',
          message: 'must have a header, or a cookie by its name, got none that NGINX knows: nobody is sent to the canary,'
            + ' and the weight stays at 0 for ever; write for example match: [{ headers: { x-tester: { exact: insider }'
            + ' } }], with iterations in the place of the weights',
          class: 'broken',
        },
      ],
    },
    {
      name: 'a cookie by a pattern',
      yaml: canary({ provider: 'nginx', course: iterations, analysis: '\nmatch: [{ headers: { cookie: { regex: tester.* } } }]' }),
      findings: [
        { path: 'spec.analysis.match', message: /nobody is sent to the canary, which is judged without a request; write for example match/ },
      ],
    },
    {
      name: 'a promotion in steps of what nobody has seen',
      yaml: canary({ provider: 'nginx', course: iterations, analysis: `${parameters}\nstepWeightPromotion: 100` }),
      findings: [
        { path: 'spec.analysis.match', message: /which is judged without a request/ },
        {
          path: 'spec.analysis.stepWeightPromotion',
          message: 'must be 0 beside such a match, got 100: the promotion never ends; write stepWeightPromotion: 0',
          class: 'broken',
        },
      ],
    },
  ],
});
