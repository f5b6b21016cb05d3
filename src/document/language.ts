import { FUNCTION_WORDS } from "./function-words.js";

/** A longer text says no more about its language. */
const SAMPLE_WORDS = 3000;
const WORD = /[\p{L}\p{M}]+/gu;
/** Below this part of function words, the text is in none of the languages. */
const LEAST_SHARE = 0.06;
/** A language with this part of the best score fits about as well. */
const CLOSE = 0.85;

let weights: Map<string, [language: string, weight: number][]> | undefined;

// A word of one language speaks louder than one of five.
function wordWeights(): Map<string, [string, number][]> {
  if (weights) return weights;
  const languagesOf = new Map<string, Set<string>>();
  for (const [language, words] of Object.entries(FUNCTION_WORDS)) {
    for (const word of words.split(" ")) {
      const known = languagesOf.get(word);
      if (known) known.add(language);
      else languagesOf.set(word, new Set([language]));
    }
  }
  weights = new Map();
  for (const [word, languages] of languagesOf) {
    const weight = 1 / languages.size;
    weights.set(
      word,
      [...languages].map((language) => [language, weight]),
    );
  }
  return weights;
}

/** The language of a text by its words, as ISO 639-1, or null where they fit none. */
export function detectLanguage(text: string): string | null {
  return chooseLanguage(text, null).language;
}

/**
 * The language of a text. `hint`, what the markup says, decides only between
 * languages that fit about as well: templates keep the one they came with.
 */
export function chooseLanguage(
  text: string,
  hint: string | null,
): { language: string | null; from: "text" | "markup" } {
  const known = wordWeights();
  const scores = new Map<string, number>();
  let words = 0;
  for (const [word] of sample(text)) {
    words++;
    for (const [language, weight] of known.get(word.toLowerCase()) ?? []) {
      scores.set(language, (scores.get(language) ?? 0) + weight);
    }
  }
  const [best] = [...scores].sort((a, b) => b[1] - a[1]);
  const unclear = !best || best[1] / words < LEAST_SHARE;
  const close = best && hint !== null && hint !== best[0] && (scores.get(hint) ?? 0) >= best[1] * CLOSE;
  if (unclear || close) return { language: hint, from: hint === null ? "text" : "markup" };
  return { language: best[0], from: "text" };
}

function* sample(text: string): Generator<RegExpMatchArray> {
  let count = 0;
  for (const match of text.matchAll(WORD)) {
    yield match;
    if (++count >= SAMPLE_WORDS) return;
  }
}

/** "de-AT" -> "de"; Norwegian's two written forms are one here. */
export function languageCode(tag: string | null | undefined): string | null {
  const code = /^[a-z]{2,3}(?=$|[-_])/i.exec(tag?.trim() ?? "")?.[0].toLowerCase();
  if (!code) return null;
  return code === "nb" || code === "nn" ? "no" : code;
}
