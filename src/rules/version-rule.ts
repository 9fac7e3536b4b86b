import { remark } from './rule';
import type { Rule } from './rule';
import { unmetNeeds } from '../graph/version-needs';
import type { ArgoVersion } from '../manifests/argo-versions';

/** Judges manifests for the release that runs in the cluster. It is none of the catalogue, which knows the newest alone. */
export function versionRule(version: ArgoVersion): Rule {
  return {
    id: 'argo-version',
    class: 'broken',
    summary: 'everything that is written can be done by the release that runs in the cluster',
    why: 'an older release refuses it, drops it, or stumbles over it in the middle of a rollout',
    covers: [],
    check: graph => unmetNeeds(graph, version).map(({ need, field, found }) => remark(
      field,
      `needs Argo Rollouts ${need.since}${found === undefined ? '' : ` for ${found}`}, and ${version} is there: before it ${need.before}`,
      'drop it, or upgrade the controller',
      { class: need.class },
    )),
  };
}
