import type { FlaggerRouting } from './router';
import { flaggerProviders } from '../manifests/flagger-providers';
import type { FlaggerSupport } from '../manifests/flagger-providers';

/** What a router can do for Flagger: what its provider can, unless the router knows better. */
export function supportOf({ provider, support }: Pick<FlaggerRouting, 'provider' | 'support'>): FlaggerSupport {
  return { ...flaggerProviders[provider], ...support };
}
