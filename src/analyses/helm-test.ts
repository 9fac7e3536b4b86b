import { defaultRunSeconds } from './load-test';
import { loadTesterIntent } from './load-tester';
import { LoadTestTask } from './load-tester-options';
import type { HelmTestOptions } from './load-tester-options';
import type { AnalysisIntent } from '../intent/analysis';
import { lastingSeconds, nameProblem } from '../intent/checks';
import { show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import { secondsOfOptional } from '../intent/seconds';
import { fits, isOpaque, joinedBy, mapLeaf } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';
import { isDnsSubdomain } from '../manifests/names';

/** Helm is told to give up before whoever called stops listening, so that no test still runs when it is called again. */
const marginSeconds = 10;

/** What Helm takes for the name of a release. */
const longestRelease = 53;

/** The tests of a release of Helm, which a load tester runs and waits for. */
export function helmTestIntent(owner: string, options: HelmTestOptions): AnalysisIntent {
  const { name = 'helm-test', release, releaseNamespace: namespace = '{{args.namespace}}', arguments: further = [] } = options;
  const seconds: Leaf<number> = secondsOfOptional(options.timeout) ?? defaultRunSeconds;
  const cmd = joinedBy(' ', ['test', release, '--namespace', namespace, '--timeout', mapLeaf(seconds, known => `${known}s`), ...further]);
  return loadTesterIntent(owner, { ...options, name }, {
    metadata: { type: LoadTestTask.HELM, cmd }, timeoutSeconds: mapLeaf(seconds, known => known + marginSeconds),
  }, problemsOf(options));
}

function problemsOf({ release, releaseNamespace: namespace, arguments: further = [], timeout }: HelmTestOptions): readonly (Problem | undefined)[] {
  return [
    releaseProblem(release),
    namespace === undefined || fits(namespace, known => known.includes('{{')) ? undefined : nameProblem('releaseNamespace', namespace),
    ...further.map((each, index) => argumentProblem(`arguments[${index}]`, each)),
    lastingSeconds('timeout', secondsOfOptional(timeout)),
  ];
}

function releaseProblem(release: Leaf<string>): Problem | undefined {
  return fits(release, known => known.includes('{{') || (isDnsSubdomain(known) && known.length <= longestRelease)) ? undefined : {
    property: 'release', message: `must be the name of a release, at most ${longestRelease} lower-case letters, digits, dashes and dots, got ${show(release)}`, fix: 'write it as helm list shows it',
  };
}

/** The load tester divides a command at its spaces, whatever stands in quotes. */
function argumentProblem(property: string, argument: Leaf<string>): Problem | undefined {
  if (isOpaque(argument)) return undefined;
  const option = /^(--timeout|--namespace|-n)(=|$)/.exec(argument)?.[1];
  if (option !== undefined) {
    return { property, message: `must not be ${option}, which another option says, got ${show(argument)}`, fix: `write ${option === '--timeout' ? 'timeout' : 'releaseNamespace'} instead` };
  }
  return argument !== '' && !/\s/.test(argument) ? undefined : {
    property, message: `must be one argument without spaces, got ${show(argument)}`, fix: 'write each argument by itself, such as "--filter", "name=smoke"',
  };
}
