import { GOOD, RISKY, ROLLOUT, rolloutkit } from './command-line';

const annotated = (text: string, yaml = ROLLOUT) => yaml.replace('namespace: shop }', `namespace: shop, annotations: { rolloutkit.dev/waive: ${JSON.stringify(text)} } }`);
const lint = (yaml: string, ...options: string[]) => rolloutkit(['lint', 'a.yaml', ...options], { 'a.yaml': yaml });
const messages = (out: string) => [...out.matchAll(/^ {4}(?! *\d* \|)(.*)$/gm)].map(([, text]) => text);
const PATH = 'metadata.annotations["rolloutkit.dev/waive"]: the waiver of';

describe('an annotation on the object', () => {
  test('accepts what a rule says of it, and its reason is listed', async () => {
    expect(await lint(annotated('weights-increase: the second step is a drill'))).toMatchObject({
      code: 0,
      out: '',
      err: 'waived  Rollout shop/checkout  weights-increase: the second step is a drill\nnothing found in 1 object, 1 waived\n',
    });
  });

  test.each([
    ['several rules with semicolons', 'weights-increase: a drill; weights-reachable: known', 'a drill', 'known'],
    ['several rules on lines', 'weights-increase: a drill\nweights-reachable: known\n', 'a drill', 'known'],
    ['a reason over lines, with a semicolon of its own', 'weights-increase:\n  a drill; see the plan\n  of this week\nweights-reachable: known', 'a drill; see the plan of this week', 'known'],
  ])('holds %s', async (_, text, first, second) => {
    const both = ROLLOUT.replace('- setWeight: 30', '- setWeight: 45\n        - setWeight: 30');
    const { code, err } = await lint(annotated(text, both));
    expect(code).toBe(0);
    expect(err).toContain(`waived  Rollout shop/checkout  weights-increase: ${first}\n`);
    expect(err).toContain(`waived  Rollout shop/checkout  weights-reachable: ${second}\n`);
  });

  test('holds for its own object, and not for another of the same name', async () => {
    const { code, out } = await lint(`${annotated('weights-increase: a drill')}---\n${ROLLOUT}`, '--rule', 'weights-increase');
    expect(code).toBe(1);
    expect(messages(out)).toHaveLength(1);
  });

  test.each([['weights-increase:'], ['weights-increase']])('fails without a reason, and waives nothing: %s', async (text) => {
    const { code, out } = await lint(annotated(text));
    expect(code).toBe(1);
    expect(messages(out)).toEqual([
      `${PATH} weights-increase for Rollout shop/checkout gives no reason, so it waives nothing; write why the finding is accepted: 'weights-increase: ...'`,
      expect.stringContaining('must exceed the previous weight') as unknown,
    ]);
  });

  test('fails when it waives nothing', async () => {
    const { out } = await lint(annotated('weights-increase: a drill', GOOD));
    expect(messages(out)).toEqual([`${PATH} weights-increase for Rollout shop/checkout waives nothing: the rule has nothing to say there; drop it, or correct its rule or resource`]);
    expect(out).toContain('3:61  warning');
  });

  test('fails on a rule that there is not', async () => {
    const { out } = await lint(annotated('weight-increases: a drill', GOOD));
    expect(messages(out)).toEqual([`${PATH} weight-increases for Rollout shop/checkout names no rule that there is; write weights-increase: a drill`]);
  });

  test('is not unused because its rule was not asked, or because the object may be elsewhere', async () => {
    expect(await lint(annotated('weights-reachable: known', RISKY), '--rule', 'weights-increase')).toMatchObject({ code: 0, out: '' });
    const named = annotated('services-present: made by another team', GOOD).replace('maxUnavailable: 0', 'maxUnavailable: 0\n      canaryService: a');
    expect(await lint(named)).toMatchObject({ code: 0, out: '' });
  });
});

describe('a file of waivers', () => {
  const waive = (waivers: string, yaml = ROLLOUT, ...options: string[]) =>
    rolloutkit(['lint', 'a.yaml', '--waivers', 'waivers.yaml', ...options], { 'a.yaml': yaml, 'waivers.yaml': waivers });
  const WAIVER = '- rule: weights-increase\n  resource: Rollout shop/checkout\n  reason: a drill\n';

  test('accepts what it names', async () => {
    expect(await waive(WAIVER)).toMatchObject({ code: 0, out: '', err: expect.stringContaining('weights-increase: a drill\n') as unknown });
  });

  test('fails when one is unused, at its place in the file', async () => {
    const { code, out } = await waive(`# ours\n${WAIVER}`, GOOD);
    expect(code).toBe(0);
    expect(out).toMatch(/^waivers\.yaml\n {2}2:3 {2}warning {2}Rollout shop\/checkout {2}\(unused-waiver\)\n {4}the waiver of weights-increase for Rollout shop\/checkout waives nothing/);
  });

  test('fails when it names an object that is not there', async () => {
    expect((await waive(WAIVER.replace('checkout', 'chekout'))).out).toContain('names an object that is not in the input');
  });

  test('is told as suppressed to code scanning', async () => {
    const { out } = await waive(WAIVER, ROLLOUT, '--format', 'sarif');
    expect(JSON.parse(out)).toMatchObject({ runs: [{ results: [{ ruleId: 'weights-increase', suppressions: [{ kind: 'external', justification: 'a drill' }] }] }] });
  });

  test.each([
    ['without a reason', '- rule: surge\n  resource: Rollout a\n', 'waivers.yaml:1:3: a waiver needs a reason: say why the finding is accepted'],
    ['with an empty reason', '- { rule: surge, resource: Rollout a, reason: " " }', 'waivers.yaml:1:3: a waiver needs a reason, got " ": say why the finding is accepted'],
    ['of an unknown rule', '- { rule: surg, resource: Rollout a, reason: b }', 'waivers.yaml:1:3: there is no rule surg; did you mean surge?'],
    ['with a misspelt key', '\n- { rule: surge, resuorce: Rollout a, reason: b }', 'waivers.yaml:2:18: a waiver has rule, resource and reason, got resuorce; did you mean resource?'],
    ['that is a text', '- surge', 'waivers.yaml:1:3: must be a list of { rule, resource, reason }, got "surge" in it'],
    ['that is no list', 'rule: surge', 'waivers.yaml:1:1: must be a list of { rule, resource, reason }, got {"rule":"surge"}'],
    ['that is nothing', '', 'waivers.yaml:1:1: must be a list of { rule, resource, reason }, got nothing'],
    ['that is no YAML', '- { rule', /^rolloutkit: waivers\.yaml:1:\d+: cannot be read: /],
  ])('fails %s', async (_, waivers, message) => {
    const { code, out, err } = await waive(waivers);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
  });

  test('fails when it is not there', async () => {
    expect(await rolloutkit(['lint', 'a.yaml', '--waivers', 'none.yaml'], { 'a.yaml': ROLLOUT })).toMatchObject({ code: 2, err: 'rolloutkit: none.yaml: there is no such file\n' });
  });
});
