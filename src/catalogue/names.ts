/**
 * Names that a requirement or a phrase may use without a language file having
 * to define them: the engine finds them itself. They are part of the contract
 * between the rules and the engine, described in docs/phrases.md.
 */

/** Entities: detectors of the lexicon find them. */
export const ENTITY_NAMES: ReadonlySet<string> = new Set([
  "email",
  "url",
  "phone",
  "postal-address",
  "number",
  "duration",
  "date",
  "company",
  "person",
  "authority-name",
  "eea-country",
  "third-country",
  "vendor",
  "dead-law",
]);

/** Filled from a language file's own parts: actors, negation, audiences. */
export const RESERVED_NAMES: ReadonlySet<string> = new Set([
  "us",
  "reader",
  "other",
  "negation",
  "limited-audience",
]);

/** True for a name that the engine provides, whatever the language. */
export function isProvided(name: string): boolean {
  return ENTITY_NAMES.has(name) || RESERVED_NAMES.has(name);
}
