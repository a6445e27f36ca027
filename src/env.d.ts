/// <reference types="svelte" />
/// <reference types="vite/client" />

/** Version and commit of this build, such as "0.1.0+3fa2c1d". */
declare const __BUILD__: string;

/** The program of the page that a saved map is read on: `scripts/viewer-page.mjs` builds it. */
declare module 'virtual:viewer-page' {
  export const page: { readonly script: string; readonly style: string; readonly policy: string };
}
