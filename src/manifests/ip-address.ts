const FOUR = /^\d+(\.\d+){3}$/;
const GROUP = /^[0-9a-fA-F]+$/;
const GROUPS = 8;

/** An address as Kubernetes reads it: of four numbers, which may begin with 0, or of eight groups, without a zone. */
export function isIpAddress(text: string): boolean {
  return text.includes(':') ? isOfGroups(text) : isOfFour(text);
}

function isOfFour(text: string): boolean {
  return FOUR.test(text) && text.split('.').every((part) => Number(part) <= 255);
}

function isOfGroups(text: string): boolean {
  const halves = text.split('::');
  const groups = halves.flatMap((half) => half === '' ? [] : half.split(':'));
  const last = groups.at(-1) ?? '';
  const endsInFour = text.endsWith(last) && isOfFour(last);
  const count = groups.length + Number(endsInFour);
  return (endsInFour ? groups.slice(0, -1) : groups).every((group) => GROUP.test(group) && parseInt(group, 16) <= 0xffff)
    && (halves.length === 1 ? count === GROUPS : halves.length === 2 && count < GROUPS);
}
