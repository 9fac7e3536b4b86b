import { pods } from './pods';
import { podNetwork } from '../../../src/rules/workload/pod-network';
import { testRule } from '../test-rule';

const POD = 'spec.template.spec';
const dns = (fields: string) => pods('', `dnsConfig: { ${fields} }`);

testRule(podNetwork, {
  valid: [
    { name: 'a policy', yaml: pods('', 'dnsPolicy: ClusterFirst') },
    { name: 'name servers of its own', yaml: pods('', 'dnsPolicy: None\ndnsConfig: { nameservers: [10.0.0.10, "fd00::10"], searches: [shop.svc.cluster.local.], options: [{ name: ndots, value: "2" }] }') },
    { name: 'other names of hosts', yaml: pods('', 'hostAliases: [{ ip: 10.0.0.1, hostnames: [db.example.com] }]\nhostname: checkout\nsubdomain: shops') },
  ],
  invalid: [
    {
      name: 'a policy that there is not',
      yaml: pods('', 'dnsPolicy: None-such'),
      findings: [{ path: `${POD}.dnsPolicy`, message: /^must be one of ClusterFirst, ClusterFirstWithHostNet, Default and None, got "None-such"; /, class: 'refused' }],
    },
    {
      name: 'no name server at all',
      yaml: pods('', 'dnsPolicy: None'),
      findings: [{ path: `${POD}.dnsConfig.nameservers`, message: 'must be given beside dnsPolicy: None, got none; write the addresses of name servers', class: 'refused' }],
    },
    {
      name: 'name servers without an address, and too many',
      yaml: dns('nameservers: [kube-dns, 10.0.0.1, 10.0.0.2, 10.0.0.3]'),
      findings: [
        { path: `${POD}.dnsConfig.nameservers`, message: 'must hold at most 3, got 4; drop 1 of them', class: 'refused' },
        { path: `${POD}.dnsConfig.nameservers[0]`, message: 'must be an IP address, got "kube-dns"; write the address, such as 10.0.0.10', class: 'refused' },
      ],
    },
    {
      name: 'domains and options that there cannot be',
      yaml: dns('searches: [the shop], options: [{ value: "2" }]'),
      findings: [
        { path: `${POD}.dnsConfig.options[0].name`, message: 'must be the name of an option, got none; write one such as ndots', class: 'refused' },
        { path: `${POD}.dnsConfig.searches[0]`, message: 'must be the name of a domain, got "the shop"; write one such as svc.cluster.local', class: 'refused' },
      ],
    },
    {
      name: 'more domains than anybody can hold',
      yaml: dns(`searches: [${Array.from({ length: 33 }, (_, index) => `a${index}`).join(', ')}]`),
      findings: [{ path: `${POD}.dnsConfig.searches`, message: 'must hold at most 32, got 33; drop 1 of them', class: 'refused' }],
    },
    {
      name: 'longer domains than anybody can hold',
      yaml: dns(`searches: [${Array.from({ length: 12 }, () => 'a'.repeat(200)).join(', ')}]`),
      findings: [{ path: `${POD}.dnsConfig.searches`, message: 'must have at most 2048 characters together, got 2411; drop some of them', class: 'refused' }],
    },
    {
      name: 'hosts without an address or a name',
      yaml: pods('', 'hostAliases: [{ ip: 10.0.0.256, hostnames: [the_db] }]\nhostname: My_pod'),
      findings: [
        { path: `${POD}.hostAliases[0].hostnames[0]`, message: 'must be the name of a host, got "the_db"; write one such as db.example.com', class: 'refused' },
        { path: `${POD}.hostAliases[0].ip`, message: /^must be an IP address, got "10.0.0.256"; /, class: 'refused' },
        { path: `${POD}.hostname`, message: 'must be at most 63 lower-case letters, digits and hyphens, got "My_pod"; write hostname: my-pod', class: 'refused' },
      ],
    },
    {
      name: 'a name in the place of another one',
      yaml: pods('', `hostnameOverride: ${'a'.repeat(65)}\nsetHostnameAsFQDN: true`),
      findings: [
        { path: `${POD}.hostnameOverride`, message: 'cannot stand beside setHostnameAsFQDN: true; drop one of them', class: 'refused' },
        { path: `${POD}.hostnameOverride`, message: 'must have at most 64 characters, got 65; take 1 out', class: 'refused' },
      ],
    },
  ],
});
