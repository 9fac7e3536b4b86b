import { judgeSelector } from './label-requirements';
import { filePath, isEmpty, objectName, oneOf } from './pod-words';
import type { Field } from '../../graph/field';
import { isDnsLabel, isDnsSubdomain } from '../../manifests/names';
import { remark } from '../rule';
import type { Remark } from '../rule';
import { shown } from '../wording';

/* What is said of certificates that pods get as files. */

const KEY_TYPES = ['RSA3072', 'RSA4096', 'ECDSAP256', 'ECDSAP384', 'ECDSAP521', 'ED25519'];
const PATHS = ['credentialBundlePath', 'keyPath', 'certificateChainPath'];
const HOUR = 3600;
const DAY = 24 * HOUR;
const LONGEST = 91 * DAY;

export function* judgeTrust(source: Field): Iterable<Remark> {
  const [bundle, certificate] = [source.at('clusterTrustBundle'), source.at('podCertificate')];
  yield* bundle.isMap ? judgeBundle(bundle) : [];
  yield* certificate.isMap ? judgeCertificate(certificate) : [];
}

function* judgeBundle(bundle: Field): Iterable<Remark> {
  const [name, signer, selector] = [bundle.at('name'), bundle.at('signerName'), bundle.at('labelSelector')];
  if (name.exists === signer.exists && !name.isUnknown && !signer.isUnknown) {
    yield remark(bundle, `must have a name or a signerName, got ${name.exists ? 'both' : 'none'}`, name.exists ? 'drop one of them' : 'write the name of the ClusterTrustBundle');
  } else if (name.exists) {
    yield* judgeBundleName(name);
    yield* selector.exists ? [remark(selector, 'cannot stand beside a name', 'drop it, or write signerName')] : [];
  } else {
    yield* judgeSigner(signer);
    yield* judgeSelector(selector);
  }
  yield* filePath(bundle.at('path'));
}

/** A bundle of a signer is named by both, with a colon between them. */
function* judgeBundleName(name: Field): Iterable<Remark> {
  if (name.text === undefined) {
    return;
  }
  const at = name.text.lastIndexOf(':');
  if (at < 0) {
    yield* objectName(name);
  } else if (at === 0 || !isDnsSubdomain(name.text.slice(at + 1))) {
    yield remark(name, `must be the name of a ClusterTrustBundle, got ${shown(name.text)}`, 'write its name');
  }
}

function* judgeSigner(signer: Field): Iterable<Remark> {
  const [domain = '', path = '', ...more] = (signer.text ?? '').split('/');
  const labels = domain.split('.');
  const isSigner = more.length === 0 && labels.length > 1 && labels.every(isDnsLabel) && isDnsSubdomain(path) && isDnsSubdomain(domain);
  if (isEmpty(signer) || (signer.text !== undefined && !isSigner)) {
    yield remark(signer, `must be the name of a signer, got ${signer.exists ? shown(signer.text) : 'none'}`, 'write one such as example.com/internal');
  }
}

function* judgeCertificate(certificate: Field): Iterable<Remark> {
  const [signer, seconds] = [certificate.at('signerName'), certificate.at('maxExpirationSeconds')];
  yield* judgeSigner(signer);
  yield* oneOf(certificate.at('keyType'), KEY_TYPES);
  const isOfKubernetes = /^([^/]+\.)?kubernetes\.io(\/|$)/.test(signer.text ?? '');
  const longest = isOfKubernetes ? DAY : LONGEST;
  if (seconds.number !== undefined && (seconds.number < HOUR || seconds.number > longest)) {
    yield remark(seconds, `must be from ${HOUR} to ${longest}, got ${seconds.number}`, 'drop it');
  }
  const paths = PATHS.map((key) => certificate.at(key));
  if (paths.every(isEmpty)) {
    yield remark(certificate, 'must say where the files are, got none', 'write credentialBundlePath: credentials.pem');
  }
  yield* paths.filter((path) => !isEmpty(path)).flatMap((path) => [...filePath(path)]);
}

