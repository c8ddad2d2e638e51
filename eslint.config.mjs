import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** What a layer must not import (style.md 3); a unit test reads the imports as well. */
const forbid = (...group) => ({
  'no-restricted-imports': [
    'error',
    {
      patterns: [
        { group: ['node:*'], message: 'The same bundle runs in the worker host.' },
        { group: ['lit/directives/style-map*'], message: 'Dead under our content security policy.' },
        ...(group.length > 0 ? [{ group, message: 'Arrows go one way: see the layers in the README.' }] : []),
      ],
    },
  ],
});

export default defineConfig(
  { ignores: ['dist/', 'node_modules/', '.vscode-test/'] },
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-console': 'error',
      'no-empty': ['error', { allowEmptyCatch: false }],
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 40 }],
      complexity: ['error', 8],
    },
  },
  { files: ['src/**/*.ts'], rules: forbid() },
  { files: ['src/base/**/*.ts'], rules: forbid('vscode', '../*', 'ofetch') },
  {
    files: ['src/api/**/*.ts'],
    rules: forbid(
      'vscode',
      '**/model/**',
      '**/platform/**',
      '**/views/**',
      '**/accounts/**',
      '**/commands/**',
    ),
  },
  {
    files: ['src/model/**/*.ts'],
    rules: forbid('vscode', 'ofetch', '**/platform/**', '**/views/**', '**/accounts/**', '**/commands/**'),
  },
  {
    files: ['src/platform/**/*.ts'],
    rules: forbid('ofetch', '**/model/**', '**/views/**', '**/accounts/**', '**/commands/**'),
  },
  // Types of api/ and the values of api/errors are fine above; which is which, the test of layers knows.
  { files: ['src/accounts/**/*.ts'], rules: forbid('ofetch', '**/views/**', '**/commands/**') },
  { files: ['src/views/**/*.ts'], rules: forbid('ofetch', '**/accounts/**', '**/commands/**') },
  { files: ['src/commands/**/*.ts'], rules: forbid('ofetch', '**/accounts/**', '**/views/**') },
  {
    files: ['src/webview/*.ts', 'src/webview/words/**/*.ts'],
    rules: forbid('ofetch', '**/accounts/**', '**/views/**', '**/commands/**', '**/page/**'),
  },
  { files: ['src/webview/protocol/**/*.ts'], rules: forbid('vscode', 'ofetch', '../*') },
  {
    files: ['src/webview/page/**/*.ts'],
    rules: forbid(
      'vscode',
      'ofetch',
      '**/model/**',
      '**/api/**',
      '**/base/**',
      '**/platform/**',
      '**/words/**',
    ),
  },
  // One `describe` holds many `it`s; each of those keeps the limit by review.
  { files: ['test/**/*.test.ts'], rules: { 'max-lines-per-function': 'off' } },
  { files: ['test/server/**/*.ts'], rules: forbidSource() },
  {
    files: ['test/support/programs/**/*.ts', 'test/bench/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
);

function forbidSource() {
  return {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          { group: ['**/src/**'], message: 'Two readings of one reference keep each other honest.' },
        ],
      },
    ],
  };
}
