import type { SourceDocument } from './document';
import type { Field } from './field';
import { ResourceNode } from './resource-node';

export const METRIC_TEMPLATE = 'MetricTemplate.flagger.app';

/** A query of Flagger, and who is asked it. */
export class MetricTemplateNode extends ResourceNode {
  constructor(source: SourceDocument, document: number) {
    super(source, document, METRIC_TEMPLATE);
  }

  get provider(): Field {
    return this.spec.at('provider');
  }

  /** `prometheus`, `datadog`... */
  get providerType(): string | undefined {
    return this.provider.textAt('type');
  }

  get query(): Field {
    return this.spec.at('query');
  }
}
