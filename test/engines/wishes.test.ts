import { madeBy } from './neutral';
import { answerOf, wishes } from './wishes';

/*
 * What each engine makes of each wish: as asked (+), otherwise (~), refused (-). docs/engines.md says why, and a test holds it to what is said.
 * A line that changes here changes what users are promised.
 */
const expected = wishes.map(wish => wish.expected);

test('every wish is met by one engine at least, or there is a reason why by none', () => {
  expect(wishes.filter(({ expected: [argo, flagger] }) => argo === '-' && flagger === '-').map(({ property }) => property)).toEqual([
    'gates: [Gate.afterPromotion(Analysis.successRate())]', 'audience: Audience.cookie(\'beta\').isPresent()',
  ]);
  expect(expected.length).toBeGreaterThan(50);
});

const signs = { 'as asked': '+', 'otherwise': '~', 'refused': '-' } as const;

test.each(wishes.map(wish => [wish.of, wish.property, wish] as const))('%s %s', (_, __, wish) => {
  const answers = [answerOf(wish, 'Argo Rollouts'), answerOf(wish, 'Flagger')];
  expect(answers.map(({ how }) => signs[how])).toEqual(wish.expected);
  // what is not as asked has a reason, which names neither a file nor a stack
  for (const { how, why } of answers) expect(why === undefined).toBe(how === 'as asked');
});

describe('the programs of examples for both engines', () => {
  const [argo, flagger] = [madeBy('argo'), madeBy('flagger')];

  test('have the same rollouts', () => {
    expect([...flagger.keys()]).toEqual([...argo.keys()]);
    expect(argo.size).toBeGreaterThan(15);
  });

  test.each([...argo.keys()])('%s has the same shares of the traffic and the same questions, or is refused', name => {
    const [one, other] = [argo.get(name)!, flagger.get(name)!];
    // a stricter question about errors is asked by Flagger, hooks are calls and no questions, and a blue-green of Argo Rollouts has no stages
    const questions = one.questions.filter(each => !['catastrophic-errors', 'helm-test', 'load-test'].includes(each));
    expect(other.questions).toEqual(questions);
    if (other.refused.length === 0 && one.shares.length > 0) expect(other.shares).toEqual(one.shares);
  });

  test('are refused by Flagger where it could only do something else', () => {
    expect([...flagger].filter(([, { refused }]) => refused.length > 0).map(([name]) => name)).toEqual([
      'quickstart shop/checkout', 'theory theory/minutes', 'my-app original/my-app', 'my-app original-blue-green/my-app', 'my-app my-app/my-app',
      'ab-test shop/staff', 'flash-sale flash-sale/flash-sale', 'flash-sale flash-sale-short/flash-sale',
    ]);
  });
});
