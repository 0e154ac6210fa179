import tseslint from 'typescript-eslint';

// The one way through, bottom first: a room imports only rooms below it.
const rooms = ['diagnostics', 'quantity', 'input', 'factors', 'footprint', 'sectors', 'institution', 'report', 'batch', 'label', 'exchange', 'show', 'cli'];
const pure = ['diagnostics', 'quantity', 'footprint', 'sectors', 'institution'];

const roomRules = rooms.map((room, floor) => ({
  files: [`src/${room}/**/*.ts`],
  rules: {
    'no-restricted-imports': ['error', {
      patterns: [
        ...(floor + 1 < rooms.length
          ? [{ group: rooms.slice(floor + 1).map((above) => `**/${above}/**`), message: `${room}/ may import only rooms below it.` }]
          : []),
        ...(pure.includes(room) ? [{ group: ['node:*'], message: `${room}/ does no I/O.` }] : []),
      ],
    }],
  },
}));

export default tseslint.config(
  // The kernel is AssemblyScript, which its own compiler checks.
  { ignores: ['dist/', 'node_modules/', 'src/generated/', 'coverage/', 'kernel/'] },
  ...tseslint.configs.strict,
  {
    languageOptions: { parserOptions: { ecmaVersion: 'latest', sourceType: 'module' } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-dynamic-delete': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' }],
      'eqeqeq': 'error',
      'no-console': 'error',
    },
  },
  ...roomRules,
  {
    files: ['src/**/*.ts'],
    ignores: ['src/cli/main.ts'],
    rules: {
      'no-restricted-properties': ['error',
        { object: 'process', property: 'exit', message: 'Only main may exit.' },
        { object: 'process', property: 'exitCode', message: 'Only main may exit.' },
      ],
    },
  },
  {
    files: pure.map((room) => `src/${room}/**/*.ts`),
    rules: {
      'no-restricted-globals': ['error', 'process', 'Date', 'Intl', 'fetch', 'setTimeout'],
      'no-restricted-syntax': ['error', {
        selector: 'CallExpression[callee.property.name=/^toLocale/]',
        message: 'The engine knows no locale.',
      }],
    },
  },
  { files: ['scripts/**', 'bench/**', 'conformance/**', '*.config.*'], rules: { 'no-console': 'off' } },
);
