/** What a figure says of itself in its file, whatever the format: who opens it later can tell how it was made. */
export interface FigureMetadata {
  readonly title: string;
  /** As BCP 47 has it: `en` or `zh-CN`. */
  readonly language: string;
  /** How the figure was made, as a paragraph. */
  readonly methods: string;
  /** All that is needed to make it again, as JSON. */
  readonly parameters: string;
}
