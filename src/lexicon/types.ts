/** One occurrence of a concept or an entity in a sentence. */
export interface Hit {
  concept: string;
  /** Index of the first token. */
  start: number;
  /** Index behind the last token. */
  end: number;
  /** What the entity is, where it has a value: "P30D", "de-hamburg", "US", "2022-06-30". */
  value?: string;
}
