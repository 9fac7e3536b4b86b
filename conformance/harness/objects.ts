// Objects of the API server, as the harness reads them: by whoever wrote them, so nothing below the metadata is promised.

// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Fields = Record<string, any>;

export interface KubeObject extends Fields {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: Fields & { name: string; namespace?: string };
}
