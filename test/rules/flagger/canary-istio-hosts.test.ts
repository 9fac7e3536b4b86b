import { canaryIstioHosts } from '../../../src/rules/flagger/canary-istio-hosts';
import { canary } from '../flagger-manifests';
import { testRule } from '../test-rule';

const at = (fields: string, name = 'checkout') => canary({ name, service: `{ name: ${name}, port: 80, ${fields} }` });

testRule(canaryIstioHosts, {
  valid: [
    { name: 'a gateway and the mesh', yaml: at('hosts: [shop.example.com], gateways: [gateways/shop, mesh]') },
    { name: 'all hosts with delegation off and a name of its own', yaml: at('hosts: [checkout], delegation: false') },
    { name: 'delegation alone', yaml: at('delegation: true') },
    { name: 'one host at a gateway for two Canaries', yaml: at('hosts: [shop.example.com], delegation: false') + at('hosts: [help.example.com]', 'help') },
  ],
  invalid: [
    {
      name: 'all hosts in the mesh',
      yaml: at("hosts: ['*']"),
      findings: [
        { path: 'spec.service.hosts[0]', message: 'must not be * in the mesh, where Istio refuses it; write checkout' },
      ],
    },
    {
      name: 'all hosts at a gateway and in the mesh',
      yaml: at("hosts: ['*'], gateways: [gateways/shop, mesh]"),
      findings: [
        {
          path: 'spec.service.hosts[0]',
          message: 'must not be * in the mesh, where Istio refuses it; write checkout, or take mesh out of gateways',
        },
      ],
    },
    {
      name: 'a gateway without the mesh',
      yaml: at('gateways: [gateways/shop]'),
      findings: [
        {
          path: 'spec.service.gateways',
          class: 'advice',
          message: 'does not name mesh, so that calls from within the mesh are not split, and meet the primary alone;'
            + ' write gateways: [gateways/shop, mesh], if the canary is to have a share of them',
        },
      ],
    },
    {
      name: 'delegation beside hosts and gateways',
      yaml: at('delegation: true, hosts: [shop.example.com], gateways: [gateways/shop]'),
      findings: [
        {
          path: 'spec.service.gateways',
          message: 'must not be there beside delegation, where another VirtualService says it; drop it, or delegation',
        },
        { path: 'spec.service.hosts', message: 'must not be there beside delegation, where another VirtualService says it; drop it, or delegation' },
      ],
    },
    {
      name: 'the mesh before a gateway where ports are found',
      yaml: at('portDiscovery: true, gateways: [mesh, gateways/shop]'),
      findings: [
        {
          path: 'spec.service.gateways',
          class: 'risky',
          message: 'begins with mesh, so that Flagger writes no port beside the destination, and at a gateway Istio'
            + ' needs one where the Service has several; write gateways: [gateways/shop, mesh]',
        },
      ],
    },
    {
      name: 'one host in the mesh for two Canaries',
      yaml: at('hosts: [shop.example.com]') + at('hosts: [shop.example.com]', 'help'),
      findings: [
        {
          path: 'spec.service.hosts[0]',
          class: 'risky',
          message: 'is a host of Canary shop/checkout too: in the mesh Istio takes the VirtualService of one of the'
            + ' two; drop it at one of them',
        },
      ],
    },
  ],
});
