import { CustomResource } from '@pulumi/kubernetes/apiextensions';
import { log } from '@pulumi/pulumi';

const rollout = new CustomResource('checkout', { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout' });
void log.warn('there is nothing to measure', rollout);
void log.error('it cannot work', rollout);
void log.info('done');
console.log('said');
