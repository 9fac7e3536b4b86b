import { analysisTemplateExists } from '../../../src/rules/analysis/analysis-template-exists';
import { BOUNDED, rollout, template } from '../manifests';
import { testRule } from '../test-rule';

const inline = (analysis: string): string => rollout({ steps: `[{ setWeight: 20 }, { analysis: ${analysis} }]` });
const path = 'spec.strategy.canary.steps[1].analysis.templates';

testRule(analysisTemplateExists, {
  valid: [
    { name: 'a template that is there', yaml: inline('{ templates: [{ templateName: success-rate }] }') + template({ metric: BOUNDED }) },
    { name: 'a cluster-wide template', yaml: inline('{ templates: [{ templateName: success-rate, clusterScope: true }] }') + template({ kind: 'ClusterAnalysisTemplate' }) },
    {
      name: 'templates that name each other', yaml: `${inline('{ templates: [{ templateName: a }] }')}---
{ apiVersion: argoproj.io/v1alpha1, kind: AnalysisTemplate, metadata: { name: a, namespace: shop }, spec: { templates: [{ templateName: a }] } }
`,
    },
  ],
  invalid: [
    {
      name: 'a template that is nowhere',
      yaml: inline('{ templates: [{ templateName: success-rat }] }') + template(),
      findings: [{ path: `${path}[0].templateName`, class: 'refused', message: 'names AnalysisTemplate success-rat, which is not in the input; write templateName: success-rate, or add AnalysisTemplate success-rat' }],
    },
    {
      name: 'a cluster-wide template named as one of the namespace',
      yaml: inline('{ templates: [{ templateName: success-rate }] }') + template({ kind: 'ClusterAnalysisTemplate' }),
      findings: [{ path: `${path}[0].templateName`, message: /write clusterScope: true, there is a ClusterAnalysisTemplate of that name/ }],
    },
    {
      name: 'an inline analysis without templates',
      yaml: inline('{ templates: [] }'),
      findings: [{ path, class: 'broken', message: /^must name a template, got none, so this step waits for ever/ }],
    },
    {
      name: 'a background analysis in the words of long ago',
      yaml: rollout({ canary: '\nanalysis: { templateName: success-rate }' }) + template(),
      findings: [{ path: 'spec.strategy.canary.analysis.templates', message: /so no background analysis runs; write templates: \[\{ templateName: success-rate \}\]/ }],
    },
    {
      name: 'an experiment of a missing template',
      yaml: rollout({ steps: '[{ experiment: { templates: [], analyses: [{ name: a, templateName: a }] } }]' }),
      findings: [{ path: 'spec.strategy.canary.steps[0].experiment.analyses[0].templateName', class: 'broken', message: /names AnalysisTemplate a/ }],
    },
    {
      name: 'a nested template that is nowhere, of one that nobody uses',
      yaml: template().replace('  args:', '  templates: [{ templateName: zzzzzzz }]\n  args:'),
      findings: [{ path: 'spec.templates[0].templateName', class: 'broken', message: /^names AnalysisTemplate zzzzzzz, which is not in the input/ }],
    },
    {
      name: 'a nested template that is nowhere',
      yaml: `${inline('{ templates: [{ templateName: a }] }')}---
{ apiVersion: argoproj.io/v1alpha1, kind: AnalysisTemplate, metadata: { name: a, namespace: shop }, spec: { templates: [{ templateName: zzzzzzz }] } }
`,
      findings: [{ path: 'spec.templates[0].templateName', resource: 'AnalysisTemplate shop/a', message: /names AnalysisTemplate zzzzzzz.*; add AnalysisTemplate zzzzzzz/ }],
    },
  ],
});
