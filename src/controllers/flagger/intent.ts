import type { FlaggerOptions } from './options';
import { said } from './said';
import { flaggerService, flaggerServiceProblems } from './service';
import { addressProblem, labelProblems, mappedProblems, tokenProblem } from './text-checks';
import { flaggerHook, flaggerHookProblems } from './webhook';
import { lastingSeconds, positiveNumber, positivePercent } from '../../intent/checks';
import { shortestIntervalSeconds } from '../../intent/flagger';
import type { FlaggerControllerIntent } from '../../intent/flagger';
import { show } from '../../intent/problem';
import type { Problem } from '../../intent/problem';
import { secondsOfOptional } from '../../intent/seconds';
import { flaggerVersions, isFlaggerVersion } from '../../manifests/flagger-versions';
import { fits, known, mapLeaf } from '../../manifests/leaf';
import type { Leaf } from '../../manifests/leaf';

/** The options as plain data. */
export function flaggerIntent(options: FlaggerOptions): FlaggerControllerIntent {
  const { version: _, interval, service, webhooks, audience, gates, ...rest } = options;
  return {
    ...rest,
    intervalSeconds: secondsOfOptional(interval),
    gates: gates === undefined ? undefined : mapLeaf<string, string>(gates, withoutSlash),
    audience: audience && said({ queryParams: audience.queryParams, sourceLabels: audience.sourceLabels }),
    service: service && flaggerService(service),
    webhooks: webhooks?.map(flaggerHook),
  };
}

/** What is wrong with the options. */
export function flaggerProblems(options: FlaggerOptions): readonly (Problem | undefined)[] {
  const { version, interval, threshold, iterations, promotionStep, primaryReadyPercent, canaryReadyPercent, primaryScaler, webhooks = [] } = options;
  const [fewest = 1, most = Infinity] = [known(primaryScaler?.minReplicas), known(primaryScaler?.maxReplicas)];
  return [
    version === undefined || isFlaggerVersion(version) ? undefined : {
      property: 'version', message: `must be one of ${flaggerVersions.join(', ')}, got ${show(version)}`, fix: 'leave out what comes after the second number',
    },
    ...intervalProblems(secondsOfOptional(interval)),
    positiveNumber('threshold', threshold),
    positiveNumber('iterations', iterations),
    positivePercent('promotionStep', promotionStep),
    positivePercent('primaryReadyPercent', primaryReadyPercent),
    positivePercent('canaryReadyPercent', canaryReadyPercent),
    positiveNumber('primaryScaler.minReplicas', primaryScaler?.minReplicas),
    positiveNumber('primaryScaler.maxReplicas', primaryScaler?.maxReplicas),
    fewest <= most ? undefined : { property: 'primaryScaler.minReplicas', message: `must not exceed maxReplicas, got ${fewest} and ${most}`, fix: 'exchange the two' },
    ...['gates', 'metricsServer'].map(property => addressProblem(property, options[property as 'gates' | 'metricsServer'])),
    options.manualRollback === true && options.gates === undefined ? {
      property: 'gates', message: 'must be given with manualRollback, which is asked for there, got none', fix: 'write for example http://flagger-loadtester.test',
    } : undefined,
    tokenProblem('primaryCookie', options.primaryCookie, 'a cookie', 'write letters, digits, dashes and underscores, such as "shop-primary"'),
    ...mappedProblems('audience.queryParams', options.audience?.queryParams),
    ...labelProblems('audience.sourceLabels', options.audience?.sourceLabels),
    ...flaggerServiceProblems(options.service ?? {}),
    ...webhooks.flatMap((hook, index) => flaggerHookProblems(hook, `webhooks[${index}]`)),
  ];
}

function intervalProblems(seconds: Leaf<number> | undefined): readonly (Problem | undefined)[] {
  return seconds === undefined || fits(seconds, each => each >= shortestIntervalSeconds) ? [lastingSeconds('interval', seconds)] : [{
    property: 'interval',
    message: `must be at least ${shortestIntervalSeconds} s, since Flagger takes a shorter time for that, got ${known(seconds)} s`,
    fix: `write Duration.seconds(${shortestIntervalSeconds})`,
  }];
}

/** What stands behind an address begins with a slash of its own. */
function withoutSlash(address: string): string {
  return address.replace(/\/+$/, '');
}
