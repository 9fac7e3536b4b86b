import type { FlaggerHook } from './hook';
import { addressProblem } from './text-checks';
import { lastingSeconds, wholeNumber } from '../../intent/checks';
import type { Problem } from '../../intent/problem';
import { secondsOf, secondsOfOptional } from '../../intent/seconds';
import type { CanaryWebhook } from '../../manifests/flagger.generated';
import { mapLeaf } from '../../manifests/leaf';

/** A call as a Canary has it. */
export function flaggerHook({ name, moment, url, timeout, retries, insecure, muteAlert, metadata }: FlaggerHook): CanaryWebhook {
  return {
    name,
    type: moment,
    url,
    ...(timeout === undefined ? {} : { timeout: mapLeaf(secondsOf(timeout), seconds => `${Math.ceil(seconds)}s`) }),
    ...(retries === undefined ? {} : { retries }),
    ...(insecure === undefined ? {} : { disableTLS: insecure }),
    ...(muteAlert === undefined ? {} : { muteAlert }),
    ...(metadata === undefined || Object.keys(metadata).length === 0 ? {} : { metadata }),
  };
}

export function flaggerHookProblems({ url, timeout, retries }: FlaggerHook, property: string): readonly (Problem | undefined)[] {
  return [
    addressProblem(`${property}.url`, url),
    lastingSeconds(`${property}.timeout`, secondsOfOptional(timeout)),
    wholeNumber(`${property}.retries`, retries),
  ];
}
