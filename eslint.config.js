/** ESLint finds mistakes; layout is the editor's business (.editorconfig). */

import js from '@eslint/js'
import globals from 'globals'

export default [
  { ignores: ['build/dist/', 'build/cache/', 'node_modules/', '**/node_modules/'] },
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 'latest', sourceType: 'module', globals: { ...globals.browser, ...globals.nodeBuiltin } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'none' }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'prefer-const': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-restricted-properties': ['error',
        { property: 'innerHTML', message: 'Build nodes: text from users is never parsed as HTML.' },
        { property: 'outerHTML', message: 'Build nodes: text from users is never parsed as HTML.' },
        { property: 'insertAdjacentHTML', message: 'Build nodes: text from users is never parsed as HTML.' }],
    },
  },
]
