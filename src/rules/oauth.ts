import { remark } from './rule';
import type { Remark } from './rule';
import type { Settings } from './settings';

/** Credentials of OAuth 2, which Prometheus and web services may want. */
export function* judgeOAuth(settings: Settings): Iterable<Remark> {
  if (!settings.field.has('authentication') || !settings.text('authentication', 'oauth2', 'tokenUrl')) {
    return;
  }
  for (const key of ['clientId', 'clientSecret']) {
    if (settings.text('authentication', 'oauth2', key) === '') {
      yield remark(
        settings.at('authentication', 'oauth2', key), 'must be given with a tokenUrl, got none, which errors every measurement',
        `write ${key}: "{{args.${key === 'clientId' ? 'client-id' : 'client-secret'}}}", with the argument from a secretKeyRef`,
      );
    }
  }
}
