/**
 * Lists the phrases that no example passage holds: candidates for an example,
 * or for the bin.
 *
 *   npm run unused-phrases -- en
 */
import { loadLanguage, loadReference } from "../src/catalogue/data.js";
import type { LanguageData } from "../src/catalogue/types.js";
import { readDocument } from "../src/document/index.js";
import { createLexicon } from "../src/lexicon/index.js";
import { examplesOf } from "../test/support/data.js";

/** The language with every phrase as a concept of its own, and the phrases by that concept's name. */
function taggedBy(language: LanguageData): { tagged: LanguageData; phrases: Map<string, string> } {
  const phrases = new Map<string, string>();
  const concepts: LanguageData["concepts"] = {};
  for (const [concept, entry] of Object.entries(language.concepts)) {
    const own = Array.isArray(entry) ? { phrases: entry, not: [] } : entry;
    const names = own.phrases.map((phrase, i) => {
      const name = `phrase-${phrases.size}-${i}`;
      phrases.set(name, `${concept}: ${phrase}`);
      concepts[name] = [phrase];
      return `{${name}}`;
    });
    concepts[concept] = { phrases: names, not: own.not };
  }
  return { tagged: { ...language, concepts }, phrases };
}

const [code] = process.argv.slice(2);
const examples = code === undefined ? null : examplesOf(code);
if (code === undefined || !examples) {
  console.error("Usage: npm run unused-phrases -- LANGUAGE (one that has rules/examples/LANGUAGE.yml)");
  process.exit(2);
}

const { tagged, phrases } = taggedBy(loadLanguage(code));
const lexicon = createLexicon(tagged, loadReference());
const texts = [...Object.values(examples.requirements), ...Object.values(examples.wording)]
  .flatMap((entry) => Object.values(entry).flat())
  .map((example) => (typeof example === "string" ? example : example.text));
for (const text of texts) {
  const document = readDocument(text, { filePath: "example.txt", language: code });
  for (const { tokens } of document.sentences) {
    for (const concept of lexicon.find(tokens).keys()) phrases.delete(concept);
  }
}
for (const phrase of phrases.values()) console.log(phrase);
console.log(`${phrases.size} phrases that no example of ${code} holds`);
