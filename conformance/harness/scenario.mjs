// Runs one scenario: in a namespace and with a metric store of its own, so that many can run side by side.
import { findings } from './expect.mjs';
import { fit, readManifests } from './manifests.mjs';
import { startMetrics } from './metrics.mjs';
import { hasCome } from './when.mjs';

/**
 * @typedef {object} Scenario
 * @property {string} id `group/what-happens`
 * @property {string} why what would be wrong if it went otherwise
 * @property {string[]} manifests files, from the root of the repository
 * @property {number} factor what times are divided by
 * @property {object} [change] merged into the spec of the Rollout before it is created
 * @property {Record<string, string>} [next] annotations of the new version's pods; `lab/...` says how its pods fare
 * @property {import('./metrics.mjs').Series[]} series
 * @property {(import('./when.mjs').Moment & { then: object })[]} [script] what happens after the new image, in order; `then` may
 *   `set` answers, `promote`, `abort`, bring another `image`, or `note` a moment from which seconds count
 * @property {import('./when.mjs').Moment} until the end, after the script
 * @property {import('./expect.mjs').Expectation} expect
 */

/** The longest a scenario waits for one moment. */
const PATIENCE = 90;
let number = 0;

/**
 * @param {{ api: import('./api.mjs').Api, children: import('./children.mjs').Children }} lab
 * @param {import('./trace.mjs').Recorder} recorder
 * @param {Scenario} scenario
 * @returns verdict, what was not as expected, seconds and the trace
 */
export async function runScenario({ api, children }, recorder, scenario) {
  const started = Date.now();
  number += 1;
  const namespace = `scenario-${number}`;
  const trace = recorder.open(namespace);
  const metrics = await startMetrics(scenario.series);
  const found = [];
  try {
    await play({ api, children, namespace, trace, metrics }, scenario);
    found.push(...findings(scenario.expect, { trace, metrics, namespace }));
  } catch (error) {
    found.push(error.message);
  } finally {
    recorder.close(namespace);
    await api.delete('Namespace', undefined, namespace).catch(() => undefined);
    await metrics.stop();
  }
  const { id, why, factor } = scenario;
  return { id, why, factor, passed: found.length === 0, findings: found, seconds: (Date.now() - started) / 1000, trace: trace.toJSON() };
}

async function play({ api, children, namespace, trace, metrics }, scenario) {
  const objects = fit(readManifests(scenario.manifests), { namespace, metrics: metrics.address, factor: scenario.factor });
  const rollout = objects.find(({ kind }) => kind === 'Rollout');
  merge(rollout.spec, scenario.change ?? {});
  await api.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } });
  // What a Rollout refers to has to be there first: it is looked for once, and a missing Service is an invalid Rollout.
  for (const object of objects) if (object !== rollout) await api.create(object);
  await api.create(rollout);
  const wait = async (moment) => {
    const isSo = () => {
      children.check();
      return hasCome(trace, moment);
    };
    await trace.until(isSo, { seconds: PATIENCE, what: JSON.stringify(moment) });
  };
  await wait({ phase: 'Healthy', promoted: true });
  metrics.start();
  trace.start('image');
  const perform = commands({ api, namespace, metrics, rollout, annotations: scenario.next });
  await perform.image('next');
  // The status is still that of the version before.
  await wait({ promoted: false });
  for (const { then, ...moment } of scenario.script ?? []) {
    await wait(moment);
    for (const [command, value] of Object.entries(then)) {
      trace.command(typeof value === 'boolean' ? command : `${command} ${JSON.stringify(value)}`);
      await perform[command](value);
    }
  }
  await wait(scenario.until);
}

function merge(into, changes) {
  for (const [name, change] of Object.entries(changes)) {
    if (typeof change === 'object' && typeof into[name] === 'object') merge(into[name], change);
    else into[name] = change;
  }
}

/** What can happen in a scenario. */
function commands({ api, namespace, metrics, rollout, annotations }) {
  const { name } = rollout.metadata;
  return {
    note: () => undefined,
    set: (answers) => metrics.set(answers),
    image: (tag) => {
      const { containers } = rollout.spec.template.spec;
      for (const container of containers) container.image = container.image.replace(/:[^:/]*$/, `:${tag}`);
      return api.merge('Rollout', namespace, name, { spec: { template: { metadata: { annotations }, spec: { containers } } } });
    },
    /** As `kubectl argo rollouts promote`: past a pause that waits for a person. */
    promote: () => api.merge('Rollout', namespace, name, { status: { pauseConditions: null } }, 'status'),
    abort: () => api.merge('Rollout', namespace, name, { status: { abort: true } }, 'status'),
  };
}
