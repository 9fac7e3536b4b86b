import type { Chart } from 'cdk8s';
import { Controller, NginxTraffic } from 'rolloutkit';
import type { BlueGreenRolloutProps, CanaryRolloutProps, FlaggerOptions } from 'rolloutkit';
import { checkout, findingsOf, manifestsOf, named, switched, synthesize } from '../../render';
import type { Written } from '../../render';

type CanaryProps = Partial<CanaryRolloutProps>;
type BlueGreenProps = Partial<BlueGreenRolloutProps>;

/** A canary of Flagger that is right in every respect, with changes. */
export const canaryOf = (props: CanaryProps = {}, options: FlaggerOptions = {}) => (chart: Chart) =>
  checkout(chart, { controller: Controller.flagger(options), traffic: new NginxTraffic({ hosts: ['shop.example.com'] }), ...props });

/** The same as a blue-green. */
export const blueGreenOf = (props: BlueGreenProps = {}, options: FlaggerOptions = {}) => (chart: Chart) =>
  switched(chart, { controller: Controller.flagger(options), ...props });

export function specOf(program: (chart: Chart) => unknown): Written {
  return named(manifestsOf(chart => void program(chart)), 'Canary', 'checkout').spec;
}

export function analysisOf(program: (chart: Chart) => unknown): Written {
  return specOf(program).analysis;
}

/** What is said of it without stopping it: property, and the beginning of what is said. */
export function wordsOf(program: (chart: Chart) => unknown): readonly string[] {
  return synthesize(chart => void program(chart)).words.split('\n').filter(line => line.endsWith('(property)')).map(line => line.replace(/^(\w+) {2}\S+ \S+ {2}/, '$1 '));
}

/** What stops it. */
export function errorsOf(program: (chart: Chart) => unknown): readonly string[] {
  return findingsOf(chart => void program(chart));
}
