import js from '@eslint/js';
import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** Imports flow lib, api, components → features → routes → app; a feature never imports another one. */
const boundary = (files, forbidden, message) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      { patterns: [{ group: forbidden, message }, { group: ['../*'], message: 'Use @/ outside of the own folder.' }] },
    ],
  },
});

const kebabCase = {
  rules: {
    'file-name': {
      create: (context) => ({
        Program(node) {
          const name = context.filename.split('/').pop() ?? '';
          if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*$/.test(name)) {
            context.report({ node, message: `File name ${name} is not kebab-case.` });
          }
        },
      }),
    },
  },
};

export default tseslint.config(
  { ignores: ['dist', 'src/api/schema.d.ts'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  jsxA11y.flatConfigs.recommended,
  reactHooks.configs.flat['recommended-latest'],
  {
    files: ['src/**/*.{ts,tsx}'],
    languageOptions: { globals: globals.browser },
    plugins: { names: kebabCase },
    rules: {
      'names/file-name': 'error',
      'max-lines': ['error', 300],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-console': 'error',
      // The first field of a page that is one form; the rule means DOM elements that steal the focus elsewhere.
      'jsx-a11y/no-autofocus': ['error', { ignoreNonDOM: true }],
    },
  },
  { files: ['public/*.js'], languageOptions: { globals: globals.browser } },
  boundary(['src/lib/**'], ['@/*', '@/*/**'], 'lib imports nothing of the application.'),
  boundary(['src/api/**'], ['@/components/**', '@/features/**', '@/routes/**', '@/app/**'], 'api imports lib only.'),
  boundary(['src/components/**'], ['@/features/**', '@/routes/**', '@/app/**'], 'components import lib and api only.'),
  boundary(['src/features/**'], ['@/features/**', '@/routes/**', '@/app/**'], 'A feature imports components, lib and api only.'),
  boundary(['src/routes/**'], ['@/app/**'], 'Routes do not import the application.'),
);
