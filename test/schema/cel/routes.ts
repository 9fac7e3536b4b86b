/** Objects whose definitions have rules, at random: whole as far as structure goes, and with something in them that rules forbid. */
import { schemaOf } from '../../../src/schema/kinds';
import type { Shape } from '../../../src/schema/shape';
import { pick } from '../documents';
import type { Fields } from '../documents';

type Random = () => number;

/** Definitions with rules: the file in `test/crds`, the kind, and which of its channels it is. */
export const RULED: readonly { readonly file: string; readonly kind: string; readonly channel: number }[] = [
  { file: 'http-route', kind: 'HTTPRoute.gateway.networking.k8s.io', channel: 0 },
  { file: 'http-route-experimental', kind: 'HTTPRoute.gateway.networking.k8s.io', channel: 1 },
  { file: 'grpc-route', kind: 'GRPCRoute.gateway.networking.k8s.io', channel: 0 },
  { file: 'grpc-route-experimental', kind: 'GRPCRoute.gateway.networking.k8s.io', channel: 1 },
  { file: 'tcp-route', kind: 'TCPRoute.gateway.networking.k8s.io', channel: 0 },
  { file: 'tls-route', kind: 'TLSRoute.gateway.networking.k8s.io', channel: 0 },
  { file: 'destination-rule', kind: 'DestinationRule.networking.istio.io', channel: 0 },
  { file: 'virtual-service', kind: 'VirtualService.networking.istio.io', channel: 0 },
  { file: 'http-proxy', kind: 'HTTPProxy.projectcontour.io', channel: 0 },
  { file: 'apisix-route', kind: 'ApisixRoute.apisix.apache.org', channel: 0 },
  { file: 'canary', kind: 'Canary.flagger.app', channel: 0 },
  { file: 'alert-provider', kind: 'AlertProvider.flagger.app', channel: 0 },
];

/** Fields that nearly every object has. */
const USUAL = new Set(['rules', 'parentRefs', 'trafficPolicy', 'http', 'subsets', 'port', 'matches', 'path', 'routes', 'services']);
const DURATIONS = ['1s', '10s', '0s', '1ms', '500us', '999us', '1h30m', '1.5s', '-1s', '0', '', 'soon', '5', '1d', ' 1s', '1µs', '9223372036s', '9223372037s', '.5s', '5.s', '+1m'];
const PATHS = ['/', '/a', '/a/b', '/A-z_0.9~!$&\'()*+,;=:@', '/a//b', '/a/./b', '/a/../b', '/a/..', '/a/.', '/%2Fa', '/%2fa', '/a#b', 'a', '', '/ä', '/%zz', '/%41', '/a b', '/a?b'];
const WORDS = [
  'one', 'two', 'Service', 'Gateway', 'example.com', 'a.example.com', '*', 'a*', '', 'GET', 'Foo', '.a.b', 'a.B_1', '1a', 'a-b', '\u212Aa', 'ſa', 'HTTP', 'https://a.example', 'one\n',
];
/** Few, so that the same comes twice. */
const NAMES = ['one', 'one', 'two'];

const matches = (count: number) => Array.from({ length: count }, () => ({}));

/** Routes with as many matches as there may be, and with one more; by chance there are few. */
export const crowded = ['http-route', 'http-route-experimental', 'grpc-route', 'grpc-route-experimental'].flatMap(file => [64, 65].map(last => ({
  file,
  object: {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: file.startsWith('http') ? 'HTTPRoute' : 'GRPCRoute',
    metadata: { name: 'one' },
    spec: { rules: [{ matches: matches(32) }, { matches: matches(32) }, { matches: matches(last - 1) }, { matches: matches(1) }] },
  },
})));

/** An object of the kind. Fields that may be absent are there with the given likelihood. */
export function routeOf(kind: string, channel: number, random: Random, likelihood: number): Fields {
  const { apiVersions, shapes } = schemaOf(kind)!;
  const spec = valueOf(shapes[channel]!.fields!.get('spec')!, 'spec', random, likelihood);
  return { apiVersion: apiVersions[0], kind: kind.slice(0, kind.indexOf('.')), metadata: { name: 'one' }, spec };
}

function valueOf(shape: Shape, name: string, random: Random, likelihood: number): unknown {
  const { type, choices, fields, values, elements, minItems = 0, maxItems = 3, minimum = 0, maximum = 10 } = shape;
  if (choices) return pick(choices, random);
  switch (type) {
    case 'map':
      if (values) return mapOf(values, random, likelihood);
      return fields ? withFittingType(fieldsOf(shape, random, likelihood), shape, random, likelihood) : {};
    case 'list': {
      const length = Math.max(minItems, Math.min(maxItems, Math.floor(random() * 3.3)));
      const list = Array.from({ length }, () => valueOf(elements!, name, random, likelihood));
      return shape.isSet ? [...new Set(list)] : list;
    }
    case 'text':
      return textOf(shape, name, random);
    case 'boolean':
      return random() < 0.5;
    case 'number':
    case 'whole number':
      return Math.max(minimum, Math.min(maximum, pick([0, 1, 2, 100, 80], random)));
    case 'whole number or text':
      return pick([1, '25%'], random);
    default:
      return 1;
  }
}

function fieldsOf({ fields, required }: Shape, random: Random, likelihood: number): Fields {
  const map: Fields = {};
  for (const [key, below] of fields!) {
    if (required.includes(key) || random() < (USUAL.has(key) ? 0.8 : likelihood)) map[key] = valueOf(below, key, random, likelihood);
  }
  return map;
}

function mapOf(values: Shape, random: Random, likelihood: number): Fields {
  const keys = Array.from({ length: Math.floor(random() * 3) }, () => pick(['a', 'b', 'a*', '', 'constructor', '__proto__x'], random));
  return Object.fromEntries(keys.map(key => [key, valueOf(values, key, random, likelihood)]));
}

/** Mostly what the type says is there, and nothing else that another type would need. */
function withFittingType(map: Fields, shape: Shape, random: Random, likelihood: number): Fields {
  const ofTypes = (shape.fields!.get('type')?.choices ?? []).map(choice => settingsOf(String(choice))).filter(key => shape.fields!.has(key));
  if (ofTypes.length === 0 || typeof map.type !== 'string' || random() < 0.3) return map;
  const own = settingsOf(map.type);
  for (const key of ofTypes) if (key !== own) delete map[key];
  if (shape.fields!.has(own)) map[own] ??= valueOf(shape.fields!.get(own)!, own, random, likelihood);
  return map;
}

function settingsOf(type: string): string {
  return type.slice(0, 1).toLowerCase() + type.slice(1);
}

function textOf(shape: Shape, name: string, random: Random): string {
  const { rules, pattern, minLength = 0, maxLength = 99 } = shape;
  const isDuration = rules.some(({ text }) => text.includes('duration')) || /timeout|request|interval|duration|delay/i.test(name);
  const pool = /name/i.test(name) ? NAMES : /path|value|prefix/i.test(name) ? PATHS : isDuration ? DURATIONS : WORDS;
  const isMatch = new RegExp(pattern ?? '');
  const fits = (text: string) => isMatch.test(text) && [...text].length >= minLength && [...text].length <= maxLength;
  const fitting = [...pool, ...WORDS, ...DURATIONS].filter((text, index) => (index < pool.length || !pool.some(fits)) && fits(text));
  return fitting.length === 0 ? 'one' : pick(fitting, random);
}
