import { actionProblems } from './action-options';
import type { LoadTesterOptions } from './load-tester-options';
import { unmeasured } from './unmeasured';
import type { HttpQuestion } from '../intent/action';
import type { AnalysisIntent } from '../intent/analysis';
import { refuse, show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import { secondsOfOptional } from '../intent/seconds';
import { isOpaque, joinLeaves, mapLeaf } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';

const defaultAddress = 'http://flagger-loadtester.test/';

/** What is asked of a load tester beside where it is. */
type Told = Pick<HttpQuestion, 'metadata' | 'timeoutSeconds' | 'waits'> & { readonly path?: string; readonly retries?: number };

/** A call of a load tester, which takes a POST about a release and answers with a status. */
export function loadTesterIntent(
  owner: string, options: LoadTesterOptions & { readonly name: string }, told: Told, problems: readonly (Problem | undefined)[],
): AnalysisIntent {
  const { name, address = defaultAddress, insecure = false, args, initialDelay } = options;
  refuse(owner, ...actionProblems(options), addressProblem(address), ...problems);
  const { path, retries = 0, ...rest } = told;
  const url = path === undefined ? address : joinLeaves(mapLeaf(address, known => known.replace(/\/+$/, '')), path);
  return {
    ...unmeasured(name, { kind: 'http', method: 'POST', url, headers: [], insecure, retries, ...rest }, args),
    timing: { initialDelaySeconds: secondsOfOptional(initialDelay) },
  };
}

function addressProblem(address: Leaf<string>): Problem | undefined {
  return isOpaque(address) || /^(https?:\/\/|\{\{)/.test(address) ? undefined : {
    property: 'address', message: `must begin with http:// or https://, got ${show(address)}`, fix: `write ${show(`http://${address.replace(/^\W+/, '') || 'flagger-loadtester.test/'}`)}`,
  };
}
