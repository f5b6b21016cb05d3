// Greek capital and small letters keep their tonos as a combining mark after NFD; other marks stay.
const GREEK = /[\u0370-\u03ff\u1f00-\u1fff]/;
const PLAIN = /^[a-z0-9]*$/;
/** Soft hyphen, zero-width space and joiners, word joiner, byte order mark. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const APOSTROPHES = /[\u2018\u2019\u201b\u02bc\u02b9\u0060\u00b4\uff07\u2032]/g;
const CEDILLAS: Record<string, string> = { ş: "ș", ţ: "ț" };

/**
 * The form in which words are compared: NFKC, case folded, one apostrophe,
 * without soft hyphens and zero-width characters, ş and ţ as ș and ț, Greek
 * without its accents. White space becomes a plain space.
 */
export function normalise(text: string): string {
  if (PLAIN.test(text)) return text;
  let out = text.replace(APOSTROPHES, "'").normalize("NFKC").replace(INVISIBLE, "").toLowerCase();
  // Case folding beyond lower case, as far as European texts need it.
  if (out.includes("ς")) out = out.replaceAll("ς", "σ");
  // "İ" in lower case is "i" with a dot above, which nobody types.
  if (out.includes("i\u0307")) out = out.replaceAll("i\u0307", "i");
  if (/[şţ]/.test(out)) out = out.replace(/[şţ]/g, (letter) => CEDILLAS[letter]!);
  if (GREEK.test(out))
    out = out
      .normalize("NFD")
      .replace(/[\u0300\u0301\u0342\u0313\u0314]/g, "")
      .normalize("NFC");
  return out.replace(/\s+/g, " ");
}
