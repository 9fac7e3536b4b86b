// What Knative does that Flagger waits for: each other image becomes a revision, which is ready, and the Service says what is in force.
import { KNATIVE_SERVICE } from './api';
import type { Api } from './api';
import type { Fields, KubeObject } from './objects';

export function standInForKnative(api: Api): void {
  const revisions = new Map<string, { readonly template: string; readonly count: number }>();
  api.watch(KNATIVE_SERVICE, (type, { metadata, spec, status }: KubeObject) => {
    if (type === 'DELETED') return;
    const { namespace, name, uid, generation } = metadata as Fields & { namespace: string; name: string };
    // Flagger writes the rest of the template as its types have it, which Knative itself has done before
    const template = JSON.stringify(spec.template.spec.containers.map(({ image }: Fields) => image));
    const before = revisions.get(uid) ?? { template: '', count: 0 };
    const isNew = before.template !== template;
    const count = isNew ? before.count + 1 : before.count;
    revisions.set(uid, { template, count });
    const revision = `${name}-${String(count).padStart(5, '0')}`;
    const traffic = (spec.traffic ?? [{ latestRevision: true, percent: 100 }])
      .map(({ latestRevision = false, revisionName = revision, percent }: Fields) => ({ latestRevision, revisionName, percent }));
    const said = { observedGeneration: generation, latestCreatedRevisionName: revision, latestReadyRevisionName: revision, traffic };
    if (status?.observedGeneration === generation) return;
    const made = isNew ? make(api, { namespace, name: revision }) : Promise.resolve();
    // one that is gone by now needs no word
    void made.then(() => api.merge(KNATIVE_SERVICE, namespace, name, { status: said }, 'status')).catch(() => undefined);
  });
}

async function make(api: Api, metadata: { readonly namespace: string; readonly name: string }): Promise<void> {
  const { metadata: { generation } } = await api.create({ apiVersion: 'serving.knative.dev/v1', kind: 'Revision', metadata: { ...metadata }, spec: {} });
  const conditions = [{ type: 'Ready', status: 'True' }];
  await api.merge('Revision', metadata.namespace, metadata.name, { status: { observedGeneration: generation, conditions } }, 'status');
}
