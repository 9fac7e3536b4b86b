import { pathProblem } from '../intent/checks';
import { refuse, show } from '../intent/problem';
import type { Problem } from '../intent/problem';
import type { ScrapeIntent } from '../intent/scrape';
import { fits } from '../manifests/leaf';

/** Options for `Scrape.at`. */
export interface ScrapeOptions {
  /**
   * The port of the container that has the metrics.
   * @default - the port that serves requests
   */
  readonly port?: number;

  /**
   * The path of the metrics.
   * @default '/metrics'
   */
  readonly path?: string;
}

/** Where Prometheus finds the metrics of the pods, told by the annotations `prometheus.io/...` of their Services. */
export class Scrape {
  /** At a port and a path of every pod. */
  public static at(options: ScrapeOptions = {}): Scrape {
    const { port, path = '/metrics' } = options;
    refuse('Scrape.at', portProblem(port), pathProblem(path));
    return new Scrape({ port, path });
  }

  /** @internal */
  public readonly _intent: ScrapeIntent;

  private constructor(intent: ScrapeIntent) {
    this._intent = intent;
  }
}

function portProblem(port: number | undefined): Problem | undefined {
  return port === undefined || fits(port, known => Number.isInteger(known) && known >= 1 && known <= 65535) ? undefined : {
    property: 'port', message: `must be a port, from 1 to 65535, got ${show(port)}`, fix: 'write 8080',
  };
}
