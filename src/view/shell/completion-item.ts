/** What may stand instead of the text from `from` to `to`. */
export interface Completion {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly label: string;
  readonly detail: string;
}
