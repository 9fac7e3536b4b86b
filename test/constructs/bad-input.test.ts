import { mistakes } from './mistakes';
import { Programs } from './program';
import type { Run } from './program';

let programs: Programs;
beforeAll(() => { programs = new Programs(); });
afterAll(() => programs.remove());

const run = (program: string): Run => programs.run(`
  const app = new App();
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  const checkout = props => new CanaryRollout(chart, 'checkout', { containers, ...props });
  const switched = props => new BlueGreenRollout(chart, 'checkout', { containers, ...props });
  ${program};
  app.synth();`);

/** What is said, without the piece of source and the version that Node adds, headings, and the place that cdk8s puts in front. */
function findingsIn({ stderr }: Run): string[] {
  const said = stderr.replace(/^[^]*\n\s*\^+\s*\n/, '').replace(/\n\nNode\.js v[^]*$/, '').trim();
  return said.replace(/^(\[)?InvalidRollout: ([^]*?)\]?$/, '$2').split('\n')
    .filter(line => line !== 'Validation failed with the following errors:')
    .map(line => line.trim().replace(/^\[[^\]]*\] /, ''));
}

test('the same program without a mistake says nothing and is written', () => {
  const { status, stdout, stderr, files } = run('checkout({ analyses: [Analysis.successRate()] })');
  expect({ status, stdout, stderr, files: Object.keys(files) }).toEqual({ status: 0, stdout: '', stderr: '', files: ['shop.k8s.yaml'] });
});

test.each(mistakes)('fails on $mistake with one finding, no stack and no file', ({ program, finding }) => {
  const result = run(program);
  expect(findingsIn(result)).toEqual([finding]);
  expect(result.stderr.split(finding)).toHaveLength(2);
  expect(`${result.stdout}${result.stderr}`).not.toMatch(/^ {4}at /m);
  expect(result.stdout).toBe('');
  expect(result.files).toEqual({});
  expect(result.status).toBe(1);
});

test('fails on several mistakes with each of them once', () => {
  const result = run('checkout({ replicas: 0, containers: [{ image: "", portNumber: 80 }], ramp: Ramp.stages([40, 20]) })');
  expect(findingsIn(result).map(line => line.split(': ')[0]).sort()).toEqual(['containers[0].image', 'ramp.stages[1].weight', 'replicas']);
  expect(result.files).toEqual({});
});
