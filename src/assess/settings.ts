/** What a run knows besides the text. */
export interface Settings {
  /** Overrides what the text is recognised as; ISO 639-1. */
  language?: string;
  /** The day on which the policy is read, yyyy-mm-dd: dead law is counted as of then. */
  asOf: string;
  /** What the text cannot say about the controller, by the `fact` keys of the requirements. */
  facts: Readonly<Record<string, "none" | "exists">>;
}

export function completeSettings(settings: Partial<Settings> = {}): Settings {
  return { asOf: new Date().toISOString().slice(0, 10), facts: {}, ...settings };
}
