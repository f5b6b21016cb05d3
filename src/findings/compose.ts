import { createHash } from "node:crypto";
import { texts } from "./texts.js";
import type { Finding, FindingText } from "./types.js";

const longestPassage = 160;

/**
 * Editors underline as many characters as the first text in ASCII double
 * quotes has, so these may stand around the passage only.
 */
const withoutQuotes = (text: string): string => text.replaceAll('"', "'");

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Shortens a passage for a message; the range still covers all of it. */
function quoted(passage: string): string {
  const plain = withoutQuotes(oneLine(passage));
  return plain.length <= longestPassage
    ? `"${plain}"`
    : `"${plain.slice(0, longestPassage).replace(/\s\S*$/, "")} …"`;
}

const sentence = (text: string): string => (/[.!?…”]$/.test(text) ? text : `${text}.`);

/** What is found or missing, with its passage. */
export function headline(text: FindingText): string {
  const what = withoutQuotes(oneLine(text.what));
  if (text.passage === null) return what;
  return what.includes("{passage}")
    ? what.replace("{passage}", quoted(text.passage))
    : `${what} (${quoted(text.passage)})`;
}

/** The one line of a finding: what, why, what to write, the article. */
export function messageOf(text: FindingText, locale: string): string {
  const parts = [sentence(headline(text)), sentence(oneLine(text.why)), sentence(oneLine(text.write))].map(
    (part, index) => (index === 0 ? part : withoutQuotes(part)),
  );
  if (text.model !== null) parts.push(texts(locale).model(withoutQuotes(oneLine(text.model))));
  if (text.article !== null) parts.push(`(${text.article})`);
  return parts.join(" ");
}

/** The article that a finding cites: the one of the preset's side, else the first. */
export function citedArticle(law: readonly string[], article: "13" | "14" | "both", locale: string): string {
  const side = article === "14" ? "14(" : "13(";
  const cited = law.find((candidate) => candidate.startsWith(side)) ?? law[0];
  return cited === undefined ? "" : texts(locale).article(cited);
}

/** The page of a rule in the published package, of the version that runs. */
export function docsUrlOf(ruleId: string, version: string): string {
  return `https://unpkg.com/textlint-rule-preset-gdpr@${version}/docs/rules/${ruleId}.md`;
}

/** 16 hexadecimal digits that stay the same while the passage does, wherever it moves. */
export function fingerprint(parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\0")).digest("hex").slice(0, 16);
}

/** Findings in the order of the text, errors first where they share a place. */
export function inReadingOrder(findings: readonly Finding[]): Finding[] {
  const rank = { error: 0, warning: 1, info: 2 };
  return [...findings].sort(
    (a, b) =>
      a.range[0] - b.range[0] ||
      rank[a.severity] - rank[b.severity] ||
      a.range[1] - b.range[1] ||
      a.ruleId.localeCompare(b.ruleId),
  );
}
