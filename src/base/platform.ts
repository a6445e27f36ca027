/**
 * What every platform we run on (browsers, workers, Node) has, and the language's own types lack: the library is
 * compiled without the types of any of them.
 */
interface TextDecoderClass {
  /** Throws a RangeError for a label that the platform does not know. */
  new (
    label: string,
    options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean },
  ): { decode(bytes: Uint8Array): string };
}

export const { TextDecoder } = globalThis as unknown as { readonly TextDecoder: TextDecoderClass };

export interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

/** A compiled module: opaque. */
export interface WasmModule {
  readonly compiled?: never;
}

interface WebAssemblyNamespace {
  readonly Module: new (bytes: Uint8Array | ArrayBuffer) => WasmModule;
  readonly Instance: new (
    module: WasmModule,
    imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  ) => { readonly exports: unknown };
  readonly Memory: new (size: { readonly initial: number }) => WasmMemory;
}

export const { WebAssembly } = globalThis as unknown as { readonly WebAssembly: WebAssemblyNamespace };
