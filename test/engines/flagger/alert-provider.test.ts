import { renderAlertProvider } from '../../../src/engines/render';
import type { AlertProviderIntent } from '../../../src/intent/alert';
import { resolved, token } from '../argo/token';

const places = ['channel', 'address', 'username', 'proxy', 'label'] as const;

test('a channel may hold values that are not known yet, and each of them arrives', () => {
  const arrived = new Set<string>();
  const later = (place: typeof places[number], value: string) => token(value, () => arrived.add(place));
  const intent: AlertProviderIntent = {
    name: 'deploys',
    namespace: 'shop',
    labels: { team: later('label', 'shop') },
    service: 'slack',
    channel: later('channel', '#deploys'),
    address: later('address', 'https://chat.example.com/hooks/1'),
    username: later('username', 'shop'),
    proxy: later('proxy', 'http://proxy.tools:3128'),
  };
  const { manifests, gaps } = renderAlertProvider(intent, undefined);
  expect(resolved(manifests)).toEqual([{
    apiVersion: 'flagger.app/v1beta1',
    kind: 'AlertProvider',
    metadata: { name: 'deploys', namespace: 'shop', labels: { team: 'shop' } },
    spec: { type: 'slack', channel: 'deploys', username: 'shop', address: 'https://chat.example.com/hooks/1', proxy: 'http://proxy.tools:3128' },
  }]);
  expect(gaps).toEqual([]);
  expect([...arrived].sort()).toEqual([...places].sort());
});
