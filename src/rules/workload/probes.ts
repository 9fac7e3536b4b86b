import type { Field } from '../../graph/field';
import { containersOf } from '../../graph/pod-template';
import { isPortName } from '../../manifests/names';
import { write } from '../fix';
import { forEachPodTemplateWith, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed, shown } from '../wording';

const HANDLERS = ['httpGet', 'tcpSocket', 'exec', 'grpc'];
const HOOK_HANDLERS = ['exec', 'httpGet', 'tcpSocket', 'sleep'];
/** Seconds that pods have to end where nothing is said. */
const DEFAULT_GRACE = 30;
const TIMES = ['initialDelaySeconds', 'timeoutSeconds', 'periodSeconds', 'successThreshold', 'failureThreshold'];
const KINDS = ['readinessProbe', 'livenessProbe', 'startupProbe'];

export const probes: Rule = {
  id: 'probes',
  class: 'refused',
  summary: 'a probe asks in one way, as often as it can',
  why: 'pods with anything else cannot be made; the controller refuses the Rollout as InvalidSpec, and an Experiment ends with an error',
  covers: ['RO-12'],
  check: (graph) => forEachPodTemplateWith(graph, [...KINDS, 'lifecycle'], function* (template): Iterable<Remark> {
    for (const container of containersOf(template)) {
      const isFirst = container.path.includes('initContainers') && container.textAt('restartPolicy') !== 'Always' && !container.at('restartPolicy').isUnknown;
      for (const kind of [...KINDS, 'lifecycle'].filter((key) => container.has(key))) {
        if (isFirst) {
          yield remark(container.at(kind), 'cannot stand in an init container, which ends before anybody asks it', 'drop it, or write restartPolicy: Always, which makes it a sidecar');
        }
        yield* kind === 'lifecycle' ? judgeHooks(container.at(kind), template.at('spec', 'terminationGracePeriodSeconds')) : judge(container.at(kind), kind);
      }
    }
  }),
};

function* judgeHooks(lifecycle: Field, grace: Field): Iterable<Remark> {
  const most = grace.exists ? grace.number : DEFAULT_GRACE;
  for (const hook of ['postStart', 'preStop']) {
    yield* lifecycle.has(hook) ? judgeHandler(lifecycle.at(hook), HOOK_HANDLERS) : [];
    const sleep = lifecycle.at(hook, 'sleep', 'seconds');
    if (sleep.number !== undefined && most !== undefined && !grace.isUnknown && (sleep.number < 1 || sleep.number > most)) {
      const fix = sleep.number < 1 ? 'write seconds: 1' : `write seconds: ${most}, or terminationGracePeriodSeconds: ${sleep.number + DEFAULT_GRACE}`;
      yield remark(sleep, `must be from 1 to the ${most} s of terminationGracePeriodSeconds, got ${sleep.number}`, fix);
    }
    for (const port of [lifecycle.at(hook, 'httpGet', 'port'), lifecycle.at(hook, 'tcpSocket', 'port')]) {
      if (port.number !== undefined && (port.number < 1 || port.number > 65535)) {
        yield remark(port, `must be from 1 to 65535, got ${port.number}`, 'write the port the container listens on');
      }
    }
  }
}

function* judge(probe: Field, kind: string): Iterable<Remark> {
  yield* judgeHandler(probe, HANDLERS);
  for (const key of TIMES) {
    const time = probe.at(key);
    if (time.number !== undefined && time.number < 0) {
      yield remark(time, `must not be negative, got ${time.number}`, `drop ${key}`);
    }
  }
  const successes = probe.at('successThreshold');
  if (kind !== 'readinessProbe' && successes.number !== undefined && successes.number > 1) {
    yield remark(successes, `must be 1 for a ${kind}, got ${successes.number}`, `${write(successes, 1)}, or drop it`);
  }
  const grace = probe.at('terminationGracePeriodSeconds');
  if (kind === 'readinessProbe' && grace.exists) {
    yield remark(grace, 'cannot be set for a readinessProbe, after which nothing ends', 'drop it');
  } else if (grace.number !== undefined && grace.number <= 0) {
    yield remark(grace, `must be more than 0, got ${grace.number}`, 'drop it');
  }
}

function* judgeHandler(field: Field, handlers: readonly string[]): Iterable<Remark> {
  const given = handlers.filter((key) => field.has(key));
  if (!field.isMap || handlers.some((key) => field.at(key).isUnknown)) {
    return;
  }
  if (given.length === 0) {
    yield remark(field, `must say how, by one of ${listed(handlers)}, got none of them`, 'write httpGet: { path: /, port: 8080 }');
  } else if (given.length > 1) {
    yield remark(field, `must be one of ${listed(handlers)}, got ${listed(given)}`, `keep ${given[0]}`);
  }
  yield* judgeDetails(field);
}

function* judgeDetails(field: Field): Iterable<Remark> {
  for (const kind of ['httpGet', 'tcpSocket']) {
    const port = field.at(kind, 'port');
    if (port.text !== undefined && !isPortName(port.text)) {
      yield remark(port, `must be a number, or the name of a port of the container, got ${shown(port.text)}`, /^\d+$/.test(port.text) ? `write port: ${port.text} without quotes` : 'write its name');
    }
  }
  const scheme = field.at('httpGet', 'scheme');
  if (scheme.text !== undefined && !['', 'HTTP', 'HTTPS'].includes(scheme.text)) {
    yield remark(scheme, `must be HTTP or HTTPS, got ${shown(scheme.text)}`, write(scheme, scheme.text.toUpperCase() === 'HTTPS' ? 'HTTPS' : 'HTTP'));
  }
  for (const header of field.at('httpGet', 'httpHeaders').items()) {
    const name = header.at('name');
    if (name.text !== undefined && !/^[-A-Za-z0-9]+$/.test(name.text)) {
      yield remark(name, `must be letters, digits and hyphens, got ${shown(name.text)}`, write(name, name.text.replace(/[^-A-Za-z0-9]+/g, '-')));
    }
  }
  const command = field.at('exec', 'command');
  if (field.at('exec').isMap && !command.isUnknown && command.items().length === 0) {
    yield remark(command, 'must be what is run, got nothing', 'write command: [cat, /tmp/healthy]');
  }
}
