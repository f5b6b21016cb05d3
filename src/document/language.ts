import { FUNCTION_WORDS, LETTERS } from "./function-words.js";

/** A longer text says no more about its language. */
const SAMPLE_WORDS = 1500;
const WORD = /[\p{L}\p{M}]+/gu;
/** Below this part of function words, the text is in none of the languages. */
const LEAST_SHARE = 0.05;
/** A language with this part of the best score fits about as well. */
const CLOSE = 0.85;

/** A letter counts less than a word. */
const LETTER_WEIGHT = 0.3;
const FOREIGN = /[^a-z]/;

type Evidence = Map<string, [language: string, weight: number][]>;

let evidence: { words: Evidence; letters: Evidence } | undefined;

function gather(): { words: Evidence; letters: Evidence } {
  evidence ??= {
    words: weigh(FUNCTION_WORDS, (words) => words.split(" "), 1),
    letters: weigh(LETTERS, (letters) => [...letters], LETTER_WEIGHT),
  };
  return evidence;
}

// A sign of one language speaks louder than one of five.
function weigh(
  table: Readonly<Record<string, string>>,
  parts: (entry: string) => string[],
  most: number,
): Evidence {
  const languagesOf = new Map<string, Set<string>>();
  for (const [language, entry] of Object.entries(table)) {
    for (const part of parts(entry)) {
      const known = languagesOf.get(part);
      if (known) known.add(language);
      else languagesOf.set(part, new Set([language]));
    }
  }
  const weights: Evidence = new Map();
  for (const [part, languages] of languagesOf) {
    weights.set(
      part,
      [...languages].map((language) => [language, most / languages.size]),
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
 * languages that fit about as well: templates keep the one they came with. So
 * does `supported`, the languages that can be read.
 */
export function chooseLanguage(
  text: string,
  hint: string | null,
  supported: readonly string[] = [],
): { language: string | null; from: "text" | "markup" } {
  const { words, letters } = gather();
  const scores = new Map<string, number>();
  const count = (found: [string, number][] | undefined) => {
    if (found)
      for (const [language, weight] of found) scores.set(language, (scores.get(language) ?? 0) + weight);
  };
  let total = 0;
  for (const [written] of sample(text)) {
    total++;
    const word = written.toLowerCase();
    count(words.get(word));
    if (FOREIGN.test(word)) for (const letter of new Set(word)) count(letters.get(letter));
  }
  const ranked = [...scores].sort((a, b) => b[1] - a[1]);
  const [best] = ranked;
  const byMarkup = { language: hint, from: hint === null ? "text" : "markup" } as const;
  if (!best || best[1] / total < LEAST_SHARE) return byMarkup;
  if (hint !== null && hint !== best[0] && (scores.get(hint) ?? 0) >= best[1] * CLOSE) return byMarkup;
  const readable = ranked.find(
    ([language, score]) => supported.includes(language) && score >= best[1] * CLOSE,
  );
  return { language: readable && !supported.includes(best[0]) ? readable[0] : best[0], from: "text" };
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
