import { dnsLabel, innerPath, isEmpty, objectName, oneOfOrEmpty, stepsBack } from './pod-words';
import { judgeClaim } from './volume-claims';
import { judgeDownward, judgeFiles, judgeProjected } from './volume-files';
import { isDiskAddress, isRegistry } from './volume-places';
import type { Field } from '../../graph/field';
import { RolloutNode } from '../../graph/rollout';
import { isDnsSubdomain } from '../../manifests/names';
import { parseQuantity } from '../../manifests/quantity';
import { remark } from '../rule';
import type { Remark } from '../rule';
import { shown } from '../wording';

/* What is said of each kind of volume, beside what it cannot do without. */

const PULLS = ['Always', 'IfNotPresent', 'Never'];
const HOST_TYPES = ['DirectoryOrCreate', 'Directory', 'FileOrCreate', 'File', 'Socket', 'CharDevice', 'BlockDevice'];
const LARGEST_NUMBER = 255;
const LONGEST_DRIVER = 63;
const LONGEST_TENANT = 64;
const LONGEST_ISCSI = 64;

/** By kind, what is said of the source and, where they have to fit, of the volume around it. */
export const volumeKinds: Readonly<Record<string, (source: Field, volume: Field) => Iterable<Remark>>> = {
  awsElasticBlockStore: judgePartition,
  configMap: judgeFiles,
  *csi(source) {
    const [driver, secret] = [source.at('driver'), source.at('nodePublishSecretRef', 'name')];
    if (driver.text !== undefined && driver.text !== '' && (driver.text.length > LONGEST_DRIVER || !isDnsSubdomain(driver.text.toLowerCase()))) {
      yield remark(driver, `must be the name of a driver, at most ${LONGEST_DRIVER} letters, digits, - and ., got ${shown(driver.text)}`, 'write one such as ebs.csi.aws.com');
    }
    yield* secret.text === '' ? [] : objectName(secret);
  },
  downwardAPI: judgeDownward,
  *emptyDir(source) {
    const size = source.at('sizeLimit');
    if ((parseQuantity(size.value) ?? 0) < 0) {
      yield remark(size, `must not be negative, got ${shown(size.value)}`, 'write one such as sizeLimit: 1Gi');
    }
  },
  *ephemeral(source) {
    const claim = source.at('volumeClaimTemplate');
    if (!claim.exists && !claim.isUnknown) {
      yield remark(claim, 'must be given, got none', 'write what is claimed, or use emptyDir');
    }
    yield* judgeClaim(claim.at('spec'));
  },
  *fc(source) {
    const [targets, ids, unit] = [source.at('targetWWNs'), source.at('wwids'), source.at('lun')];
    const given = [targets, ids].filter((field) => field.isUnknown || field.items().length > 0);
    if (given.length !== 1) {
      yield remark(targets, `must be given, or wwids instead of it, got ${given.length === 0 ? 'neither' : 'both'}`, given.length === 0 ? 'write wwids' : 'drop one of them');
    } else if (targets.items().length > 0 && !unit.exists && !unit.isUnknown) {
      yield remark(unit, 'must be given beside targetWWNs, got none', 'write lun: 0');
    }
    yield* targets.items().length > 0 ? numbered(unit) : [];
  },
  *flexVolume(source) {
    for (const [key, value] of source.at('options').entries()) {
      const owner = `.${key.split('/')[0].toLowerCase()}`;
      if (owner.endsWith('.kubernetes.io') || owner.endsWith('.k8s.io')) {
        yield remark(value, 'cannot be an option: kubernetes.io and k8s.io are kept for Kubernetes', 'drop it');
      }
    }
  },
  *flocker(source) {
    const [name, id] = [source.at('datasetName'), source.at('datasetUUID')];
    if (isEmpty(name) === isEmpty(id) && !name.isUnknown && !id.isUnknown) {
      yield remark(name, `must be given, or datasetUUID instead of it, got ${isEmpty(name) ? 'neither' : 'both'}`, isEmpty(name) ? 'write the name of the data set' : 'drop one of them');
    }
    if (name.text?.includes('/') === true) {
      yield remark(name, `must not contain /, got ${shown(name.text)}`, 'write the name of the data set');
    }
  },
  gcePersistentDisk: judgePartition,
  *gitRepo(source) {
    yield* innerPath(source.at('directory'));
  },
  *hostPath(source) {
    const path = source.at('path');
    if (path.text !== undefined && stepsBack(path.text)) {
      yield remark(path, `must not contain .., got ${shown(path.text)}`, 'write the whole path');
    }
    yield* oneOfOrEmpty(source.at('type'), HOST_TYPES);
  },
  *image(source) {
    const policy = source.at('pullPolicy');
    yield* oneOfOrEmpty(policy, PULLS);
    if (isEmpty(policy) && source.node instanceof RolloutNode) {
      yield remark(policy, 'must be given, got none: the controller knows none that goes without saying', `write pullPolicy: ${PULLS[1]}`);
    }
  },
  *iscsi(source, volume) {
    for (const address of [source.at('iqn'), source.at('initiatorName')]) {
      if (address.text !== undefined && !(address.text === '' && address.path.at(-1) === 'iqn') && !isDiskAddress(address.text)) {
        yield remark(address, `must be an address of iSCSI, got ${shown(address.text)}`, 'write one such as iqn.2026-01.com.example:storage');
      }
    }
    yield* numbered(source.at('lun'));
    const [name, portal] = [volume.at('name'), source.at('targetPortal')];
    if (source.has('initiatorName') && `${name.text ?? ''}:${portal.text ?? ''}`.length > LONGEST_ISCSI) {
      yield remark(name, `must have at most ${LONGEST_ISCSI - 1} characters together with targetPortal, beside an initiatorName`, 'write a shorter one, or drop initiatorName');
    }
  },
  *nfs(source) {
    const path = source.at('path');
    if (path.text !== undefined && path.text !== '' && !path.text.startsWith('/')) {
      yield remark(path, `must begin with /, got ${shown(path.text)}`, 'write the whole path');
    }
  },
  projected: judgeProjected,
  *quobyte(source) {
    const [registry, tenant] = [source.at('registry'), source.at('tenant')];
    if (tenant.text !== undefined && tenant.text.length > LONGEST_TENANT) {
      yield remark(tenant, `must have at most ${LONGEST_TENANT} characters, got ${tenant.text.length}`, 'write its id');
    } else if (registry.text !== undefined && registry.text !== '' && !isRegistry(registry.text)) {
      yield remark(registry, `must be a host and its port, or several with commas between them, got ${shown(registry.text)}`, 'write one such as registry:7861');
    }
  },
  secret: judgeFiles,
  *storageos(source) {
    for (const name of [source.at('volumeName'), source.at('volumeNamespace')]) {
      yield* name.text === '' ? [] : dnsLabel(name);
    }
  },
};

function* judgePartition(source: Field): Iterable<Remark> {
  yield* numbered(source.at('partition'));
}

function* numbered(field: Field): Iterable<Remark> {
  if (field.number !== undefined && (field.number < 0 || field.number > LARGEST_NUMBER)) {
    yield remark(field, `must be from 0 to ${LARGEST_NUMBER}, got ${field.number}`, 'drop it, or write its number');
  }
}
