import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import boundaries from 'eslint-plugin-boundaries';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import typescript from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

// --- Who may import whom -------------------------------------------------------------------------------------------

/** Each room of this line may import every room before it. */
const line = [
  'base',
  'model',
  'network',
  'metrics',
  'layout',
  'scene',
  'figures',
  'workers',
  'state',
  'view',
  'app',
];

/** What else a room may import, and what the rooms beside the line stand on. */
const beside = {
  metrics: ['kernels'],
  layout: ['kernels'],
  figures: ['formats'],
  workers: ['formats', 'kernels', 'storage'],
  state: ['formats', 'storage', 'room', 'i18n'],
  viewer: ['base', 'model', 'scene', 'i18n'],
  app: ['formats', 'storage', 'i18n'],
  kernels: ['base'],
  formats: ['base', 'model'],
  storage: ['base', 'model'],
  room: ['base', 'model'],
  i18n: ['base'],
  cli: ['base', 'model', 'network', 'metrics', 'layout', 'kernels', 'formats', 'scene', 'figures'],
};

/** The view is the exception of the line: it draws, and computes nothing. */
const viewRooms = ['base', 'model', 'scene', 'i18n', 'state'];
/** Of these rooms it sees only what they offer (registries) and how that is described (definitions). */
const describedRooms = ['metrics', 'layout', 'figures'];
/** What the page of a saved map shows as the app does. */
const sharedFiles =
  '**/{Icon.svelte,Swatch.svelte,overlay-paths.ts,match.ts,app.css,viewer-data.ts,viewer-file.ts}';
const describingFiles =
  '**/{registry,offers,measure,detail,options,references,correlation,sector-summary,profile,layout,figure,format,change-details,card,indicator-list,indicator-names,indicator-text,phrase-name,rule}.ts';

/** Packages that only one place knows, so that it alone changes with them. */
const packages = [
  { name: '@hocuspocus/provider', onlyIn: 'src/room/**' },
  { name: 'cytoscape', onlyIn: 'src/view/canvas/**' },
  { name: 'idb-keyval', onlyIn: 'src/storage/**' },
  { name: 'svelte', onlyIn: 'src/{main.ts,state/**,view/**,viewer/**,app/**}' },
  { name: 'yjs', onlyIn: 'src/model/**' },
];

/** No DOM, no clock, no chance: the same input gives the same output everywhere. */
const library = ['base', 'model', 'network', 'metrics', 'layout', 'kernels', 'formats', 'scene', 'figures'];
/** Inner loops over typed arrays, where an index is in range by construction. */
const numeric = ['network', 'metrics', 'layout', 'kernels'];

const impure = [
  { object: 'Math', property: 'random', message: 'Use seededRandom of src/base/random.ts.' },
  { object: 'Date', property: 'now', message: 'The library has no clock; take the time as an argument.' },
];
/** What the standard leaves to the engine. */
const inexact = [
  'acos',
  'acosh',
  'asin',
  'asinh',
  'atan',
  'atan2',
  'atanh',
  'cbrt',
  'cos',
  'cosh',
  'exp',
].concat(['expm1', 'hypot', 'log', 'log10', 'log1p', 'log2', 'pow', 'sin', 'sinh', 'tan', 'tanh']);

const rooms = [...new Set([...line, ...Object.keys(beside)])];
const filesOf = (names) => names.map((name) => `src/${name}/**/*.{ts,svelte}`);

function roomsOpenTo(room) {
  if (room === 'view') return viewRooms;
  const before = line.includes(room) ? line.slice(0, line.indexOf(room)) : [];
  return [...before, ...(beside[room] ?? [])];
}

const policies = [
  ...rooms.map((room) => ({
    from: { element: { type: room } },
    allow: { to: { element: { types: { anyOf: [room, ...roomsOpenTo(room)] } } } },
  })),
  {
    from: { element: { type: 'view' } },
    allow: { to: { element: { types: { anyOf: describedRooms } }, file: { path: describingFiles } } },
  },
  {
    from: { element: { type: 'viewer' } },
    allow: { to: { element: { types: { anyOf: describedRooms } }, file: { path: describingFiles } } },
  },
  {
    from: { element: { type: 'viewer' } },
    allow: { to: { element: { types: { anyOf: ['view', 'figures', 'app'] } }, file: { path: sharedFiles } } },
  },
  { allow: { to: { module: { origin: ['external', 'core'] } } } },
  ...packages.map(({ name, onlyIn }) => ({
    from: { file: { path: `!${onlyIn}` } },
    disallow: { to: { module: { source: name } } },
  })),
];

// -------------------------------------------------------------------------------------------------------------------

export default defineConfig(
  {
    ignores: [
      'dist/',
      'build/',
      'src/kernels/assembly/',
      'src/kernels/build/',
      'node_modules/',
      'test-results/',
      'playwright-report/',
      '.cache/',
      'coverage/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  ...typescript.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.node } },
    rules: {
      eqeqeq: ['error', 'always'],
      'no-implicit-coercion': ['error', { boolean: false }],
      'object-shorthand': 'error',
      'prefer-template': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['**/*.{ts,svelte}'],
    languageOptions: { globals: { ...globals.browser } },
    // TypeScript knows every name; ESLint's list of globals does not
    rules: { 'no-undef': 'off' },
  },
  {
    files: ['**/*.{svelte,svelte.ts}'],
    languageOptions: {
      parserOptions: { parser: typescript.parser, extraFileExtensions: ['.svelte'], svelteConfig },
    },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.svelte'],
    languageOptions: {
      parserOptions: {
        projectService: true,
        extraFileExtensions: ['.svelte'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // state is immutable native Maps and Sets in $state.raw: replaced, never changed in place
      'svelte/prefer-svelte-reactivity': 'off',
    },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.svelte'],
    plugins: { boundaries },
    settings: {
      'boundaries/elements': [
        ...rooms.map((room) => ({ type: room, pattern: `src/${room}`, partialMatch: false })),
        // main.ts, at the top of src, belongs to the app
        { type: 'app', pattern: 'src', partialMatch: false },
      ],
      'import/resolver': { node: { extensions: ['.ts', '.js', '.svelte'] } },
    },
    rules: {
      'boundaries/dependencies': ['error', { default: 'disallow', checkAllOrigins: true, policies }],
    },
  },
  {
    files: filesOf(library),
    rules: {
      'no-restricted-globals': [
        'error',
        ...['performance', 'window', 'document', 'navigator', 'localStorage', 'indexedDB', 'crypto'].map(
          (name) => ({
            name,
            message: 'The library has no DOM, no clock and no unseeded randomness; take it as an argument.',
          }),
        ),
      ],
      'no-restricted-properties': ['error', ...impure],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'The library has no clock; take the time as an argument.',
        },
      ],
    },
  },
  {
    // The same map gives the same bits in every engine; these may differ in their last one.
    files: ['src/metrics/**/*.ts', 'src/layout/**/*.ts'],
    ignores: ['src/metrics/format.ts', 'src/layout/place.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...inexact.map((property) => ({
          object: 'Math',
          property,
          message: 'Its last bit differs between engines: use what is made of + - * / and Math.sqrt.',
        })),
        ...impure,
      ],
    },
  },
  {
    files: [...filesOf(numeric), ...numeric.map((room) => `tests/${room}/**/*.ts`)],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
);
