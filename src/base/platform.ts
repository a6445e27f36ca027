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
