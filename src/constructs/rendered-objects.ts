import { ApiObject, Chart, DependencyGraph } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Manifest } from '../manifests/manifest';

/** An object of the app and what it writes, or why it cannot. */
export interface RenderedObject {
  readonly object: ApiObject;
  readonly manifest?: Manifest;
  readonly failure?: string;
}

/**
 * Every object of an app, rendered once. Rendering has effects: a cdk8s-plus workload with `spread` adds its terms each
 * time. So what the rules read is kept, and given out when cdk8s comes to write the object.
 */
export class RenderedObjects {
  public entries: readonly RenderedObject[] = [];

  /** Whether objects are kept at the moment. */
  public held = false;

  private charts: readonly Chart[] = [];

  constructor(private readonly root: IConstruct) {}

  /** Renders, and gives each object out once: outside of a synth nobody says when the writing is over. */
  public renderForNext(): void {
    this.render();
    for (const { object, manifest } of this.entries) {
      if (manifest !== undefined) object.toJson = () => (forget(object), manifest);
    }
  }

  /** Renders, and gives out the same until the synth is over. */
  public renderForSynth(): void {
    this.render();
    for (const { object, manifest } of this.entries) {
      if (manifest !== undefined) object.toJson = () => manifest;
    }
    this.charts = this.root.node.findAll().filter(Chart.isChart);
    for (const chart of this.charts) chart.toJson = () => objectsOf(chart).map(object => object.toJson());
  }

  public release(): void {
    for (const { object } of this.entries) forget(object);
    for (const chart of this.charts) forget(chart);
    this.entries = [];
    this.charts = [];
    this.held = false;
  }

  private render(): void {
    this.release();
    this.entries = this.root.node.findAll().filter(ApiObject.isApiObject).map(renderOne);
    this.held = true;
  }
}

function renderOne(object: ApiObject): RenderedObject {
  try {
    return { object, manifest: object.toJson() as Manifest };
  } catch (error) {
    return { object, failure: error instanceof Error ? error.message : String(error) };
  }
}

/**
 * The objects of a chart in the order in which cdk8s writes them. A chart asked for them by itself would first validate the
 * whole app and work out its dependencies; a synth has done both before it comes to the charts.
 */
function objectsOf(chart: Chart): readonly ApiObject[] {
  return new DependencyGraph(chart.node).topology().filter(ApiObject.isApiObject).filter(object => Chart.of(object) === chart);
}

/** Leaves the method of its class, which the kept one stood in front of. */
function forget(writer: Partial<Pick<ApiObject, 'toJson'>>): void {
  delete writer.toJson;
}
