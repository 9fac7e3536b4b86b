import { templateCircle } from '../../../src/rules/analysis/template-circle';
import { testRule } from '../test-rule';

const naming = (name: string, templates: string, kind = 'AnalysisTemplate') => `---
apiVersion: argoproj.io/v1alpha1
kind: ${kind}
metadata: { name: ${name}${kind === 'AnalysisTemplate' ? ', namespace: shop' : ''} }
spec: { templates: ${templates} }
`;
const path = 'spec.templates[0].templateName';

testRule(templateCircle, {
  valid: [
    { name: 'a template that names others', yaml: naming('all', '[{ templateName: a }, { templateName: b }]') + naming('a', '[{ templateName: b }]') + naming('b', '[]') },
    { name: 'a template that names one of the cluster of the same name', yaml: naming('a', '[{ templateName: a, clusterScope: true }]') + naming('a', '[]', 'ClusterAnalysisTemplate') },
    { name: 'a circle in which it does not stand', yaml: naming('all', '[{ templateName: missing }]') },
  ],
  invalid: [
    {
      name: 'a template that names itself',
      yaml: naming('a', '[{ templateName: a }]'),
      findings: [{ path, message: 'must not lead back to where it stands, got itself; drop it', class: 'broken' }],
    },
    {
      name: 'templates that name one another',
      yaml: naming('a', '[{ templateName: b }]') + naming('b', '[{ templateName: a }]') + naming('outside', '[{ templateName: a }]'),
      findings: [
        { path, resource: 'AnalysisTemplate shop/a', message: 'must not lead back to where it stands, got AnalysisTemplate b, which names AnalysisTemplate a; drop it' },
        { path, resource: 'AnalysisTemplate shop/b', message: 'must not lead back to where it stands, got AnalysisTemplate a, which names AnalysisTemplate b; drop it' },
      ],
    },
  ],
});
