// eslint's own messages say what is wrong; this adds what to do about it where that is not obvious.
const { relative } = require('node:path');

const HINTS = {
  'max-lines': 'Which concept should move out? Give it a file named after it; one concept a file, about 100 lines.',
  '@typescript-eslint/no-explicit-any':
    'Name the type that is meant, or write `unknown` and narrow it. `any` in a public type becomes an untyped object in every other language.',
  '@typescript-eslint/no-require-imports':
    'Write an import. A lazy load is allowed only where the import would cost every user start-up time: the folders are listed in projenrc/lint.ts.',
  'import/no-extraneous-dependencies':
    'Add the package in .projenrc.ts, with its reason in docs/dependencies.md, or do without it.',
};

module.exports = (results) => {
  const lines = [];
  for (const { filePath, messages } of results) {
    for (const { line = 1, column = 1, severity, message, ruleId } of messages) {
      const hint = HINTS[ruleId] ? ` ${HINTS[ruleId]}` : '';
      lines.push(`${relative(process.cwd(), filePath)}:${line}:${column}  ${severity === 2 ? 'error' : 'warning'}  ${message}${hint} (${ruleId ?? 'syntax'})`);
    }
  }
  if (lines.length === 0) return '';
  return `${lines.join('\n')}\n\nMany of these can be mended by the machine: npx projen eslint --fix\n`;
};
