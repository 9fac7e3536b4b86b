// Types leave no line behind, and the error is found where it is all the same.
interface Shop {
  readonly name: string;
}

const shop: Shop = { name: 'checkout' };
throw new TypeError(`no such shop: ${shop.name}`);
