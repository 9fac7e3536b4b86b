import { knownTexts } from './checks';
import { flaggerTimeout, gapsIn, hashless, withoutSecret } from './untold';
import type { FlaggerMetricFragment } from '../intent/metric-source';
import { joinLeaves, mapLeaf } from '../manifests/leaf';
import type { Leaf } from '../manifests/leaf';

/** What of a connection concerns Flagger. */
interface Connection {
  readonly queries?: Readonly<Record<string, Leaf<string>>>;
  readonly aggregator?: Leaf<string>;
  readonly secret?: { readonly name: Leaf<string> };
  readonly address?: Leaf<string>;
  readonly requestTimeoutSeconds?: Leaf<number>;
}

/** What Flagger is told of Datadog: it asks the first version of the interface, which has no formulas, over ten intervals. */
export function datadogTemplate(query: Leaf<string>, connection: Connection): FlaggerMetricFragment {
  const { queries, aggregator, secret, address, requestTimeoutSeconds } = connection;
  return {
    provider: {
      type: 'datadog',
      ...(address === undefined ? {} : { address }),
      ...(secret === undefined ? {} : { secretRef: { name: secret.name } }),
    },
    ...(queries === undefined ? {} : { query: spelledOut(query, queries) }),
    intervals: 10,
    ...gapsIn(
      hashless('queries', knownTexts(queries)),
      withoutSecret(secret?.name, 'datadog', 'datadog_api_key and datadog_application_key'),
      aggregator === undefined ? undefined : {
        property: 'source.aggregator',
        message: 'cannot be told to Flagger, which takes the oldest value of the window',
        fix: 'append .rollup(avg, 300) to the query, as long as the window, or leave it out',
        class: 'risky',
      },
      flaggerTimeout('requestTimeout', requestTimeoutSeconds)),
  };
}

/** A formula with the queries in the places of their names. */
function spelledOut(formula: Leaf<string>, queries: Readonly<Record<string, Leaf<string>>>): Leaf<string> {
  const names = new RegExp(`\\b(${Object.keys(queries).join('|')})\\b`);
  return mapLeaf(formula, text => text.split(names).map((part, index): Leaf<string> => index % 2 === 0 ? part : mapLeaf(queries[part], query => `(${query})`))
    .reduce(joinLeaves));
}
