// Texts of YAML, most of them nearly right: what people write, what libraries disagree about, and small mistakes in both.

/** Words that mean something, or look as if they did. */
export const words = ['a','b','foo','on','yes','No','y','N','~','null','','1','0','-1','+1','0777','0o17','0x1F','0b11','1_000','1.0','1.10','.5','1e3','1e400','12345678901234567890','99999999999999999999','9223372036854775807','-9223372036854775808','08','1:30','2001-12-14','2001-12-14T21:59:43Z','.inf','-.INF','.NaN','-','--','-a','?a',':a','a:b','a b','a  b','http://x/y?z=1','a#b','a #c','"q"','"a\\nb"','"\\u00e9"','"\\x41"',"'it''s'","'x'",'"a b"','"multi\n   line"','&x a','*x','&y','!!str 1','!!int "3"','!!float 1','! 5','!!binary aGk=','!foo bar','!!null x','<<','@a','`a','%a','a%','a,b','[a','a]','{a','é','a: b','- a','|','>','|-','>+','|2','é: ü','=','+','.','..','...','+.5','-.5','.','1.','1_','0_7','_1','1__0','0x','0o','0b','-0','-0.0','00','-0b11','0B11','1E3','.e3','._5','1_23.5','true','True','TRUE','tRUE','false','Null','nULL','on ','off','OFF','0.1','1.5e-7','123456789.5','1e21','1e7','5e-324','010','0x_1','+0x1','+12345678901234567890','18446744073709551615','18446744073709551616','0.','00.5','1e+3','+e','e3','\\','"\\/"','"\\q"', "'a\n\n b'", '"a\\\n  b"', 'x\n y', 'x\n\n  y'];

const KEYS = ['a', 'b', 'c', 'd', 'e', 'key', 'on', '1', '1.5', 'true', 'null', '"q"', "'s'", 'a b', '<<', '0777', '2001-01-01', '1e7', '1.10', 'x-y', 'é', '__proto__', 'constructor', '&k a', '~', '', '? a', '1_0', '1e3'];
const MISTAKES = [' ', '\n', '\t', ':', ': ', '- ', '#', ' #', '"', "'", '{', '}', '[', ']', ',', '&a ', '*a', '!', '|', '>', '?', '? ', '---\n', '...\n', '%', '@', '\\', '\r\n', 'é', '  ', '\n\n'];
const HEADS = ['|', '>', '|-', '>-', '|+', '>+', '|2', '>1-', '| # c'];
const LINES = ['text', 'more text', '', '  ', '# x', 'a: b', '\tz'];

/** Documents that are always the same for a seed. */
export function documents(seed, amount) {
  let state = seed;
  const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const pick = list => list[Math.floor(random() * list.length)];
  const several = (most, make) => Array.from({ length: 1 + Math.floor(random() * most) }, make);

  function flow(depth) {
    const chance = random();
    if (depth <= 0 || chance < 0.5) return pick(words);
    if (chance < 0.75) return `[${several(3, () => random() < 0.2 ? `${flow(depth - 1)}: ${flow(depth - 1)}` : flow(depth - 1)).join(pick([', ', ',', ' ,\n ']))}${pick(['', ' ', ','])}]`;
    const entry = () => `${pick([flow(0), 'z', '? k ', `k${Math.floor(random() * 9)}`, '"k"'])}${pick([': ', ': ', ':'])}${flow(depth - 1)}`;
    return `{${several(3, entry).join(', ')}}`;
  }

  function block(depth) {
    const chance = random();
    if (depth <= 0 || chance < 0.3) return ` ${pick(words)}`;
    if (chance < 0.4) return ` ${flow(2)}`;
    if (chance < 0.5) {
      const indent = pick([1, 2, 2, 4]);
      return ` ${pick(HEADS)}\n${several(4, () => ' '.repeat(pick([indent, indent, indent, indent + 1, indent + 2, 0])) + pick(LINES)).join('\n')}`;
    }
    const head = pick(['', '', '', '', ' &x', ' &y', ' !!map', ' # c', '  ']);
    const indent = pick([2, 2, 2, 4, 1]);
    if (chance < 0.7) {
      const column = pick([0, indent]);
      return `${head}\n${several(4, () => `-${indented(inline(block(depth - 1)), 2)}`).map(part => ' '.repeat(column) + indented(part, column)).join('\n')}`;
    }
    const parts = several(4, () => pick(KEYS) + pick([':', ':', ':', ':', ' :']) + block(depth - 1));
    return `${head}\n${parts.map(part => ' '.repeat(indent) + indented(part, indent)).join(pick(['\n', '\n', '\n\n', '\n# c\n']))}`;
  }

  /** What stands below a dash may begin on its line. */
  function inline(text) {
    const indent = /^\n( +)/.exec(text)?.[1];
    if (indent === undefined || random() < 0.3) return text;
    return ` ${text.slice(1 + indent.length).split('\n').map((line, index) => index > 0 && line.startsWith(indent) ? line.slice(indent.length) : line).join('\n')}`;
  }

  function mistaken(text) {
    const at = Math.floor(random() * text.length);
    const chance = random();
    if (chance < 0.5) return text.slice(0, at) + pick(MISTAKES) + text.slice(at);
    return chance < 0.8 ? text.slice(0, at) + text.slice(at + 1 + Math.floor(random() * 3)) : text.slice(0, at) + pick(MISTAKES) + text.slice(at + 1);
  }

  return Array.from({ length: amount }, () => {
    const chance = random();
    const text = chance < 0.2 ? `a: ${flow(3)}` : `${several(4, () => `${pick(KEYS)}:${block(3)}`).join('\n')}${pick(['\n', '', '\n\n', '\n# end'])}`;
    return random() < 0.4 ? mistaken(text) : text;
  });
}

function indented(text, columns) {
  return text.split('\n').map((line, index) => index === 0 ? line : ' '.repeat(columns) + line).join('\n');
}
