import type { AnalysisOptions } from './options';
import type { Problem } from '../intent/problem';

/** What a question about pods cannot be given. */
export function mustBeOfPods({ scope, minimumRequests }: AnalysisOptions): (Problem | undefined)[] {
  return [
    scope?._scope !== 'everything' ? undefined : {
      property: 'scope', message: 'cannot be QueryScope.everything(), which are the pods of the whole cluster', fix: 'write QueryScope.service() for stable and canary pods together',
    },
    minimumRequests === undefined ? undefined : {
      property: 'minimumRequests', message: 'does nothing in a question about pods, which is not about requests', fix: 'drop it',
    },
  ];
}
