// What Contour does that its plugin waits for: it says of each HTTPProxy, as it is now, that it is valid.
import type { Api } from './api';
import type { KubeObject } from './objects';

export function standInForContour(api: Api): void {
  const told = new Map<string, number>();
  api.watch('HTTPProxy', (type, { metadata }: KubeObject) => {
    const { namespace, name, uid, generation } = metadata;
    if (type === 'DELETED' || told.get(uid) === generation) return;
    told.set(uid, generation);
    const condition = {
      type: 'Valid', status: 'True', reason: 'Valid', message: 'Valid HTTPProxy', lastTransitionTime: new Date().toISOString(), observedGeneration: generation,
    };
    // one that is gone by now needs no word
    void api.merge('HTTPProxy', namespace!, name, { status: { conditions: [condition] } }, 'status').catch(() => undefined);
  });
}
