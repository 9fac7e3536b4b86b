import type { AffinityIntent } from '../intent/affinity';
import type { Problem } from '../intent/problem';

/** What is said of a cookie that the router makes as it always does. */
export function cookieGaps({ attributes = {} }: AffinityIntent, router: string): readonly Problem[] {
  const names = Object.keys(attributes);
  return names.length === 0 ? [] : [{
    property: 'sessionAffinity',
    message: `must say nothing of ${names.join(', ')}: the cookie is made by ${router}, which takes its name and age alone`,
    fix: `leave ${names.length === 1 ? 'it' : 'them'} out`,
    class: 'risky',
  }];
}
