import { forEachCanary, remark } from '../rule';
import type { Remark, Rule } from '../rule';

export const canaryAlertSeverity: Rule = {
  id: 'canary-alert-severity',
  class: 'broken',
  summary: 'an alert says from which severity on it is sent',
  why: 'Flagger sends what has the severity of the alert, and none has no severity: without it the alert is never sent, whatever the documents of Flagger say',
  covers: ['FA-01'],
  check: (graph) => forEachCanary(graph, function* ({ alerts }): Iterable<Remark> {
    for (const severity of alerts.map((alert) => alert.at('severity'))) {
      if (!severity.isUnknown && (severity.text === '' || !severity.exists)) {
        yield remark(severity, 'must be info, warn or error, got none: nothing is ever sent', 'write severity: info');
      }
    }
  }),
};
