/**
 * Holds a report against labelled policies and writes docs/accuracy.md:
 *
 *   npx gdprlint report --format json POLICY... > report.json
 *   npm run accuracy -- report.json LABELS [--language en,sv] [--out docs/accuracy.md]
 *
 * LABELS is a folder of JSON files, one a policy:
 *   {"id": "en/shop.md", "lang": "en",
 *    "items": {"retention-period": {"v": "yes", "line": 12}, "right-access": {"v": "no"}},
 *    "flags": {"deemed-consent": {"v": true, "line": 40}}}
 * where "id" is the end of the policy's path in the report, and v is yes, vague or no.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

interface Label {
  id: string;
  lang: string;
  items: Record<string, { v: "yes" | "vague" | "no"; line?: number }>;
  flags: Record<string, { v: boolean }>;
}

interface ReportedDocument {
  file: string;
  requirements: { id: string; disclosure: string; evidence: { line: number; endLine: number }[] }[];
  wording: { id: string }[];
}

/** Counts by "not disclosed" (or, for wording, "found"): that is what a linter reports. */
interface Cell {
  truePositive: number;
  falsePositive: number;
  falseNegative: number;
  trueNegative: number;
}

const LEAST = 3;
const empty = (): Cell => ({ truePositive: 0, falsePositive: 0, falseNegative: 0, trueNegative: 0 });
const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
const f1 = (hit: number, wrong: number, lost: number): number => ratio(2 * hit, 2 * hit + wrong + lost);
const two = (value: number): string => value.toFixed(2);

function count(cell: Cell, positive: boolean, reported: boolean): void {
  if (positive) cell[reported ? "truePositive" : "falseNegative"]++;
  else cell[reported ? "falsePositive" : "trueNegative"]++;
}

function meanF1({ truePositive, falsePositive, falseNegative, trueNegative }: Cell): number {
  return (
    (f1(truePositive, falsePositive, falseNegative) + f1(trueNegative, falseNegative, falsePositive)) / 2
  );
}

function sum(cells: Iterable<Cell>): Cell {
  const total = empty();
  for (const cell of cells) for (const key of Object.keys(total) as (keyof Cell)[]) total[key] += cell[key];
  return total;
}

function labelsIn(folder: string): Label[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as Label);
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { language: { type: "string" }, out: { type: "string" } },
});
const [reportFile, labelFolder] = positionals;
if (!reportFile || !labelFolder) {
  console.error("Usage: npm run accuracy -- REPORT.json LABELS [--language en,sv] [--out FILE]");
  process.exit(2);
}

const documents = (JSON.parse(readFileSync(reportFile, "utf8")) as { documents: ReportedDocument[] })
  .documents;
const wanted = values.language?.split(",");
const labels = labelsIn(labelFolder).filter(({ lang }) => !wanted || wanted.includes(lang));
const items = new Map<string, Cell>();
const wording = new Map<string, Cell>();
const languages = new Map<string, { cell: Cell; policies: number }>();
let agreedOnPlace = 0;
let agreed = 0;

for (const label of labels) {
  const document = documents.find(({ file }) => resolve(file).endsWith(`/${label.id}`));
  if (!document) {
    console.error(`${label.id}: not in the report. Report every labelled policy, then run again.`);
    process.exit(2);
  }
  const language = languages.get(label.lang) ?? { cell: empty(), policies: 0 };
  languages.set(label.lang, language);
  language.policies++;
  for (const [id, { v, line }] of Object.entries(label.items)) {
    const reported = document.requirements.find((requirement) => requirement.id === id);
    if (!reported) continue;
    const cell = items.get(id) ?? empty();
    items.set(id, cell);
    for (const each of [cell, language.cell]) count(each, v !== "yes", reported.disclosure !== "made");
    const [first] = reported.evidence;
    if (v === "yes" && reported.disclosure === "made" && first && line !== undefined) {
      agreed++;
      if (first.line <= line && line <= first.endLine) agreedOnPlace++;
    }
  }
  for (const [id, { v }] of Object.entries(label.flags)) {
    if (!documents.some((each) => each.wording.some((entry) => entry.id === id))) continue;
    const cell = wording.get(id) ?? empty();
    wording.set(id, cell);
    count(
      cell,
      v,
      document.wording.some((entry) => entry.id === id),
    );
  }
}

const scored = [...items].filter(
  ([, cell]) =>
    cell.truePositive + cell.falseNegative >= LEAST && cell.trueNegative + cell.falsePositive >= LEAST,
);
const pool = sum(items.values());
const precision = ratio(pool.truePositive, pool.truePositive + pool.falsePositive);
const recall = ratio(pool.truePositive, pool.truePositive + pool.falseNegative);
const macro = ratio(
  scored.reduce((total, [, cell]) => total + meanF1(cell), 0),
  scored.length,
);

const page = `<!-- Generated by scripts/accuracy.ts; do not edit. -->

# Accuracy

Measured on ${labels.length} real policies in ${languages.size} language${languages.size === 1 ? "" : "s"} that were labelled by hand: for each disclosure a reader decided, from the text alone, whether a person who reads the policy learns it.

**Macro F1 ${macro.toFixed(3)}**, pooled F1 ${meanF1(pool).toFixed(3)}, pooled precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}; the first passage shown is the labelled one in ${two(ratio(agreedOnPlace, agreed))} of the disclosures that both see.

## Disclosures

${table(
  ["requirement", "disclosed", "not disclosed", "precision", "recall", "F1", "wrong"],
  [...items].map(([id, cell]) => [
    `${id}${scored.some(([other]) => other === id) ? "" : " *"}`,
    String(cell.trueNegative + cell.falsePositive),
    String(cell.truePositive + cell.falseNegative),
    two(ratio(cell.truePositive, cell.truePositive + cell.falsePositive)),
    two(ratio(cell.truePositive, cell.truePositive + cell.falseNegative)),
    two(meanF1(cell)),
    String(cell.falsePositive + cell.falseNegative),
  ]),
)}

\\* fewer than ${LEAST} policies on one side: not in the macro F1.

## Wording

${table(
  ["rule", "found", "not found", "F1"],
  [...wording].map(([id, cell]) => [
    id,
    String(cell.truePositive + cell.falseNegative),
    String(cell.trueNegative + cell.falsePositive),
    two(f1(cell.truePositive, cell.falsePositive, cell.falseNegative)),
  ]),
)}

## Languages

${table(
  ["language", "policies", "pooled F1", "precision", "recall"],
  [...languages]
    .sort()
    .map(([language, { cell, policies }]) => [
      language,
      String(policies),
      meanF1(cell).toFixed(3),
      two(ratio(cell.truePositive, cell.truePositive + cell.falsePositive)),
      two(ratio(cell.truePositive, cell.truePositive + cell.falseNegative)),
    ]),
)}

## Method

- A disclosure counts as made where the label says so without reserve; a vague one counts as not made, in the label as in the report.
- Precision and recall are those of "not disclosed": precision is the share of reported gaps that are gaps, recall the share of gaps that are reported. F1 is the mean of the F1 of "not disclosed" and of "disclosed", so that always giving the same answer earns at most a half.
- Macro F1 is the mean over the requirements, pooled figures count every requirement of every policy.
- For wording, F1 is that of "found".

## Limits

- The rules were written while most of these policies could be read. Expect somewhat lower figures on other policies.
- One reader's label is a judgement: two careful readers disagree now and then, most often on what is too vague.
- With few policies on one side of a requirement its figure says little; the columns show how many there were.
- A disclosure that is made may still be untrue or incomplete: the linter reads what is written, it does not know what is done.
`;

if (values.out) writeFileSync(values.out, page);
else process.stdout.write(page);
