import type { AlertProviderIntent } from '../../intent/alert';
import type { Problem } from '../../intent/problem';
import { show } from '../../intent/problem';
import type { AlertProvider, AlertProviderSpec } from '../../manifests/flagger.generated';
import { mapLeaf } from '../../manifests/leaf';
import type { Manifest } from '../../manifests/manifest';
import { objectMeta } from '../object-meta';
import type { PartOrigin, Rendered } from '../rendered';

/** What Flagger calls the services, and whether it reads a channel and a name there; absent: it does not know them. */
const types: { readonly [service in AlertProviderIntent['service']]?: { readonly type: AlertProviderSpec['type']; readonly named: boolean } } = {
  slack: { type: 'slack', named: true },
  teams: { type: 'msteams', named: false },
  discord: { type: 'discord', named: true },
  rocket: { type: 'rocket', named: true },
  googleChat: { type: 'gchat', named: false },
};

/** A channel as the object that Canaries name. */
export function renderFlaggerAlertProvider(intent: AlertProviderIntent): Rendered {
  const { name, service, channel, secret, address, username, proxy } = intent;
  const { type, named = false } = types[service] ?? {};
  const spec: AlertProviderSpec = {
    ...(type === undefined ? {} : { type }),
    ...(named ? { channel: service === 'rocket' ? channel : mapLeaf(channel, text => text.replace(/^#/, '')) } : {}),
    ...(username === undefined || !named ? {} : { username }),
    ...(address === undefined ? {} : { address }),
    ...(proxy === undefined ? {} : { proxy }),
    ...(secret === undefined ? {} : { secretRef: { name: secret.name } }),
  };
  const object: AlertProvider = { apiVersion: 'flagger.app/v1beta1', kind: 'AlertProvider', metadata: objectMeta(name, intent), spec };
  return {
    manifests: [object as unknown as Manifest],
    origins: () => originsOf(intent).map(origin => ({ ...origin, manifest: 0 })),
    gaps: type === undefined ? [unknownService(service)] : [...addressGaps(intent), ...username === undefined || named ? [] : [noName(service)]],
    elsewhere: secret === undefined ? [] : [{ kind: 'Secret', name: secret.name }],
  };
}

function originsOf({ service, address }: AlertProviderIntent): readonly PartOrigin[] {
  return [
    { path: ['metadata', 'name'], property: 'providerName' },
    { path: ['spec'], property: types[service] === undefined ? service : 'secret' },
    { path: ['spec', 'type'], property: service },
    { path: ['spec', 'channel'], property: service },
    { path: ['spec', 'secretRef'], property: 'secret' },
    // where neither was given, the Secret is what is asked for
    { path: ['spec', 'address'], property: types[service] === undefined ? service : address === undefined ? 'secret' : 'address' },
    ...['username', 'proxy'].map(property => ({ path: ['spec', property], property })),
  ];
}

function unknownService(property: AlertProviderIntent['service']): Problem {
  return {
    property,
    message: `is not known to Flagger, which tells ${Object.keys(types).join(', ')}`,
    fix: 'write one of these, or have Flagger send its events to somebody who passes them on: Controller.flagger({ webhooks: [{ moment: FlaggerHookType.EVENT, ... }] })',
  };
}

/** Flagger reads the same keys of every Secret. */
function addressGaps({ secret, address }: AlertProviderIntent): readonly Problem[] {
  if (secret === undefined && address === undefined) {
    return [{ property: 'secret', message: 'must name the Secret that has the address, which Flagger needs of every channel, got none', fix: 'write for example SecretReference.named("deploys"), with the address as its key address' }];
  }
  return secret?.key === undefined || secret.key === 'address' ? [] : [{
    property: 'secret', message: `must have the address as its key address, which Flagger reads, got the key ${show(secret.key)}`, fix: 'leave the key out',
  }];
}

function noName(service: AlertProviderIntent['service']): Problem {
  return { property: 'username', message: `does nothing with ${service}, where Flagger gives no name`, fix: 'leave it out', class: 'advice' };
}
