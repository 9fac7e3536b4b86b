// What really happened, from watches: plain data, one entry whenever something changed.
import { describeIngress, describeReplicaSet, describeRollout, describeRun, describeService, hashOf, measurementsOf } from './describe.mjs';

const KINDS = ['Rollout', 'ReplicaSet', 'AnalysisRun', 'Ingress', 'Service', 'Pod'];

/** Records of all namespaces of a lab; the watches are shared. */
export class Recorder {
  constructor(api) {
    this.traces = new Map();
    for (const kind of KINDS) {
      api.watch(kind, (type, object) => this.traces.get(object.metadata.namespace)?.see(kind, type, object));
    }
  }

  open(namespace) {
    const trace = new Trace();
    this.traces.set(namespace, trace);
    return trace;
  }

  close(namespace) {
    this.traces.delete(namespace);
  }
}

export class Trace {
  constructor() {
    this.entries = [];
    this.origin = Date.now();
    /** The last state of every object, by kind and name. */
    this.states = new Map();
    this.measured = new Set();
    /** Every pod there was, with the hash of its version. */
    this.pods = new Map();
    this.listeners = new Set();
  }

  /** Seconds in the trace count from here; what was before is negative. */
  start(what) {
    this.origin = Date.now();
    this.add({ what: 'command', command: what });
  }

  command(what) {
    this.add({ what: 'command', command: what });
  }

  see(kind, type, object) {
    const { name } = object.metadata;
    if (kind === 'Pod') {
      this.pods.set(name, hashOf(object));
      return;
    }
    if (type === 'DELETED') {
      // The controller keeps few finished analyses; what they said still counts.
      const pods = kind === 'ReplicaSet' ? { wanted: 0, ready: 0 } : {};
      this.keep(kind, name, { ...this.states.get(`${kind}/${name}`)?.state, ...pods, deleted: true });
      return;
    }
    switch (kind) {
      case 'Rollout': return this.keep(kind, name, describeRollout(object));
      case 'ReplicaSet': return this.keep(kind, name, describeReplicaSet(object));
      case 'Service': return this.keep(kind, name, describeService(object));
      case 'Ingress': return this.keep(kind, name, describeIngress(object));
      default:
        // Measurements first: the end of the run follows from the last of them.
        for (const measurement of measurementsOf(object)) {
          const key = JSON.stringify([name, measurement]);
          if (this.measured.has(key)) continue;
          const { period, ...shown } = measurement;
          this.measured.add(key);
          this.add({ what: 'measurement', run: name, type: object.metadata.labels?.['rollout-type'], ...shown });
        }
        return this.keep(kind, name, describeRun(object));
    }
  }

  /** Adds an entry if the state differs from the last one. */
  keep(kind, name, state) {
    if (state === undefined) return;
    const key = `${kind}/${name}`;
    const text = JSON.stringify(state);
    if (this.states.get(key)?.text === text) return;
    this.states.set(key, { text, state });
    this.add({ what: kind, name, ...state });
  }

  add(entry) {
    this.last = Date.now();
    this.entries.push({ time: this.last, ...entry });
    for (const listener of this.listeners) listener();
  }

  /** The newest state of the only Rollout. */
  get rollout() {
    return this.statesOf('Rollout')[0];
  }

  statesOf(kind) {
    return [...this.states].filter(([key]) => key.startsWith(`${kind}/`)).map(([, { state }]) => state);
  }

  /** Waits until it is so; looked at with every change, and by the clock for what only time changes. */
  until(isSo, { seconds, what }) {
    return new Promise((resolve, reject) => {
      const end = (finish, value) => {
        this.listeners.delete(look);
        clearInterval(ticks);
        clearTimeout(limit);
        finish(value);
      };
      const look = () => {
        try {
          if (isSo()) end(resolve);
        } catch (error) {
          end(reject, error);
        }
      };
      const ticks = setInterval(look, 200);
      const tooLate = () => end(reject, new Error(`not within ${seconds} s: ${what}; the rollout: ${JSON.stringify(this.rollout)}`));
      const limit = setTimeout(tooLate, seconds * 1000);
      this.listeners.add(look);
      look();
    });
  }

  /** The trace as it is saved: seconds instead of times of day. */
  toJSON() {
    return this.entries.map(({ time, ...entry }) => ({ at: Number(((time - this.origin) / 1000).toFixed(1)), ...entry }));
  }

  /** Entries since the start. */
  get since() {
    return this.entries.filter(({ time }) => time >= this.origin);
  }
}
