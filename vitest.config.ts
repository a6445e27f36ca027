import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { buildKernels } from './scripts/kernels.mjs';

await buildKernels();

export default defineConfig({
  plugins: [svelte()],
  define: { __BUILD__: '"test"' },
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**'],
    testTimeout: 60_000,
    // Nothing else runs meanwhile: by default one core would be left idle.
    maxWorkers: '100%',
  },
});
