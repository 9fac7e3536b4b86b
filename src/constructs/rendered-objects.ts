import { ApiObject } from 'cdk8s';
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

  constructor(private readonly root: IConstruct) {}

  public render(): void {
    this.release();
    this.entries = this.root.node.findAll().filter(ApiObject.isApiObject).map(renderOnce);
    this.held = true;
  }

  public release(): void {
    for (const { object } of this.entries) forget(object);
    this.entries = [];
    this.held = false;
  }
}

function renderOnce(object: ApiObject): RenderedObject {
  try {
    const manifest = object.toJson() as Manifest;
    object.toJson = () => manifest;
    return { object, manifest };
  } catch (error) {
    return { object, failure: error instanceof Error ? error.message : String(error) };
  }
}

/** Leaves the method of its class, which the kept one stood in front of. */
function forget(object: ApiObject): void {
  delete (object as Partial<ApiObject>).toJson;
}
