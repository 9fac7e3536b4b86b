import { ComponentResource, ResourceError } from '@pulumi/pulumi';

class Shop extends ComponentResource {
  constructor(name: string) {
    super('shop:index:Shop', name);
    throw new ResourceError('replicas: must be at least 1, got 0', this, true);
  }
}

new Shop('checkout');
