// The parts of two packages that are used here; what others have written of their types needs those of Node.

declare module 'fontkit' {
  export interface Font {
    hasGlyphForCodePoint(codePoint: number): boolean;
  }
  export function create(bytes: Uint8Array): Font;
}

declare module 'pdfkit' {
  import type { Font } from 'fontkit';

  /** An object of the file, written when it is ended. */
  interface Reference {
    readonly data: Record<string, unknown>;
    /** Of its stream; empty where it has none. */
    buffer: readonly Uint8Array[];
    end(): void;
    finalize(): void;
  }

  interface Page {
    /** What is drawn on the page; another object takes what is drawn meanwhile. */
    content: Reference;
    readonly resources: Reference;
    readonly xobjects: Record<string, Reference>;
  }

  interface DocumentOptions {
    readonly size: readonly [number, number];
    readonly margin: number;
    readonly autoFirstPage: false;
    readonly compress: false;
    readonly pdfVersion: '1.7';
    readonly font: null;
    readonly lang?: string;
    readonly displayTitle: boolean;
    readonly info: Readonly<Record<string, string | Date>>;
  }

  interface TextOptions {
    readonly lineBreak?: false;
    readonly baseline?: 'alphabetic';
    readonly fill?: boolean;
    readonly stroke?: boolean;
    readonly features?: readonly string[];
  }

  export default class PDFDocument {
    constructor(options: DocumentOptions);
    readonly page: Page;
    readonly info: Record<string, unknown>;
    on(event: 'data', take: (chunk: Uint8Array) => void): this;
    on(event: 'end', done: () => void): this;
    addPage(): this;
    end(): void;
    endMetadata(): void;
    ref(data?: object): Reference;
    addContent(operators: string): this;
    save(): this;
    restore(): this;
    transform(a: number, b: number, c: number, d: number, e: number, f: number): this;
    moveTo(x: number, y: number): this;
    lineTo(x: number, y: number): this;
    bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): this;
    closePath(): this;
    rect(x: number, y: number, width: number, height: number): this;
    clip(rule?: 'even-odd'): this;
    fill(): this;
    stroke(): this;
    fillAndStroke(): this;
    fillColor(colour: string, opacity?: number): this;
    strokeColor(colour: string, opacity?: number): this;
    opacity(opacity: number): this;
    lineWidth(width: number): this;
    lineCap(cap: string): this;
    lineJoin(join: string): this;
    miterLimit(limit: number): this;
    registerFont(name: string, font: Font): this;
    font(name: string, size?: number): this;
    widthOfString(text: string, options?: TextOptions): number;
    text(text: string, x: number, y: number, options?: TextOptions): this;
  }
}
