import type { BadArguments } from './bad-arguments';
import { template } from './specimens/specimen';

const structure = 'what is written depends on it';
const named = 'objects are named by it';
const found = 'something else is found by it';
const errors = { errorRate: { atMost: 1 } };
const variants = [{ name: 'baseline', template }, { name: 'canary', template }];
const compare = { namespace: 'shop', duration: '30m', variants };
const custom = (query: string, args: readonly object[] = []) => ({ custom: { name: 'own', query, atLeast: 1, args } });

function experiment(args: object, wrong: string, finding: string, closed?: string): BadArguments {
  return { kind: 'Experiment', args: { ...compare, ...args }, wrong, finding: `${wrong}: ${finding}`, ...closed === undefined ? {} : { closed } };
}

/** The mistakes that an experiment can have, as those of the constructs. */
export const experiments: Readonly<Record<string, BadArguments>> = {
  'an experiment without an end': experiment(
    { duration: undefined }, 'duration', "must be given, got none, and there is no question whose answer would end the experiment; write duration: '30m'", 'none'),
  'an experiment of no time': experiment({ duration: '0s' }, 'duration', 'must be a whole number of seconds, at least 1, got 0; leave the property out to not wait at all, or give it at least a second'),
  'an experiment without versions': experiment({ variants: [] }, 'variants', 'must name at least one version, got none; write one for each version that is to run', structure),
  'pods that are ready too late': experiment(
    { progressDeadline: '30s', variants: [{ name: 'a', template, minReady: '60s' }] }, 'variants[0].minReady',
    "must not be longer than progressDeadline, 30 seconds, got 60 seconds: no pod could count in time; write progressDeadline: '90s'"),
  'half a pod of a variant': experiment({ variants: [{ name: 'a', template, replicas: 1.5 }] }, 'variants[0].replicas', 'must be a whole number of at least 1, got 1.5; write 2'),
  'two variants of one name': experiment(
    { variants: [variants[0], variants[0]] }, 'variants[1].name', 'must be a name of its own, and another variant has the name "baseline"; write "baseline-2"', named),
  'a variant without pods': experiment({ variants: [{ name: 'a' }] }, 'variants[0].template', 'must be given, got none; write template', 'none'),
  'a variant without containers': experiment(
    { variants: [{ name: 'a', template: { spec: { containers: [] } } }] }, 'variants[0].template.spec.containers',
    'must have at least one container, got none; write containers: [{ name: main, image: ... }] (containers)', structure),
  'a variant that there is not': experiment({ analyses: [{ analysis: errors, of: 'canari' }] }, 'analyses[0].of', 'must be one of the variants, got "canari"; write "baseline" or "canary"', found),
  'a variant against itself': experiment(
    { analyses: [{ analysis: errors, of: 'canary', against: 'canary' }] }, 'analyses[0].against', 'must be another variant, got "canary" twice; name the one that it is compared with', found),
  'a success rate against another': experiment(
    { analyses: [{ analysis: { successRate: {} }, of: 'canary', against: 'baseline' }] }, 'analyses[0].against',
    'compares what must not be above the other variant, and a success rate must not be below it; write { errorRate: { atMost: 1 } }, one percentage point more', found),
  'two runs of one name': experiment(
    { analyses: [{ analysis: errors, of: 'canary' }, { analysis: errors, of: 'canary' }] }, 'analyses[1].name',
    'must be a name of its own, and another has the name "error-rate-canary"; write "error-rate-canary-2"', 'none'),
  'a field of no rollout': experiment(
    { analyses: [{ analysis: custom('up', [{ name: 'a', required: true }]), args: [{ name: 'a', field: 'metadata.name' }] }] }, 'analyses[0].args',
    'takes "a" from a field, which an experiment does not pass on; write { name: "a", value: ... }, such as "checkout"', 'none'),
  'an experiment of Flagger': experiment(
    { controller: { flagger: {} } }, 'controller',
    'must be Argo Rollouts, which an Experiment needs, got Flagger, which knows none; write controller: { argoRollouts: {} } where it runs in the cluster as well, or release the version with a CanaryRollout', 'none'),
  'a Service that is not to be, with a name': experiment(
    { variants: [{ name: 'a', template, service: false, serviceName: 'b' }] }, 'variants[0].serviceName', 'names the Service "b", and service is false; drop one of the two', 'none'),
};
