import { describe, expect, test } from "vitest";
import { normalise, tokenise } from "../../src/document/index.js";

const written = (text: string) => tokenise(text).map((token) => token.text);
const kinds = (text: string) => tokenise(text).map(({ text, kind }) => `${kind}:${text}`);

describe("words", () => {
  test.each([
    ["n't stands apart, before its n", "we don't and can't", ["we", "do", "n't", "and", "ca", "n't"]],
    ["a phrase may be written cut", "do n't", ["do", "n't"]],
    [
      "an English ending goes with its apostrophe",
      "the user's data we're",
      ["the", "user", "'s", "data", "we", "'re"],
    ],
    ["a cut English ending stays whole", "user 's", ["user", "'s"]],
    ["an elided article keeps its apostrophe", "l'utilisateur d’accès", ["l'", "utilisateur", "d’", "accès"]],
    ["an elided article keeps it before a space, too", "l' utente", ["l'", "utente"]],
    ["a plural's apostrophe is punctuation", "users' data", ["users", "'", "data"]],
    ["a closing quote is punctuation", "‘baker’, said", ["‘", "baker", "’", ",", "said"]],
    ["a hyphen separates", "opt-out E-Mail", ["opt", "-", "out", "E", "-", "Mail"]],
    ["brackets separate numbers and letters", "6(1)(f)", ["6", "(", "1", ")", "(", "f", ")"]],
    ["a decimal number is one word", "6.1 and 1.000,50", ["6.1", "and", "1.000,50"]],
    ["a slash separates", "2016/679", ["2016", "/", "679"]],
    ["a digit with a letter is one word", "30days 2FA", ["30days", "2FA"]],
    ["dots in a row are one sign", "and so on...", ["and", "so", "on", "..."]],
  ])("%s", (_title, text, expected) => {
    expect(written(text)).toEqual(expected);
  });
});

describe("addresses", () => {
  test.each([
    [
      "an e-mail address",
      "to info@brotzeit.example.",
      ["word:to", "email:info@brotzeit.example", "punctuation:."],
    ],
    ["a masked e-mail address", "info (at) brotzeit.de", ["email:info (at) brotzeit.de"]],
    [
      "a masked e-mail address in square brackets",
      "info[at]brotzeit[dot]de",
      ["email:info[at]brotzeit[dot]de"],
    ],
    [
      "a link without the bracket around it",
      "(https://brotzeit.example/a_(b))",
      ["punctuation:(", "url:https://brotzeit.example/a_(b)", "punctuation:)"],
    ],
    ["a bare domain", "see imy.se, please", ["word:see", "url:imy.se", "punctuation:,", "word:please"]],
    ["a bare domain with a path", "gov.uk/data-protection", ["url:gov.uk/data-protection"]],
    [
      "no domain in an abbreviation",
      "e.g. z.B.",
      [
        "word:e",
        "punctuation:.",
        "word:g",
        "punctuation:.",
        "word:z",
        "punctuation:.",
        "word:B",
        "punctuation:.",
      ],
    ],
    ["no domain where a space is missing", "end.The", ["word:end", "punctuation:.", "word:The"]],
    ["no domain in a date", "01.02.2020", ["number:01.02.2020"]],
    [
      "no address in a cited letter",
      "Art. 6 (1) (a) GDPR",
      [
        "word:Art",
        "punctuation:.",
        "number:6",
        "punctuation:(",
        "number:1",
        "punctuation:)",
        "punctuation:(",
        "word:a",
        "punctuation:)",
        "word:GDPR",
      ],
    ],
  ])("%s", (_title, text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });
});

describe("normalise", () => {
  test.each([
    ["case", "BÄCKEREI", "bäckerei"],
    ["typographic apostrophes", "l’", "l'"],
    ["soft hyphens and zero-width characters", "Daten\u00adschutz\u200b", "datenschutz"],
    ["no-break spaces", "10\u00a0Jahre", "10 jahre"],
    ["compatibility forms", "ﬁle", "file"],
    ["the Romanian cedilla", "Şi ţară", "și țară"],
    ["the Greek tonos", "Δεδομένα", "δεδομενα"],
    ["the Greek final sigma", "σκοπός", "σκοποσ"],
    ["the Turkish dotted capital", "İstanbul", "istanbul"],
    ["but no diacritics of other letters", "škola", "škola"],
  ])("%s", (_title, text, expected) => {
    expect(normalise(text)).toBe(expected);
  });
});

test("text without spaces or in no known script does not fail", () => {
  expect(written("個人情報保護方針。")).toEqual(["個人情報保護方針", "。"]);
  expect(written("👩‍🍳 bakes")).toContain("bakes");
  expect(written("")).toEqual([]);
});

test.each([
  ["dots and letters", "a.".repeat(100_000)],
  ["addresses without an end", "a@".repeat(100_000)],
  ["one word", "b".repeat(1_000_000)],
  ["brackets behind a link", `http://brotzeit.example/${")".repeat(200_000)}`],
])("%s take time in proportion to their length", (_title, text) => {
  const start = performance.now();
  tokenise(text);
  expect(performance.now() - start).toBeLessThan(5000);
});
