import { expect, test } from "vitest";
import { read, words } from "./read.js";

const ABBREVIATIONS: Record<string, string[]> = {
  de: ["z.B", "d.h", "bzw", "Art", "Abs", "lit", "gem", "*str"],
  en: ["e.g", "i.e", "No", "Art"],
};
const sentences = (text: string, language = "en") =>
  read(text, "policy.md", { language, abbreviations: (code) => ABBREVIATIONS[code] ?? [] }).sentences.map(
    words,
  );

test.each([
  ["a full stop before a capital", "We bake. You eat.", ["We bake .", "You eat ."]],
  [
    "a question and an exclamation mark",
    "Questions? Ask us! We answer.",
    ["Questions ?", "Ask us !", "We answer ."],
  ],
  ["not an abbreviation", "Tools, e.g. Matomo, count visits.", ["Tools , e . g . Matomo , count visits ."]],
  [
    "not a citation",
    "It rests on Art. 6 and sec. 5 of the act.",
    ["It rests on Art . 6 and sec . 5 of the act ."],
  ],
  ["not an initial", "J. R. Baker owns it.", ["J . R . Baker owns it ."]],
  ["not a semicolon", "We store names; we store orders.", ["We store names ; we store orders ."]],
  [
    "a closing quote belongs to its sentence",
    "We say “bread.” You eat.",
    ["We say “ bread . ”", "You eat ."],
  ],
  ["a missing space", "We keep data.You may ask.", ["We keep data .", "You may ask ."]],
  ["not a link", "See brotzeit.example/a.html for more.", ["See brotzeit.example/a.html for more ."]],
  [
    "an ellipsis only before a capital",
    "Flour, salt … and more … We bake.",
    ["Flour , salt … and more …", "We bake ."],
  ],
  ["a year", "The shop opened in 2018. It sells bread.", ["The shop opened in 2018 .", "It sells bread ."]],
  [
    "an article that ends its sentence",
    "This follows from Art. 15. You may ask.",
    ["This follows from Art . 15 .", "You may ask ."],
  ],
  [
    "not a company's legal form before a small letter",
    "Crumb Inc. is our host.",
    ["Crumb Inc . is our host ."],
  ],
])("a sentence ends at: %s", (_title, text, expected) => {
  expect(sentences(text)).toEqual(expected);
});

test.each([
  [
    "a shortened street",
    "Sie findet uns in der Mehlstr. 4 in Berlin.",
    ["Sie findet uns in der Mehlstr . 4 in Berlin ."],
  ],
  ["a letter behind an abbreviation", "Nach lit. a. DSGVO ist es so.", ["Nach lit . a . DSGVO ist es so ."]],
  ["spaced abbreviations", "Wir nutzen z. B. Matomo.", ["Wir nutzen z . B . Matomo ."]],
  ["a date", "Das gilt ab dem 25. Mai 2018 für alle.", ["Das gilt ab dem 25 . Mai 2018 für alle ."]],
  [
    "a citation",
    "Gem. Art. 6 Abs. 1 lit. b DSGVO gilt das. Mehr folgt.",
    ["Gem . Art . 6 Abs . 1 lit . b DSGVO gilt das .", "Mehr folgt ."],
  ],
])("German sentences do not end in %s", (_title, text, expected) => {
  expect(sentences(text, "de")).toEqual(expected);
});

test("a hard break ends a sentence, the wrapping of a line does not", () => {
  expect(sentences("We keep your orders\nfor ten years.")).toEqual(["We keep your orders for ten years ."]);
  expect(sentences("Brotzeit GmbH  \nMühlgasse 12  \n80331 München")).toEqual([
    "Brotzeit GmbH",
    "Mühlgasse 12",
    "80331 München",
  ]);
});
