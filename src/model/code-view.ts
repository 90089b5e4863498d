/** The verdict as a code to read out, as the local socket gives it. */
export interface CodeView {
  /** 28 characters in groups of four, `7K2M-9QXD-…`. */
  readonly text: string;
  /** What a QR code is to hold; capitals, digits and a colon. */
  readonly uri: string;
  /** Ready to be printed or shown, 32 columns at most, in the language asked for. */
  readonly lines: readonly string[];
}
