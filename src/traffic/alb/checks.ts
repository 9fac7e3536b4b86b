import type { AlbAnnotationOptions, AlbTrafficOptions, ExistingAlbTrafficOptions } from './options';
import * as checks from '../../intent/checks';
import { show } from '../../intent/problem';
import type { Problem } from '../../intent/problem';
import { albPrefix, managedAnnotations } from '../../manifests/controller-writes';
import { fits, isOpaque, known } from '../../manifests/leaf';
import type { Leaf } from '../../manifests/leaf';
import { annotationPrefixProblem, annotationProblems, ingressHostProblems, plainPathProblem } from '../ingress-checks';
import { objectName, sameNameProblems } from '../route-checks';

type Problems = readonly (Problem | undefined)[];

/** The controller makes the key of an annotation of it, and such a key has 63 characters at most. */
export const longestAction = 63 - 'actions.'.length;

/** A certificate of ACM, or an older one of IAM: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/https-listener-certificates.html */
const certificate = /^arn:aws[a-z-]*:(acm:[a-z0-9-]+:\d{12}:certificate|iam::\d{12}:server-certificate)\/\S+$/;

/** What is wrong with a load balancer that is written. */
export function albProblems(options: AlbTrafficOptions): Problems {
  const { hosts, path, ingressClass, certificates, redirectHttp, annotations = {} } = options;
  return [
    ...ingressHostProblems(hosts),
    ...hosts.map((host, index) => tooLong(`hosts[${index}]`, host)),
    path === undefined ? undefined : plainPathProblem('path', path) ?? tooLong('path', `${path}/*`),
    ingressClass === undefined ? undefined : objectName('ingressClass', ingressClass),
    certificates?.length === 0
      ? { property: 'certificates', message: 'must name at least one certificate, got none', fix: 'leave it out for plain HTTP' } : undefined,
    ...(certificates ?? []).map((arn, index) => isOpaque(arn) || certificate.test(arn) ? undefined : {
      property: `certificates[${index}]`,
      message: `must be the ARN of a certificate, got ${show(arn)}`,
      fix: 'write for example "arn:aws:acm:eu-central-1:123456789012:certificate/..."',
    }),
    redirectHttp === true && certificates === undefined ? {
      property: 'redirectHttp', message: 'needs certificates, since there is nothing to send callers to without one', fix: 'name certificates, or drop it',
    } : undefined,
    ...annotationProblems(annotations, key => reserved(key, options)),
    ...prefixProblems(options),
  ];
}

/** What is wrong with what is said of Ingresses that exist. */
export function existingAlbProblems(ingressName: string, options: ExistingAlbTrafficOptions): Problems {
  const { servicePort, rootService, otherIngresses = [] } = options;
  return [
    objectName('ingressName', ingressName),
    checks.positiveNumber('servicePort', servicePort),
    rootService === undefined ? undefined : checks.nameProblem('rootService', rootService) ?? actionProblem(rootService),
    ...otherIngresses.map((name, index) => objectName(`otherIngresses[${index}]`, name)),
    ...sameNameProblems('otherIngresses', [ingressName, ...otherIngresses], 'Ingress'),
    ...prefixProblems(options),
  ];
}

/** https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_HostHeaderConditionConfig.html and API_PathPatternConditionConfig.html */
function tooLong(property: string, text: Leaf<string>): Problem | undefined {
  return fits(text, ({ length }) => length <= 128) ? undefined : {
    property, message: `must have 128 characters at most in a rule of a load balancer, got ${known(text)?.length}`, fix: 'use a shorter one',
  };
}

function actionProblem(rootService: string): Problem | undefined {
  return rootService.length <= longestAction ? undefined : {
    property: 'rootService', message: `must have ${longestAction} characters at most, got ${rootService.length}`, fix: 'give the paths of the Ingress a shorter name to lead to',
  };
}

function prefixProblems({ annotationPrefix }: AlbAnnotationOptions): Problems {
  return [annotationPrefix === undefined ? undefined : annotationPrefixProblem(annotationPrefix, albPrefix)];
}

/** What other options say, and what the controller writes. */
function reserved(key: string, { annotationPrefix = albPrefix, redirectHttp }: AlbTrafficOptions): Omit<Problem, 'property'> | undefined {
  if (key === managedAnnotations || key.startsWith(`${annotationPrefix}/actions.`)) return { message: 'is written by the controller, as the steps say', fix: 'drop it' };
  const said: Readonly<Record<string, string>> = {
    'scheme': 'scheme', 'certificate-arn': 'certificates', ...(redirectHttp === true ? { 'listen-ports': 'redirectHttp', 'ssl-redirect': 'redirectHttp' } : {}),
  };
  const option = Object.entries(said).find(([name]) => key === `${annotationPrefix}/${name}`)?.[1];
  return option === undefined ? undefined : { message: `is what ${option} says`, fix: `drop it, and write ${option}` };
}
