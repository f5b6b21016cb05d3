import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { passageOf } from "../../src/assess/evidence.js";
import { HitIndex } from "../../src/assess/hits.js";
import { ClauseMatcher } from "../../src/assess/match.js";
import { Views } from "../../src/assess/views.js";
import { clause as clauseSchema } from "../../src/catalogue/schema.js";
import { readDocument } from "../../src/document/index.js";
import { createLexicon } from "../../src/lexicon/index.js";
import { smallLanguage, smallReference } from "../support/language.js";

const lexicon = createLexicon(
  smallLanguage({
    right: ["right"],
    object: ["object*"],
    access: ["access*"],
    retain: ["keep*", "kept"],
    data: ["data", "name*", "phone number*", "e mail*"],
    "no-share": ["(do|will) not share"],
    share: ["share*"],
    storage: ["storage"],
    vendor: ["=Mailer"],
    reply: ["reply within"],
    site: ["website"],
  }),
  smallReference,
);

/** The passages, as HTML is read, on which the clause holds. */
function passages(clause: z.input<typeof clauseSchema>, html: string): string[] {
  const document = readDocument(html, { filePath: "policy.html", language: "en", supported: ["en"] });
  const matcher = new ClauseMatcher(new HitIndex(document, lexicon), new Views(document));
  return matcher.find(clauseSchema.parse(clause)).map((match) => {
    const [start, end] = passageOf(match);
    return html.slice(start, end);
  });
}

describe("scopes", () => {
  test("a sentence ends at its full stop", () => {
    const clause = { all: ["right", "object"] };
    expect(passages(clause, "<p>You have the right to object.</p>")).toEqual(["right to object"]);
    expect(passages(clause, "<p>You have the right. We like objects.</p>")).toEqual([]);
  });

  test("an item is read with its lead-in, and only the item is shown", () => {
    const html =
      "<p>You have the right to:</p><ul><li>access your files</li><li>object to advertising</li></ul>";
    expect(passages({ in: "item", all: ["right", "object"] }, html)).toEqual(["object"]);
  });

  test("a lead-in alone makes no item", () => {
    const html = "<p>You have the right to object:</p><ul><li>by letter</li></ul>";
    expect(passages({ in: "item", all: ["right", "object"] }, html)).toEqual([]);
  });

  test("a row is read with its column heads", () => {
    const html =
      "<table><tr><th>Purpose</th><th>We keep it</th></tr><tr><td>Orders</td><td>30 days</td></tr></table>";
    expect(passages({ in: "row", all: ["retain", "duration"] }, html)).toEqual(["30 days"]);
  });

  test("a passage is a sentence and the next", () => {
    const clause = { in: "passage" as const, all: ["retain", "duration"] };
    expect(passages(clause, "<p>We keep orders. That is for 30 days.</p>")).toEqual([
      "keep orders. That is for 30 days",
    ]);
    expect(passages(clause, "<p>We keep orders. It is so. That is for 30 days.</p>")).toEqual([]);
  });

  test("a section is asked for by its heading", () => {
    const clause = { in: "section" as const, heading: ["storage"], all: ["duration"] };
    expect(passages(clause, "<h2>Storage</h2><p>Orders: 30 days.</p>")).toEqual(["30 days"]);
    expect(passages(clause, "<h2>Orders</h2><p>Orders: 30 days.</p>")).toEqual([]);
  });
});

describe("conditions", () => {
  test("within counts the words from the first to the last", () => {
    const html = "<p>You have the right, as all do, to object.</p>";
    expect(passages({ all: ["right", "object"], within: 6 }, html)).toHaveLength(1);
    expect(passages({ all: ["right", "object"], within: 5 }, html)).toEqual([]);
  });

  test("order asks that concepts come as they are listed", () => {
    const clause = { all: ["right", "object"], order: true };
    expect(passages(clause, "<p>You have the right to object.</p>")).toHaveLength(1);
    expect(passages(clause, "<p>You may object, that is your right.</p>")).toEqual([]);
  });

  test("by asks who acts; where nobody is named anybody may", () => {
    const clause = { all: ["access"], by: "reader" as const };
    expect(passages(clause, "<p>You can access your files.</p>")).toHaveLength(1);
    expect(passages(clause, "<p>Access to files.</p>")).toHaveLength(1);
    expect(passages(clause, "<p>You know that partners access your files.</p>")).toEqual([]);
  });

  test("except takes a sentence out, near only what stands close", () => {
    const html =
      "<p>You have the right to access the website and, after we have checked who you are, to access data.</p>";
    expect(passages({ all: ["right", "access"], except: ["site"] }, html)).toEqual([]);
    expect(passages({ all: ["access"], near: { not: ["site"], within: 2 } }, html)).toEqual(["access"]);
  });

  test("what is given to some is not given to everyone", () => {
    const clause = { all: ["right", "object"] };
    expect(passages(clause, "<h2>California residents</h2><p>You have the right to object.</p>")).toEqual([]);
    expect(passages(clause, "<p>California residents: read on. You have the right to object.</p>")).toEqual(
      [],
    );
    expect(
      passages(
        { ...clause, "given-to": "any" as const },
        "<h2>California residents</h2><p>You have the right to object.</p>",
      ),
    ).toHaveLength(1);
  });

  test("so many different expressions of a concept", () => {
    const clause = { "at-least": { "3": "data" } };
    expect(passages(clause, "<p>Your name, phone number and e-mail.</p>")).toEqual([
      "name, phone number and e-mail",
    ]);
    expect(passages(clause, "<p>Your name, your name and your phone number.</p>")).toEqual([]);
  });

  test("an entity counts in its own role only", () => {
    const clause = { in: "sentence" as const, entity: ["company"], "role-not": ["vendor"] };
    expect(passages(clause, "<p>Crumb Ltd bakes.</p>")).toEqual(["Crumb Ltd"]);
    expect(passages(clause, "<p>Crumb Ltd sends Mailer letters.</p>")).toEqual([]);
  });
});

describe("negation", () => {
  const denied = (html: string, mode: "fails" | "counts" | "only" = "fails"): number =>
    passages({ all: ["right", "object"], denied: mode }, html).length;

  test.each([
    ["before what it denies", "You do not have the right to object.", 0],
    ["between", "You have the right not to object.", 0],
    ["in another clause", "This is not new, but you have the right to object.", 1],
    ["too far before", "This does not of itself and for all times and places mean the right to object.", 1],
    [
      "behind, where the language says that it does not reach back",
      "You have the right to object, not us.",
      1,
    ],
  ])("%s", (_, sentence, matches) => {
    expect(denied(`<p>${sentence}</p>`)).toBe(matches);
  });

  test("may count, or be what is asked for", () => {
    const html = "<p>You do not have the right to object.</p>";
    expect(denied(html, "counts")).toBe(1);
    expect(denied(html, "only")).toBe(1);
    expect(denied("<p>You have the right to object.</p>", "only")).toBe(0);
  });

  test("within a phrase is part of what the phrase means", () => {
    expect(passages({ all: ["no-share"] }, "<p>We do not share data.</p>")).toEqual(["do not share"]);
  });
});
