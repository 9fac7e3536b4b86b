// Canaries of Flagger as they are written by hand, around the Deployment and the question that all of them share.
import { readManifests } from '../../harness/manifests';
import type { Fields, KubeObject } from '../../harness/objects';

/** What differs from router to router, by hand. */
export interface HandWritten {
  readonly provider: string;
  /** What the user brings along for this router. */
  readonly objects?: readonly KubeObject[];
  /** References of the Canary to it. */
  readonly refs?: Fields;
  /** Fields of its Service, beside the ports. */
  readonly service?: Fields;
}

const APP = 'conformance/scenarios/flagger/app.yaml';

export function shop({ provider, objects = [], refs = {}, service = {} }: HandWritten, analysis: Fields): () => KubeObject[] {
  return () => {
    const all = readManifests([APP]);
    const { apiVersion, kind, metadata: { name } } = all.find(object => object.kind === 'Deployment')!;
    return structuredClone([...all, ...objects, {
      apiVersion: 'flagger.app/v1beta1',
      kind: 'Canary',
      metadata: { name: 'shop' },
      spec: { provider, targetRef: { apiVersion, kind, name }, ...refs, service: { port: 80, targetPort: 8080, ...service }, analysis },
    }]);
  };
}

/** Asked in each analysis; at least 99 is good. */
export const SUCCESS_RATE = { name: 'success-rate', interval: '1m', templateRef: { name: 'success-rate' }, thresholdRange: { min: 99 } };
export const SUCCESS_RATE_QUERY = /^success_rate\{/;
export const SLACK = '/slack/deploys';
/** What the question is answered of a good version, and of a bad one. */
export const [GOOD, BAD] = [99.9, 50];
