import { containers } from '../../../src/rules/workload/containers';
import { experiment, rollout } from '../manifests';
import { testRule } from '../test-rule';

const pod = (list: string): string => rollout({ pod: `\ncontainers: ${list}` });

testRule(containers, {
  valid: [
    { name: 'a container', yaml: rollout() },
    { name: 'an image that is not known yet', yaml: pod('[{ name: main, image: { later: true } }]') },
    { name: 'a template that another object lends', yaml: rollout().replace('selector:', 'workloadRef: { kind: Deployment, name: a }\n  selector:').replace(/containers:[\s\S]*? {2}strategy/, '{}\n  strategy') },
  ],
  invalid: [
    {
      name: 'no containers in an Experiment, which the controller accepts and cannot make the pods of',
      yaml: experiment().replace(/containers: \[[^\]]*1\.1\.0[^\]]*\]\s*\}\] \} \}/, 'containers: [] } }'),
      findings: [{ path: 'spec.templates[1].template.spec.containers', message: /must have at least one container/, class: 'broken' }],
    },
    { name: 'no containers', yaml: pod('[]'), findings: [{ path: 'spec.template.spec.containers', message: 'must have at least one container, got none; write containers: [{ name: main, image: ... }]' }] },
    { name: 'an empty image', yaml: pod('[{ name: main, image: "" }]'), findings: [{ path: 'spec.template.spec.containers[0].image', message: /must name an image, got an empty one/ }] },
    { name: 'no image', yaml: pod('[{ name: main }]'), findings: [{ path: 'spec.template.spec.containers[0].image', message: /must name an image, got none/ }] },
    { name: 'an empty name', yaml: pod('[{ name: "", image: a }]'), findings: [{ path: 'spec.template.spec.containers[0].name', message: /must name the container, got an empty one; write name: main/ }] },
    {
      name: 'two containers of one name',
      yaml: pod('[{ name: main, image: a }, { name: main, image: b }]'),
      findings: [{ path: 'spec.template.spec.containers[1].name', message: /a name of its own, got main a second time; write name: main-2/ }],
    },
  ],
});
