import type { AlertChannelProps } from './alert-channel-props';
import { show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import { fits } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';

/** The properties of which a channel has one. */
export const channelServices = ['slack', 'teams', 'discord', 'rocket', 'googleChat', 'email', 'webhook', 'service'] as const;

/** What is wrong with a channel, whichever engine tells it. */
export function alertChannelProblems(props: AlertChannelProps): readonly (Problem | undefined)[] {
  const given = channelServices.filter(each => props[each] !== undefined);
  if (given.length !== 1) {
    return [{
      property: given[0] ?? 'slack',
      message: `must be the only one of ${channelServices.join(', ')}, got ${given.length === 0 ? 'none of them' : given.join(' and ')}`,
      fix: given.length === 0 ? 'write for example slack: "#deploys"' : 'make a channel of each',
    }];
  }
  return [
    ...(['slack', 'teams', 'discord', 'rocket', 'googleChat', 'email'] as const).map(each => recipientProblem(each, props[each])),
    ...(['webhook', 'service'] as const).map(each => serviceProblem(each, props[each])),
    props.recipient === undefined || props.service !== undefined ? recipientList(props.recipient) : {
      property: 'recipient', message: `belongs to service, and this is ${given[0]}`, fix: `write ${given[0]}: ${show(props.recipient)}`,
    },
    props.on?.length !== 0 ? undefined : { property: 'on', message: 'must name at least one event, got none', fix: 'leave it out for what may need a person' },
    props.secret === undefined || props.address === undefined ? undefined : {
      property: 'address', message: 'cannot be combined with secret, whose key address is the address', fix: 'keep the one you mean, the Secret where others read the program',
    },
  ];
}

function recipientProblem(property: string, value: Leaf<string> | undefined): Problem | undefined {
  if (value !== undefined && !fits(value, known => known.replace(/^#/, '').trim() !== '')) return { property, message: `must name somebody, got ${show(value)}`, fix: 'write who is told' };
  return recipientList(value, property);
}

/** The controller reads several recipients of one annotation. */
function recipientList(value: Leaf<string> | undefined, property = 'recipient'): Problem | undefined {
  return value === undefined || fits(value, known => !/[;\n]/.test(known)) ? undefined : {
    property, message: `must be one recipient, got ${show(value)}`, fix: 'make a channel of each',
  };
}

/** The name becomes part of an annotation's, where a dot would end it. */
function serviceProblem(property: string, value: string | undefined): Problem | undefined {
  return value === undefined || /^[A-Za-z0-9]([-_A-Za-z0-9]*[A-Za-z0-9])?$/.test(value) ? undefined : {
    property,
    message: `must be the name of a service, got ${show(value)}`,
    fix: 'of service.webhook.deploys write deploys, of service.opsgenie write opsgenie',
  };
}
