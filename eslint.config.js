import js from '@eslint/js'
import tseslint from 'typescript-eslint'

/** Core decides from what it is given: it reads no clock, no randomness and no environment of its own. */
const coreIsPure = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'core takes the time as an argument',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'core takes the time as an argument',
  },
  {
    selector: "MemberExpression[object.property.name='Now']",
    message: 'core takes the time as an argument',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'core takes randomness as an argument',
  },
]
const onlyConfigReadsTheEnvironment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'only bot/config.ts reads the environment',
}

export default tseslint.config(
  { ignores: ['dist', '.data', 'prisma/generated', 'node_modules'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.js', '*.cjs', '*.mjs'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'max-params': ['error', 4],
      'max-depth': ['error', 3],
      complexity: ['error', 16],
      eqeqeq: 'error',
      'no-console': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allow: [] },
      ],
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/require-await': 'off',
    },
  },
  {
    files: ['core/**'],
    rules: { 'no-restricted-syntax': ['error', ...coreIsPure, onlyConfigReadsTheEnvironment] },
  },
  {
    files: ['bot/**', 'jobs/**', 'prisma/**'],
    ignores: ['bot/config.ts'],
    rules: { 'no-restricted-syntax': ['error', onlyConfigReadsTheEnvironment] },
  },
  {
    files: ['test/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', 'max-params': 'off' },
  },
  { files: ['**/*.{js,cjs,mjs}'], ...tseslint.configs.disableTypeChecked },
)
