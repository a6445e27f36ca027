/// <reference types="svelte" />
/// <reference types="vite/client" />

/** Version and commit of this build, such as "0.1.0+3fa2c1d". */
declare const __BUILD__: string;
