import type { Graph } from '../../graph/graph';
import type { Fault, LimitFault } from '../../schema/fault';
import { isQuantity } from '../../schema/formats';
import { forEachFault } from '../faults';
import type { FaultWords } from '../faults';
import { keyed, write } from '../fix';
import { likest } from '../meant-field';
import type { Rule } from '../rule';
import { listed, shown } from '../wording';

export const valueLimits: Rule = {
  id: 'value-limits',
  class: 'refused',
  summary: 'values are among those that their field takes',
  why: 'the API server refuses the object, or, where its definition leaves it open, the controller cannot read it and leaves it out',
  covers: ['FT-08'],
  givesWay: true,
  check: (graph: Graph) => forEachFault(graph, ['choice', 'pattern', 'format', 'limit'], words),
};

function words(fault: Fault): FaultWords {
  const { value, shape } = fault;
  if (fault.fault === 'limit') {
    return limitWords(fault);
  }
  if (fault.fault === 'choice') {
    const choices = (shape.choices ?? []).map(shown);
    const meant = likest(String(value), (shape.choices ?? []).map(String));
    return { message: `must be one of ${listed(choices)}, got ${shown(value)}`, fix: meant === undefined ? 'write one of them' : write(fault, meant) };
  }
  if (fault.fault === 'pattern') {
    return { message: `must match ${shape.pattern}, got ${shown(value)}`, fix: 'write a value that does' };
  }
  return shape.format === 'date-time'
    ? { message: `must be a time such as 2026-01-31T12:00:00Z, got ${shown(value)}`, fix: write(fault, timeMeant(String(value)) ?? '2026-01-31T12:00:00Z') }
    : { message: `must be a quantity such as 500m or 1Gi, got ${shown(value)}`, fix: `write ${keyed(fault)}${quantityMeant(String(value)) ?? '500m'}` };
}

function limitWords({ path, size, unit, bound }: LimitFault): FaultWords {
  const bounded = 'least' in bound ? `at least ${bound.least}` : `at most ${bound.most}`;
  const limit = 'least' in bound ? bound.least : bound.most;
  if (unit === '') {
    return { message: `must be ${bounded}, got ${size}`, fix: write({ path }, limit) };
  }
  const message = `must have ${bounded} ${limit === 1 ? unit.slice(0, -1) : unit}, got ${size}`;
  return { message, fix: 'least' in bound ? `write ${limit - size} more` : `take ${size - limit} out` };
}

/** `1GB` is 1G, `512mb` is 512M, `1gib` is 1Gi. */
function quantityMeant(text: string): string | undefined {
  const [, amount, letter, binary] = /^\s*(\d+(?:\.\d+)?)\s*([kmgtpe])?(i)?b?(?:ytes)?\s*$/i.exec(text) ?? [];
  if (amount === undefined) {
    return undefined;
  }
  const upper = letter?.toUpperCase() ?? '';
  const meant = `${amount}${upper === 'K' && binary === undefined ? 'k' : upper}${binary === undefined ? '' : 'i'}`;
  return isQuantity(meant) ? meant : undefined;
}

/** What Kubernetes would write for a time that it cannot read, when the day is right. */
function timeMeant(text: string): string | undefined {
  const [, day, time] = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d(?::\d\d)?))?/.exec(text) ?? [];
  return day === undefined ? undefined : `${day}T${time === undefined ? '00:00:00' : time.length === 5 ? `${time}:00` : time}Z`;
}
