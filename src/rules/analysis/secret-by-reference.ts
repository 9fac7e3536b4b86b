import type { Field } from '../../graph/field';
import type { Metric } from '../../graph/metric';
import { remark } from '../rule';
import type { Remark, Rule } from '../rule';

const SECRET_NAME = /pass(word|wd)?$|secret$|token$|api[-_]?key$|app[-_]?key$|authorization$|credential/i;
/** Names of Secrets and their keys, which are no secrets. */
const REFERENCE_NAME = /(secret|token)[-_]?(name|ref|key)$/i;

export const secretByReference: Rule = {
  id: 'secret-by-reference',
  class: 'risky',
  summary: 'credentials of a metric come from a Secret',
  why: 'whoever may read the template, the run or the repository reads what is written there; the controller takes arguments from Secrets, and hides those in its log',
  covers: [],
  check: function* (graph): Iterable<Remark> {
    for (const template of graph.templates) {
      for (const { field, name } of template.arguments) {
        if (name !== undefined && SECRET_NAME.test(name) && isWrittenOut(name, field.at('value'))) {
          yield told(field.at('value'), `{ name: ${name}, valueFrom: { secretKeyRef: { name: ..., key: ${name} } } }`);
        }
      }
      for (const metric of template.metrics) {
        yield* mayHoldSecrets(metric) ? judge(metric) : [];
      }
    }
    for (const use of graph.analyses) {
      for (const { field, name } of use.supplied) {
        if (name !== undefined && SECRET_NAME.test(name) && isWrittenOut(name, field.at('value'))) {
          yield told(field.at('value'), `it in the template as ${name}, with valueFrom: { secretKeyRef: ... }, and drop it here`);
        }
      }
    }
  },
};

function mayHoldSecrets({ field, provider }: Metric): boolean {
  if (provider !== 'prometheus' && provider !== 'web') {
    return false;
  }
  const settings = field.at('provider', provider);
  return settings.has('authentication') || settings.has('headers') || settings.textAt(provider === 'web' ? 'url' : 'address')?.includes('@') === true;
}

function* judge({ field, provider = '' }: Metric): Iterable<Remark> {
  const settings = field.at('provider', provider);
  const secret = settings.has('authentication') ? settings.at('authentication', 'oauth2', 'clientSecret') : undefined;
  if (secret !== undefined && isPlain(secret)) {
    yield told(secret, '"{{args.client-secret}}", with the argument from a secretKeyRef');
  }
  for (const header of settings.has('headers') ? settings.at('headers').items() : []) {
    const name = header.textAt('key') ?? '';
    if (isWrittenOut(name, header.at('value'))) {
      yield told(header.at('value'), '"{{args.token}}", with the argument from a secretKeyRef');
    }
  }
  const key = provider === 'web' ? 'url' : 'address';
  if (/\/\/[^/@\s:{]*:[^/@\s{]+@/.test(settings.textAt(key) ?? '')) {
    yield told(settings.at(key), 'the address without a password, and a header from a secretKeyRef');
  }
}

/** The value itself is in no message. */
function told(field: Field, fix: string): Remark {
  return remark(field, 'must come from a Secret, got a credential in plain text', `write ${fix}`);
}

function isWrittenOut(name: string, value: Field): boolean {
  return SECRET_NAME.test(name) && !REFERENCE_NAME.test(name) && isPlain(value);
}

function isPlain({ text }: Field): boolean {
  return text !== undefined && text.trim() !== '' && !text.includes('{{');
}
