import js from '@eslint/js';
import globals from 'globals';

const kit = 'src/main/resources/static/kit/**';

export default [
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2023, sourceType: 'module', globals: globals.browser },
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
      'no-shadow': ['error', { builtinGlobals: false }],
      'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe'].map((property) => ({ property, message: 'Text is set as text, never as markup.' })),
        { object: 'document', property: 'write', message: 'Text is set as text, never as markup.' },
        { object: 'document', property: 'createElement', message: 'The kit makes elements: see el().' },
        { object: 'Intl', property: 'PluralRules', message: 'The kit knows plurals: see counted().' },
      ],
      'no-restricted-globals': ['error', { name: 'fetch', message: 'The kit calls the server: see call().' }],
    },
  },
  { files: [kit], rules: { 'no-restricted-properties': 'off', 'no-restricted-globals': 'off' } },
  { files: ['src/test/js/**'], languageOptions: { globals: globals.node } },
  { ignores: ['src/test/resources/**'] },
];
