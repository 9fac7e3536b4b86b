import { webAnswer } from '../../../src/rules/analysis/web-answer';
import { template } from '../manifests';
import { testRule } from '../test-rule';

const asked = (fields: string, condition = 'result == true') => template({ metrics: `[{ name: health, successCondition: '${condition}', provider: { web: { url: http://a${fields} } } }]` });
const path = 'spec.metrics[0].provider.web.jsonPath';

testRule(webAnswer, {
  valid: [{ name: 'a part of the answer', yaml: asked(', jsonPath: "{$.ok}"') }, { name: 'a part that comes with the run', yaml: asked(', jsonPath: "{{args.path}}"') }],
  invalid: [
    {
      name: 'no path',
      yaml: asked('', 'result.errors < 5'),
      findings: [{ path, class: 'risky', message: 'must name a part of the answer, got none: an answer of null would end the controller; write jsonPath: "{$.errors}", and result for result.errors in the condition' }],
    },
    { name: 'the root', yaml: asked(', jsonPath: "{$}"'), findings: [{ path, message: 'must name a part of the answer, got {$}: an answer of null would end the controller; write for example jsonPath: "{$.ok}", and answer with an object' }] },
  ],
});
