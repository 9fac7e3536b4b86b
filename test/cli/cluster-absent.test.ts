import { GOOD, rolloutkit } from './command-line';
import { fakeKubectl } from './fake-kubectl';
import type { Difference } from './fake-kubectl';

async function lint(options: readonly string[], difference: Difference = {}) {
  const { runProgram } = fakeKubectl(difference);
  return rolloutkit(['lint', 'a.yaml', '--with', 'cluster', ...options], { 'a.yaml': GOOD }, '', false, { runProgram });
}

// in the words of kubectl 1.32
const refused = 'E1121 23:42:26.658125    6439 memcache.go:265] "Unhandled Error" err="couldn\'t get current server API group list: Get \\"https://127.0.0.1:6443/api?timeout=10s\\": dial tcp 127.0.0.1:6443: connect: connection refused"\n'
  + 'The connection to the server 127.0.0.1:6443 was refused - did you specify the right host or port?\n';
const noPlugin = `E1121 23:42:27.613287    6468 memcache.go:265] "Unhandled Error" err=<
\tcouldn't get current server API group list: Get "https://127.0.0.1:6443/api?timeout=10s": getting credentials: exec: executable no-such-plugin not found
\t
\tIt looks like you are trying to use a client-go credential plugin that is not installed.
 >
Unable to connect to the server: getting credentials: exec: executable no-such-plugin not found
It looks like you are trying to use a client-go credential plugin that is not installed.
`;
const ends = (err: string, out = '') => ({ code: 1, out, err });

describe('fails with 3 and one sentence', () => {
  test.each<[string, Difference, string]>([
    ['without kubectl', { instead: { config: 'not there' } }, 'there is no kubectl on the PATH: install it, or write the objects to a file and name that instead'],
    ['without an answer', { instead: { 'api-resources': 'too long' } }, 'kubectl has not answered within 120 seconds: try kubectl --request-timeout=10s api-resources --verbs=list --no-headers'],
    ['with a server that is not there', { instead: { 'api-resources': ends(refused) } },
      'kubectl cannot read the cluster of context staging: The connection to the server 127.0.0.1:6443 was refused - did you specify the right host or port?'],
    ['with a server that does not answer', { instead: { 'api-resources': ends('Unable to connect to the server: context deadline exceeded\n') } },
      'kubectl cannot read the cluster of context staging: Unable to connect to the server: context deadline exceeded'],
    ['without a plugin of the kubeconfig', { instead: { 'api-resources': ends(noPlugin) } },
      'kubectl cannot read the cluster of context staging: Unable to connect to the server: getting credentials: exec: executable no-such-plugin not found'],
    ['with a user who would have to be asked', { instead: { 'api-resources': ends('error: EOF\n', 'Please enter Username: ') } },
      'kubectl cannot read the cluster of context staging: it needs a user name and a password, which nobody is asked for here'],
    ['with credentials that are none', { instead: { get: ends('error: You must be logged in to the server (Unauthorized)\n') } },
      'kubectl cannot read the cluster of context staging: You must be logged in to the server (Unauthorized)'],
    ['with a kubeconfig that is broken', { instead: { config: ends('error: error loading config file "config": yaml: line 1: did not find expected node content\n') } },
      'kubectl cannot read the cluster: error loading config file "config": yaml: line 1: did not find expected node content'],
    ['with words instead of objects', { instead: { get: { code: 0, out: 'hello', err: '' } } }, 'kubectl answers with something that is no JSON: try kubectl get services -o json'],
    ['without a word', { instead: { get: ends('') } }, 'kubectl cannot read the cluster of context staging: it fails and says nothing'],
  ])('%s', async (_, difference, sentence) => {
    expect(await lint([], difference)).toMatchObject({ code: 3, out: '', err: `rolloutkit: --with cluster: ${sentence}\n` });
  });

  test('with a context that nobody knows', async () => {
    expect(await lint(['--context', 'nope'])).toMatchObject({
      code: 3, out: '', err: 'rolloutkit: --with cluster: kubectl cannot read the cluster of context nope: cannot locate context nope\n',
    });
  });
});
