import type { SourceDocument } from './document';
import { ResourceNode } from './resource-node';

export const ALERT_PROVIDER = 'AlertProvider.flagger.app';

/** Where Flagger sends its alerts. */
export class AlertProviderNode extends ResourceNode {
  constructor(source: SourceDocument, document: number) {
    super(source, document, ALERT_PROVIDER);
  }
}
