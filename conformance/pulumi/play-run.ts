// The process of a play, with a lab of its own inside: `play-run.ts id binaries`. Says what came of it as JSON.
import type { Cluster, Played } from './play';
import { plays } from './plays';
import { Workshop } from './workshop';
import { Children } from '../harness/children';
import { startLab } from '../harness/lab';
import { Recorder } from '../harness/trace';
import type { Binaries } from '../lab/binaries';

const [id, given] = process.argv.slice(2) as [string, string];
const binaries = JSON.parse(given) as Binaries;

void main().then(played => {
  process.stdout.write(JSON.stringify(played), () => process.exit());
});

async function main(): Promise<Played> {
  const { controller, play } = plays.find(one => one.id === id)!;
  const lab = controller && await startLab(binaries, [controller]);
  const cluster: Cluster | undefined = lab && { lab, recorder: new Recorder(lab.api, [controller]) };
  const children = cluster?.lab.children ?? new Children(binaries.kubelab);
  const workshop = new Workshop(children, binaries, cluster?.lab.kubeconfig);
  try {
    return await play({ workshop, cluster });
  } catch (error) {
    return { findings: [(error as Error).message] };
  } finally {
    await workshop.close();
    await (cluster ? cluster.lab.stop() : children.stop());
  }
}
