import js from '@eslint/js'
import tseslint from 'typescript-eslint'

const pure = ['src/core/**', 'src/messages/**', 'src/policies/**', 'src/vocabulary/**', 'src/read/**', 'src/formula/**', 'src/judge/**', 'src/totals/**', 'src/rules/**', 'src/budgets/**', 'src/pictures/**', 'src/render/**', 'src/*.ts']
const noNetwork = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'].map(name => ({ name, message: 'Nothing leaves the user\'s computer: no code of the product may open a connection.' }))

export default tseslint.config(
  { ignores: ['dist/**', 'node_modules/**', 'coverage/**', 'test/.out/**'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    // Lines of code end at 140 characters; sentences, word lists and comments may be longer.
    files: ['**/*.{ts,tsx,mjs,js}'],
    rules: {
      'max-len': ['error', { code: 140, ignoreStrings: true, ignoreTemplateLiterals: true, ignoreRegExpLiterals: true, ignoreComments: true }],
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
      'no-control-regex': 'off',
      'no-irregular-whitespace': ['error', { skipStrings: true, skipRegExps: true, skipTemplates: true }],
    },
  },
  {
    files: pure,
    rules: {
      'no-restricted-properties': ['error',
        { object: 'Date', property: 'now', message: 'The day is an argument: a report must come out the same tomorrow.' },
        { object: 'Math', property: 'random', message: 'The same workbook must give the same report.' }],
      'no-restricted-syntax': ['error', { selector: 'NewExpression[callee.name="Date"]', message: 'The pure part has no clock and no time zone: use core/day.' }],
      'no-restricted-imports': ['error', { patterns: [{ group: ['react', 'react-dom', '@fluentui/*', 'node:*'], message: 'The pure part knows no screen and no host.' }] }],
    },
  },
  { files: ['src/**', 'taskpane/**'], rules: { 'no-restricted-globals': ['error', ...noNetwork], 'no-alert': 'error' } },
  { files: ['**/*.{js,mjs}'], languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly', Buffer: 'readonly', performance: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly', document: 'readonly', window: 'readonly', requestAnimationFrame: 'readonly' } } },
)
