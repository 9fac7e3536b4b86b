import type { AnalysisUse } from '../../graph/analysis-use';
import type { Field } from '../../graph/field';
import { RolloutNode } from '../../graph/rollout';
import { write } from '../fix';
import { forEachAnalysis, remark } from '../rule';
import type { Remark, Rule } from '../rule';
import { listed, nearest, shown } from '../wording';

const FILLED_IN = /^spec\.replicas$|\.protocol$/;

export const fieldReferences: Rule = {
  id: 'field-references',
  class: 'broken',
  summary: 'a path into the Rollout leads to a value',
  why: 'the controller accepts any path outside of the metadata, and fails when it makes the run: the rollout stands still and says nothing',
  covers: ['AN-13', 'AN-14', 'GAP-43'],
  check: (graph) => forEachAnalysis(graph, function* (use): Iterable<Remark> {
    if (use.rollout instanceof RolloutNode) {
      yield* judge(use, use.rollout);
    }
  }),
};

function* judge({ supplied }: AnalysisUse, rollout: RolloutNode): Iterable<Remark> {
  for (const { valueFrom } of supplied) {
    const field = valueFrom.at('fieldRef', 'fieldPath');
    const path = field.text;
    if (path === undefined || valueFrom.has('podTemplateHashValue')) {
      continue;
    }
    if (path.startsWith('metadata')) {
      yield* judgeKey(field, path, rollout);
    } else if (rollout.workloadReference !== undefined && /^spec[.[\]]+(template|selector)\b/.test(path)) {
      yield remark(
        field, `cannot be read, as the pods are those of ${rollout.workloadReference.name ?? 'another workload'}, got ${shown(path)}`,
        'write the value itself, or a label or annotation of the Rollout',
      );
    } else {
      yield* judgePath(field, path, rollout);
    }
  }
}

/** A label or an annotation that is not there is an empty text. */
function* judgeKey(field: Field, path: string, rollout: RolloutNode): Iterable<Remark> {
  const [, list, key] = /^metadata\.(labels|annotations)\['([^']+)'\]$/.exec(path) ?? [];
  const all = list === undefined ? undefined : rollout.metadata.at(list);
  if (key === undefined || all === undefined || all.isUnknown || all.has(key) || all.at(key).isUnknown) {
    return;
  }
  const meant = nearest(key, all.keys());
  yield remark(
    field, `must name one of the ${list} of ${rollout.resource}, which has ${all.keys().length === 0 ? 'none' : listed(all.keys())}: the argument is an empty text, got ${shown(path)}`,
    meant === undefined ? `add ${key}: ... to the ${list} of the Rollout` : write(field, `metadata.${list}['${meant}']`), { class: 'risky' },
  );
}

/** As the controller walks: parts between dots and brackets, also where they stand in quotes. */
function* judgePath(field: Field, path: string, rollout: RolloutNode): Iterable<Remark> {
  const sections = path.split(/[.[\]]+/).filter((section) => section !== '');
  // the controller and the API server fill these in
  if (sections[0] === 'status' || FILLED_IN.test(path)) {
    return;
  }
  let place = rollout.root;
  for (const [index, section] of sections.entries()) {
    if (place.isUnknown) {
      return;
    }
    if (place.isList) {
      const amount = place.items().length;
      if (!/^[+]?\d+$/.test(section) || Number(section) >= amount) {
        yield remark(field, `must have an index from 0 to ${amount - 1} in the place of ${section}, got ${shown(path)}`, write(field, [...sections.slice(0, index), 0, ...sections.slice(index + 1)].join('.')));
        return;
      }
      place = place.at(Number(section));
    } else {
      const next = place.at(section);
      if (!next.exists && !next.isUnknown) {
        const meant = nearest(section, place.keys());
        const written = [...sections.slice(0, index), meant, ...sections.slice(index + 1)].join('.');
        const quotes = /['"]/.test(section) ? ', in which quotes are read as they are and dots end a part' : '';
        yield remark(
          field, `leads nowhere in ${rollout.resource} from ${section} on${quotes}, got ${shown(path)}`,
          meant === undefined ? 'write the value itself, or a label or annotation of the Rollout' : write(field, written),
        );
        return;
      }
      place = next;
    }
  }
  if (place.isMap || place.isList) {
    yield remark(field, `must lead to one value, got ${shown(path)}, which is ${place.isList ? 'a list' : 'a map'}`, place.isList ? write(field, `${path}[0]`) : write(field, `${path}.${place.keys()[0] ?? 'name'}`));
  }
}
