import { describe, expect, test } from "vitest";
import type { LanguageData } from "../../src/catalogue/types.js";
import { tokenise } from "../../src/document/tokenise.js";
import { createLexicon, PhraseError } from "../../src/lexicon/index.js";
import { smallLanguage, smallReference } from "../support/language.js";

const lexicon = (concepts: LanguageData["concepts"]) =>
  createLexicon(smallLanguage(concepts), smallReference);

function found(phrases: string[], text: string, not: string[] = []): string[] {
  const tokens = tokenise(text);
  const hits = lexicon({ c: { phrases, not } }).find(tokens).get("c") ?? [];
  return hits.map(({ start, end }) => text.slice(tokens[start]!.range[0], tokens[end - 1]!.range[1]));
}

describe("phrases", () => {
  test.each([
    ["words next to each other", ["lodge a complaint"], "You may lodge a complaint.", ["lodge a complaint"]],
    ["case does not count", ["right of access"], "RIGHT OF ACCESS", ["RIGHT OF ACCESS"]],
    ["a comma parts neighbours", ["store data"], "we store, data", []],
    ["brackets and quotes are passed over", ["your data"], 'your ("data")', ['your ("data']],
    ["a hyphen separates", ["opt out"], "an opt-out", ["opt-out"]],
    ["an open ending", ["stor*"], "storage, stored and restore", ["storage", "stored"]],
    ["an open beginning", ["*speicherung"], "Datenspeicherung", ["Datenspeicherung"]],
    ["open on both sides", ["*speicher*"], "Datenspeicherungen", ["Datenspeicherungen"]],
    ["open in the middle", ["ge*t"], "gespeichert und gehen", ["gespeichert"]],
    ["a choice", ["(file|make [a]) claim"], "make a claim or file claim", ["make a claim", "file claim"]],
    ["a part that may be left out", ["at [any] time"], "at time, at any time", ["at time", "at any time"]],
    ["a gap", ["right ...3 access"], "right to have access", ["right to have access"]],
    ["a gap that is too wide", ["right ...1 access"], "right to have access", []],
    ["a gap passes over a comma", ["delete ...2 data"], "delete, at once, data", ["delete, at once, data"]],
    ["words in any order", ["<legen ein>~5"], "ein Wort legen", ["ein Wort legen"]],
    ["words in any order, too far apart", ["<legen ein>~2"], "ein eins zwei drei legen", []],
    ["case that counts", ["=US"], "tell us in the US", ["US"]],
    ["a sign", ["article 6 \\( 1 \\)"], "Article 6(1)", ["Article 6(1)"]],
    ["digits without their brackets", ["article 6 1 f"], "Article 6(1)(f)", ["Article 6(1)(f"]],
    ["an apostrophe separates", ["l'accès"], "l’accès", ["l’accès"]],
    ["an entity", ["for {duration}"], "for thirty days", ["for thirty days"]],
  ])("%s", (_, phrases, text, expected) => {
    expect(found(phrases, text)).toEqual(expected);
  });

  test("a match that overlaps an excluded phrase is none", () => {
    expect(found(["store*"], "we store data from the app store", ["app store"])).toEqual(["store"]);
  });

  test("a phrase may begin with a concept that an exclusion needs too", () => {
    const tokens = tokenise("your data is erased");
    const hits = lexicon({
      _data: ["your data"],
      erase: { phrases: ["{_data} is erased"], not: ["lost {_data}"] },
    }).find(tokens);
    expect(hits.get("erase")).toEqual([{ concept: "erase", start: 0, end: 4 }]);
  });

  test("an exclusion may refer to a concept that has exclusions itself", () => {
    const tokens = tokenise("you live in the eu and the bread stays in the eu");
    const hits = lexicon({
      inside: { phrases: ["in the eu"], not: ["live in the eu"] },
      stays: { phrases: ["stays {inside}"], not: ["cake stays {inside}"] },
    }).find(tokens);
    expect(hits.get("inside")).toEqual([{ concept: "inside", start: 9, end: 12 }]);
    expect(hits.get("stays")).toEqual([{ concept: "stays", start: 8, end: 12 }]);
  });

  test("a concept refers to another one, wherever it stands", () => {
    const tokens = tokenise("please delete all of your personal data now");
    const hits = lexicon({ _data: ["your [personal] data"], erase: ["delete ...3 {_data}"] }).find(tokens);
    expect(hits.get("erase")).toEqual([{ concept: "erase", start: 1, end: 7 }]);
    expect(hits.has("_data")).toBe(false);
  });

  test.each([
    ["an open bracket", "(a"],
    ["a gap without a number", "a ... b"],
    ["a gap at the beginning", "...3 a"],
    ["nothing fixed", "[a] [b]"],
    ["too long", `a ...30 b ...30 c`],
    ["a window without its size", "<a b>"],
  ])("%s is an error that quotes the phrase", (_, phrase) => {
    expect(() => lexicon({ c: [phrase] })).toThrow(PhraseError);
    expect(() => lexicon({ c: [phrase] })).toThrow(phrase);
  });

  test("a circle of references is an error that names it", () => {
    expect(() => lexicon({ _a: ["x {_b}"], _b: ["y {_a}"] })).toThrow(/_a → _b → _a|_b → _a → _b/);
  });
});

describe("entities", () => {
  test.each([
    ["duration", "kept for 30 days", "30 days", "P30D"],
    ["duration", "for six (6) months", "6) months", "P6M"],
    ["duration", "for thirty calendar days", "thirty calendar days", "P30D"],
    ["date", "on 30 June 2022", "30 June 2022", "2022-06-30"],
    ["date", "on June 3, 2022", "June 3, 2022", "2022-06-03"],
    ["date", "on 2022-06-30", "2022-06-30", "2022-06-30"],
    ["date", "on 30.06.2022", "30.06.2022", "2022-06-30"],
    ["email", "write to hello@crumb.example", "hello@crumb.example", "hello@crumb.example"],
    ["phone", "call +46 8 123 45 67", "+46 8 123 45 67", "+4681234567"],
    ["phone", "call (030) 123 456", "(030) 123 456", "030123456"],
    ["company", "run by Crumb & Crust Ltd.", "Crumb & Crust Ltd", "Crumb & Crust Ltd"],
    ["company", "run by SARL Dupont", "SARL Dupont", "SARL Dupont"],
    ["authority-name", "ask IMY for help", "IMY", "se"],
    ["third-country", "sent to the US", "US", "US"],
    ["eea-country", "kept in Sweden", "Sweden", "SE"],
    ["postal-address", "12 Mill Street", "12 Mill Street", undefined],
    ["postal-address", "10115 Berlin", "10115 Berlin", undefined],
    ["postal-address", "London SW1A 1AA", "SW1A 1AA", undefined],
    ["person", "the baker is Anna Svensson", "Anna Svensson", "Anna Svensson"],
  ])("%s in: %s", (entity, text, expected, value) => {
    const tokens = tokenise(text);
    const hit = lexicon({ c: ["kept"] })
      .find(tokens)
      .get(entity)
      ?.at(0);
    expect(hit && text.slice(tokens[hit.start]!.range[0], tokens[hit.end - 1]!.range[1])).toBe(expected);
    expect(hit?.value).toBe(value);
  });

  test.each([
    ["company", "KEPT AS LONG AS WE NEED THE DATA OF CRUMB AS PROMISED"],
    ["phone", "between 2018 and 2022"],
    ["date", "within 30 days of May"],
    ["postal-address", "In 2018 Google changed"],
    ["duration", "under 16, years later"],
  ])("no %s in: %s", (entity, text) => {
    expect(
      lexicon({ c: ["kept"] })
        .find(tokenise(text))
        .has(entity),
    ).toBe(false);
  });
});

describe("the matcher", () => {
  // Every word begins and continues phrases: the worst that these phrases can meet.
  const worst = lexicon({
    a: ["data ...6 data ...6 data", "(data|of) (data|of) (data|of) end"],
    _b: ["data data"],
    c: ["{_b} ...4 {_b} end", "<data of end>~12"],
  });

  test("takes steps in proportion to the text", () => {
    const steps = (words: number): number => {
      const before = worst.steps;
      worst.find(tokenise("data of data ".repeat(words / 3)));
      return worst.steps - before;
    };
    const [small, large] = [steps(900), steps(9000)];
    expect(large / small).toBeLessThan(10.5);
  });
});
