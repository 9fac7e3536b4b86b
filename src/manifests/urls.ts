/* As Go's `url.Parse` takes an address apart; a query may be anything but control characters. */

const SCHEME = '[a-z][a-z\\d+.-]*:';
const USER = '(?:(?:[\\w\\-.:~!$&\'()*+,;=@]|%[\\da-f]{2})*@)?';
const IPV6 = '\\[[\\da-f:.]*:[\\da-f:.]*(?:%25[^\\]/?#]*)?\\]';
const NAME = '(?:[\\w\\-.~!$&\'()*+,;=\\]<>"\\u0080-\\uffff]|%25|%[89a-f][\\da-f])*';
const PATH = '(?:/(?:[^%?#]|%[\\da-f]{2})*)?';
const ADDRESS = new RegExp(`^${SCHEME}//${USER}(?=[^/?#])(?:${IPV6}|${NAME})(?::\\d*)?${PATH}(?:\\?[^#]*)?(?:#(?:[^%]|%[\\da-f]{2})*)?$`, 'i');
const CONTROL = /[\u0000-\u001f\u007f]/;

/** One store is asked by metric after metric. */
let last = { text: '', isUrl: false };

/** Whether it is an address with a scheme and a host. */
export function isUrl(text: string): boolean {
  if (text !== last.text) {
    last = { text, isUrl: ADDRESS.test(text) && !CONTROL.test(text) };
  }
  return last.isUrl;
}
