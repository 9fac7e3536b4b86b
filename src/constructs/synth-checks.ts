import type { App } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type * as judging from './judging';
import { RenderedObjects } from './rendered-objects';
import type { ScopeChecks, Share } from './share';
import { plainError } from '../intent/problem';

/** Has the rules judge what a construct wrote, each time its app is written. */
export function checkAtSynth(construct: IConstruct, share: Share): void {
  SynthChecks.of(construct.node.root).add(construct, share);
}

/**
 * The checks of one app. cdk8s validates the whole app when it is written and again for each of its charts; here the rules
 * run once, and the objects they read are the ones that are written.
 */
export class SynthChecks {
  public static of(root: IConstruct): SynthChecks {
    const found = perApp.get(root) ?? new SynthChecks(root);
    perApp.set(root, found);
    return found;
  }

  /** Scopes below which every object is judged, whoever wrote it. */
  public readonly scopes = new Map<IConstruct, ScopeChecks>();
  private readonly shares = new Map<IConstruct, Share>();
  private results = new Map<IConstruct, readonly string[]>();
  private readonly objects: RenderedObjects;
  private writing = false;

  private constructor(private readonly root: IConstruct) {
    this.objects = new RenderedObjects(root);
    // the app itself is validated before anything in it, so this is where a round begins
    root.node.addValidation({ validate: () => this.judgeApp() });
    if (isApp(root)) this.wrapSynth(root);
  }

  public add(construct: IConstruct, share: Share): void {
    this.shares.set(construct, share);
    construct.node.addValidation({ validate: () => [...this.results.get(construct) ?? []] });
  }

  private judgeApp(): string[] {
    if (!this.writing || !this.objects.held) this.run();
    return [...this.results.get(this.root) ?? []];
  }

  private run(): void {
    if (this.writing) this.objects.renderForSynth();
    else this.objects.renderForNext();
    // loaded here, since most programs that import the library do so long before they write anything
    const { judgeObjects } = require('./judging') as typeof judging;
    const { errors, words } = judgeObjects(this.root, this.objects.entries, this.shares, this.scopes);
    this.results = errors;
    if (this.writing && words.length > 0) process.stderr.write(words.map(line => `${line}\n`).join(''));
  }

  private wrapSynth(app: App): void {
    const { synth, synthYaml } = app;
    app.synth = () => this.whileWriting(() => synth.call(app));
    app.synthYaml = () => this.whileWriting(() => synthYaml.call(app));
  }

  private whileWriting<T>(write: () => T): T {
    this.writing = true;
    try {
      return write();
    } catch (thrown) {
      const error = thrown instanceof Error && thrown.message.startsWith('Validation failed') ? plainError(thrown.message) : thrown;
      throw error; // on a line of its own, which is what Node shows above the message
    } finally {
      this.writing = false;
      this.objects.release();
    }
  }
}

const perApp = new WeakMap<IConstruct, SynthChecks>();

function isApp(root: IConstruct): root is App {
  return typeof (root as Partial<App>).synth === 'function' && typeof (root as Partial<App>).synthYaml === 'function';
}
