import type { PrometheusConnection } from './prometheus-connection';
import { flaggerTimeout, gapsIn, unfilled } from './untold';
import type { FlaggerMetricFragment } from '../intent/metric-source';
import type { Problem } from '../intent/problem';

/** What Flagger is told of a Prometheus. */
export function prometheusTemplate(connection: PrometheusConnection): FlaggerMetricFragment {
  const { address, headers = {}, insecure, bearerToken, basicAuth } = connection;
  const secret = bearerToken?.secret ?? basicAuth;
  const sent = Object.entries(headers).map(([name, value]) => [name, [value]] as const);
  return {
    provider: {
      type: 'prometheus',
      address,
      ...(sent.length === 0 ? {} : { headers: Object.fromEntries(sent) }),
      ...(secret === undefined ? {} : { secretRef: { name: secret } }),
      ...(insecure ? { insecureSkipVerify: insecure } : {}),
    },
    ...gapsIn(...gaps(connection)),
  };
}

/** Flagger's builtin questions know an address and nothing else. */
export function isPlain({ address: _, headers = {}, secretHeaders = [], ...others }: PrometheusConnection): boolean {
  return Object.keys(headers).length === 0 && secretHeaders.length === 0 && Object.values(others).every(each => each === undefined || each === false);
}

function gaps(connection: PrometheusConnection): (Problem | undefined)[] {
  const { address, headers = {}, secretHeaders = [], authentication, range, bearerToken, timeoutSeconds } = connection;
  const hasHeaders = Object.keys(headers).length > 0;
  return [
    unfilled('address', address),
    unfilled('headers', ...Object.values(headers)),
    secretHeaders.length === 0 ? undefined : {
      property: 'source.secretHeaders',
      message: 'cannot be told to Flagger, whose headers stand in the MetricTemplate as they are',
      fix: 'write bearerToken, with the token alone under the key token of a Secret, or basicAuth',
    },
    authentication?.kind !== 'oauth2' ? undefined : {
      property: 'source.oauth2', message: 'cannot be told to Flagger, which asks nobody for a token', fix: 'write bearerToken or basicAuth, or ask through a proxy that has the token',
    },
    authentication?.kind !== 'sigv4' ? undefined : {
      property: 'source.sigv4', message: 'cannot be told to Flagger, which signs nothing', fix: 'write the address of a proxy that signs',
    },
    bearerToken === undefined || bearerToken.key === 'token' ? undefined : {
      property: 'source.bearerToken', message: `must be the key token for Flagger, which reads no other, got ${bearerToken.key}`, fix: 'rename the key in the Secret',
    },
    // they are one map in its cache, to which it adds the token with every query
    bearerToken === undefined || !hasHeaders ? undefined : {
      property: 'source.headers',
      message: 'grow by one more Authorization with every query of Flagger where bearerToken is given as well',
      fix: 'write basicAuth in place of bearerToken, or leave the headers out',
      class: 'risky',
    },
    range === undefined ? undefined : {
      property: 'source.rangeQuery',
      message: 'cannot be told to Flagger, which asks for the value there is now',
      fix: 'look back in the query, as min_over_time(...[5m:30s]) does, or leave it out',
      class: 'risky',
    },
    flaggerTimeout('timeout', timeoutSeconds),
  ];
}
