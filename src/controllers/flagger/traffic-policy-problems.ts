import { FlaggerBalancing } from './load-balancer-options';
import type { FlaggerConsistentHash, FlaggerLoadBalancer, FlaggerLocality } from './load-balancer-options';
import { slashProblem, tokenProblem } from './text-checks';
import { routerTimeProblem } from './times';
import { FlaggerTlsMode } from './traffic-policy-options';
import type { FlaggerConnectionPool, FlaggerOutlierDetection, FlaggerTls, FlaggerTrafficPolicy } from './traffic-policy-options';
import { positiveNumber, positivePercent, weight, wholeNumber } from '../../intent/checks';
import { show } from '../../intent/problem';
import type { Problem } from '../../intent/problem';
import { millisecondsOf } from '../../intent/seconds';
import { known } from '../../manifests/leaf';

type Problems = readonly (Problem | undefined)[];

/** What of it Istio would refuse, Flagger could not read, or neither would ever get to know. */
export function trafficPolicyProblems(at: string, { connectionPool, loadBalancer, outlierDetection, tls }: FlaggerTrafficPolicy): Problems {
  return [
    ...poolProblems(`${at}.connectionPool`, connectionPool ?? {}),
    ...loadBalancer === undefined ? [] : balancerProblems(`${at}.loadBalancer`, loadBalancer),
    ...outlierProblems(`${at}.outlierDetection`, outlierDetection ?? {}),
    ...tls === undefined ? [] : tlsProblems(`${at}.tls`, tls),
  ];
}

/** Flagger passes no 0 on. */
function poolProblems(at: string, { idleTimeout, ...pool }: FlaggerConnectionPool): Problems {
  const counts = ['maxPendingRequests', 'maxRequests', 'maxRequestsPerConnection', 'maxRetries'] as const;
  return [...counts.map(count => positiveNumber(`${at}.${count}`, pool[count])), routerTimeProblem(`${at}.idleTimeout`, idleTimeout)];
}

function balancerProblems(at: string, { balancing, consistentHash, locality, warmup }: FlaggerLoadBalancer): Problems {
  const warms = balancing === FlaggerBalancing.ROUND_ROBIN || balancing === FlaggerBalancing.LEAST_REQUEST;
  return [
    (balancing === undefined) !== (consistentHash === undefined) ? undefined : {
      property: at,
      message: `must have exactly one of balancing and consistentHash, got ${balancing === undefined ? 'none' : 'both'}`,
      fix: balancing === undefined ? 'write balancing: FlaggerBalancing.LEAST_REQUEST, which Istio does by itself' : 'keep the one you mean',
    },
    routerTimeProblem(`${at}.warmup`, warmup),
    warmup === undefined || warms ? undefined : {
      property: `${at}.warmup`, message: `must stand beside ROUND_ROBIN or LEAST_REQUEST, got ${balancing ?? 'consistentHash'}, with which it does nothing`, fix: 'leave it out',
    },
    ...consistentHash === undefined ? [] : hashProblems(`${at}.consistentHash`, consistentHash),
    ...locality === undefined ? [] : localityProblems(`${at}.locality`, locality),
  ];
}

function hashProblems(at: string, { header, cookie, sourceIp, minimumRingSize }: FlaggerConsistentHash): Problems {
  const asked = { header, cookie, sourceIp: sourceIp === true ? true : undefined };
  const given = Object.entries(asked).filter(([, value]) => value !== undefined).map(([name]) => name);
  return [
    given.length === 1 ? undefined : {
      property: at, message: `must have exactly one of header, cookie and sourceIp, got ${given.join(' and ') || 'none'}`, fix: 'keep the one by which callers are known',
    },
    tokenProblem(`${at}.header`, header),
    tokenProblem(`${at}.cookie.name`, cookie?.name, 'a cookie', 'write letters, digits and dashes, such as "shop-pod"'),
    slashProblem(`${at}.cookie.path`, cookie?.path),
    cookie === undefined || known(millisecondsOf(cookie.maxAge)) === 0 ? undefined : routerTimeProblem(`${at}.cookie.maxAge`, cookie.maxAge),
    positiveNumber(`${at}.minimumRingSize`, minimumRingSize),
  ];
}

function localityProblems(at: string, { enabled, distribute, failover }: FlaggerLocality): Problems {
  return [
    enabled === false ? { property: `${at}.enabled`, message: 'must be true or left out, since Flagger does not pass false on, got false', fix: 'leave it out' } : undefined,
    distribute !== undefined && failover !== undefined
      ? { property: at, message: 'must not have both distribute and failover, which Istio refuses, got both', fix: 'keep the one you mean' } : undefined,
    ...(distribute ?? []).flatMap(({ targets }, index) => {
      const place = `${at}.distribute[${index}].targets`;
      const shares = Object.values(targets).map(known);
      const sum = shares.reduce<number>((total, share) => total + (share ?? 0), 0);
      return [
        ...Object.entries(targets).map(([target, share]) => positivePercent(`${place}[${show(target)}]`, share)),
        shares.includes(undefined) || sum === 100 ? undefined : { property: place, message: `must be 100 together, got ${sum}`, fix: 'write the percentage of each target' },
      ];
    }),
  ];
}

function outlierProblems(at: string, options: FlaggerOutlierDetection): Problems {
  return [
    ...(['serverErrors', 'gatewayErrors', 'localOriginFailures'] as const).map(count => wholeNumber(`${at}.${count}`, options[count])),
    positiveNumber(`${at}.consecutiveErrors`, options.consecutiveErrors),
    routerTimeProblem(`${at}.interval`, options.interval),
    routerTimeProblem(`${at}.baseEjectionTime`, options.baseEjectionTime),
    positivePercent(`${at}.maxEjectionPercent`, options.maxEjectionPercent),
    weight(`${at}.minHealthPercent`, options.minHealthPercent),
    options.localOriginFailures === undefined || options.splitLocalOriginErrors === true ? undefined : {
      property: `${at}.localOriginFailures`, message: 'must stand beside splitLocalOriginErrors: true, without which it does nothing', fix: 'write splitLocalOriginErrors: true',
    },
  ];
}

/** Certificates that a mode needs, and those that it brings itself. */
function tlsProblems(at: string, { mode, clientCertificate, privateKey, caCertificates }: FlaggerTls): Problems {
  const own = { clientCertificate, privateKey };
  return [
    ...mode !== FlaggerTlsMode.MUTUAL ? [] : Object.entries(own).filter(([, value]) => value === undefined).map(([name]) => ({
      property: `${at}.${name}`, message: 'must be given with FlaggerTlsMode.MUTUAL, got none', fix: 'write its path in the proxy, or FlaggerTlsMode.ISTIO_MUTUAL',
    })),
    ...mode !== FlaggerTlsMode.ISTIO_MUTUAL ? [] : Object.entries({ ...own, caCertificates }).flatMap(([name, value]) => value === undefined ? [] : [{
      property: `${at}.${name}`,
      message: `must be left out with FlaggerTlsMode.ISTIO_MUTUAL, which has its own, got ${show(value)}`,
      fix: 'leave it out, or write FlaggerTlsMode.MUTUAL',
    }]),
  ];
}
