/** Texts by the name of the place they belong to. */
export type Blocks = Readonly<Record<string, string>>;

const PLACE = /(<!-- generated: (\S+)(?:, by `npx projen examples`)? -->\n)[^]*?(<!-- end -->)/g;

/** The document with every generated place filled anew. A place nobody fills, and a block without a place, are told. */
export function fill(document: string, blocks: Blocks): string {
  const used = new Set<string>();
  const filled = document.replace(PLACE, (_, start: string, name: string, end: string) => {
    used.add(name);
    return `${start}${blocks[name] ?? `nothing generates ${name}`}\n${end}`;
  });
  const unused = Object.keys(blocks).filter(name => !used.has(name));
  return unused.length === 0 ? filled : `${filled}\n(no place for ${unused.join(', ')})\n`;
}
