// Programs in other languages, which get the components from the plug-in.
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fields } from '../../harness/objects';
import { Installation } from '../installation';
import type { Play } from '../play';
import type { Project } from '../project';
import { differencesBetween, objectsIn } from '../rendered';
import { render } from '../rendering';
import { fetchToolchains, goEnvironment, pythonEnvironment } from '../toolchains';
import type { Workshop } from '../workshop';

const PROGRAMS = join(__dirname, '..', 'languages');
const VERSION = '1.4.2';

interface Program {
  readonly name: string;
  /** The beginning of its Pulumi.yaml. */
  readonly project: string;
  /** Its files, where they are not compiled. */
  readonly files?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

export const plays: readonly Play[] = [{
  id: 'languages',
  why: 'programs in Python, Go and YAML write what one in TypeScript writes, a secret stays one, and a mistake is told by its argument',
  needs: ['pulumi-language-nodejs', 'pulumi-language-python', 'pulumi-language-go', 'pulumi-language-yaml'],
  lacks: fetchToolchains,
  play: async ({ workshop }) => {
    const installation = new Installation(workshop.project('installed'));
    await installation.install();
    const { plugin } = installation;
    const python = { environment: { PYTHONPATH: await installation.generatePython() } };
    const runtime = `runtime:\n  name: python\n  options:\n    virtualenv: ${pythonEnvironment()}\n`;
    const same: readonly Program[] = [
      { ...python, name: 'python', project: `name: checkout\n${runtime}`, files: 'python' },
      { name: 'go', project: `name: checkout\nruntime:\n  name: go\n  options:\n    binary: ${await installation.buildGo()}\n`, environment: goEnvironment() },
      { name: 'yaml', project: readFileSync(join(PROGRAMS, 'yaml', 'Pulumi.yaml'), 'utf8') },
    ];
    const wanted = await render(workshop, { name: 'typescript', program: join(PROGRAMS, 'typescript'), config: { version: VERSION } });
    const findings = [...wanted.findings];
    for (const program of same) {
      const { project, folder } = await open(workshop, program, plugin);
      await project.run(['pulumi', 'up', '--yes'], program.environment);
      findings.push(...differencesBetween(objectsIn(wanted.folder), objectsIn(folder)).map(one => `${program.name}: ${one}`));
    }
    findings.push(...await secretProblems(workshop, { ...python, name: 'secret', project: `name: secret\n${runtime}`, files: 'secret' }, plugin));
    findings.push(...await mistakeProblems(workshop, { ...python, name: 'mistake', project: `name: mistake\n${runtime}`, files: 'mistake' }, plugin));
    return { findings };
  },
}];

/** Its stack writes to a folder. */
async function open(workshop: Workshop, { name, project: text, files }: Program, plugin: string): Promise<{ project: Project; folder: string }> {
  const project = workshop.project(`language-${name}`);
  const folder = join(project.directory, 'rendered');
  mkdirSync(folder);
  if (files) cpSync(join(PROGRAMS, files), project.directory, { recursive: true });
  writeFileSync(join(project.directory, 'Pulumi.yaml'), `${text}packages:\n  rolloutkit: ${plugin}\n`);
  await project.run(['pulumi', 'stack', 'init', 'dev']);
  await project.run(['pulumi', 'config', 'set', 'version', VERSION]);
  await project.run(['pulumi', 'config', 'set', '--secret', 'token', 'hush']);
  await project.run(['pulumi', 'config', 'set', 'kubernetes:renderYamlToDirectory', folder]);
  return { project, folder };
}

/** What a secret becomes in the state of a stack. */
const SECRET = '4dabf18193072939515e22adb298388d';

async function secretProblems(workshop: Workshop, program: Program, plugin: string): Promise<string[]> {
  const { project } = await open(workshop, program, plugin);
  const said = await project.run(['pulumi', 'up', '--yes', '--diff'], program.environment);
  const { deployment } = JSON.parse(await project.run(['pulumi', 'stack', 'export'])) as Fields;
  const { inputs: { spec } } = (deployment.resources as Fields[]).find(({ type }) => type.endsWith(':Rollout'))!;
  return [
    ...said.includes('hush') ? ['secret: was told in clear'] : [],
    ...SECRET in spec.template.spec.containers ? [] : ['secret: is none any more in the state'],
    ...Array.isArray(spec.strategy.canary.steps) ? [] : ['secret: made a secret of the steps as well'],
  ];
}

async function mistakeProblems(workshop: Workshop, program: Program, plugin: string): Promise<string[]> {
  const { project, folder } = await open(workshop, program, plugin);
  const { ok, output } = await project.attempt(['pulumi', 'up', '--yes', '--skip-preview'], program.environment);
  const told = [
    'CanaryRollout checkout has 2 findings:',
    'mainContainer: must be the name of a container, got "web"; there are checkout',
    'ramp.stages[2]: must exceed the previous weight 66, got 33',
  ];
  return [
    ...ok ? ['mistake: was not found'] : [],
    ...told.filter(line => !output.includes(line)).map(line => `mistake: not told: ${line}`),
    ...objectsIn(folder).map(({ kind }) => `mistake: a ${kind} was written`),
  ];
}
