const MAGIC = /[*?[{]/;
const MOST_ALTERNATIVES = 1000;
/** As in shells, `*` and `**` do not enter what is hidden. */
const NOT_HIDDEN = '(?!\\.)';
const ANY_FOLDERS = `(?:${NOT_HIDDEN}[^/]+/)*`;

/** Whether a text is a pattern as shells know them, for shells that do not and for those in quotes: `*`, `**`, `?`, `[a-c]`, `{a,b}`. */
export function isPattern(text: string): boolean {
  return MAGIC.test(text);
}

/** The patterns without braces that one with braces stands for; undefined when there are too many. */
export function alternatives(pattern: string): readonly string[] | undefined {
  const done: string[] = [];
  const open = [pattern];
  while (open.length > 0) {
    if (done.length + open.length > MOST_ALTERNATIVES) {
      return undefined;
    }
    const next = open.pop()!;
    const inner = /\{([^{}]*,[^{}]*)\}/.exec(next);
    if (inner === null) {
      done.push(next);
    } else {
      const [whole, list] = inner;
      open.push(...list.split(',').map((each) => `${next.slice(0, inner.index)}${each}${next.slice(inner.index + whole.length)}`));
    }
  }
  return done;
}

/** The folder that holds all that a pattern can match: what stands before its first special part; empty for the current one. */
export function baseOf(pattern: string): string {
  const parts = pattern.split('/');
  const special = parts.findIndex((part) => MAGIC.test(part));
  const base = parts.slice(0, special < 0 ? -1 : special).join('/');
  return base === '' && pattern.startsWith('/') ? '/' : base;
}

/** Whether a whole path matches a pattern without braces. Throws what `RegExp` throws at a range that is none. */
export function matcher(pattern: string): (path: string) => boolean {
  const parts = pattern.endsWith('/**') || pattern === '**' ? [...pattern.split('/'), '*'] : pattern.split('/');
  const source = parts.map((part, index) => part === '**' ? ANY_FOLDERS : `${partSource(part)}${index < parts.length - 1 ? '/' : ''}`).join('');
  const expression = new RegExp(`^${source}$`, 'u');
  return (path) => expression.test(path);
}

function partSource(part: string): string {
  let source = MAGIC.test(part.charAt(0)) ? NOT_HIDDEN : '';
  for (let index = 0; index < part.length; index++) {
    const character = part[index];
    // several are as good as one, and cost the matcher far more
    const isRepeated = character === '*' && part[index - 1] === '*';
    const close = character === '[' ? part.indexOf(']', index + 2) : -1;
    if (close > 0) {
      source += `[${part.slice(index + 1, close).replace(/^[!^]/, '^').replace(/[\\[\]&~|]/g, '\\$&')}]`;
      index = close;
    } else if (!isRepeated) {
      source += character === '*' ? '[^/]*' : character === '?' ? '[^/]' : character.replace(/[\\^$.+()[\]{}|]/g, '\\$&');
    }
  }
  return source;
}
