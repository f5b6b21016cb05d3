import { loadCatalogue, loadLanguage } from "../catalogue/data.js";
import { nearestName } from "../catalogue/problem.js";
import type { Catalogue } from "../catalogue/types.js";
import { docsUrlOf, documentRule, listRules, optionNames, type RuleInfo } from "../findings/index.js";
import { wrap } from "../report/index.js";
import { packageVersion } from "../settings/index.js";
import { severityShown } from "./command-rules.js";
import { kernelId } from "./kernel.js";
import { paintFor, wantsColour } from "./paint.js";
import { UsageError } from "./setup.js";
import { type Terminal, widthOf } from "./terminal.js";

interface Explained {
  rule: RuleInfo;
  title: string;
  description: string;
  law: readonly string[];
  /** Id under which language files hold the model sentence. */
  model: string;
  docs: {
    checks: string;
    "false-positives": string;
    "when-not": string;
    references: readonly string[];
  } | null;
  advice: readonly { why: string; write: string }[];
}

function explained(catalogue: Catalogue, id: string): Explained | null {
  const rules = listRules(catalogue);
  const requirement = catalogue.requirements.find((candidate) => candidate.id === id);
  const rule = rules.find((candidate) => candidate.id === (requirement?.group ?? id));
  if (!rule) return null;
  const group = catalogue.groups.find((candidate) => candidate.id === id);
  const wording = catalogue.wording.find((candidate) => candidate.id === id);
  const { title, description, law } = requirement ?? rule;
  const advice = requirement?.messages.en?.none ?? group?.messages.en?.none ?? wording?.messages.en?.finding;
  return {
    rule,
    title,
    description,
    law,
    model: id,
    docs: requirement?.docs ?? group?.docs ?? wording?.docs ?? null,
    advice: advice ? [advice] : [],
  };
}

/** `gdprlint explain RULE`. */
export async function explainCommand(
  name: string,
  flags: { lang?: string; color?: boolean },
  terminal: Terminal,
): Promise<number> {
  const catalogue = loadCatalogue();
  const id = name.replace(/^(?:preset-)?gdpr\/(?:.*\/)?/, "");
  const found = explained(catalogue, id);
  if (found === null) {
    const known = [
      ...listRules(catalogue).map((rule) => rule.id),
      ...catalogue.requirements.map((r) => r.id),
    ];
    const guess = nearestName(id, known);
    throw new UsageError(
      `There is no rule ${id}.${guess === null ? "" : ` Did you mean ${guess}?`} gdprlint rules lists them all.`,
    );
  }
  const language = flags.lang ?? "en";
  if (!catalogue.languages.includes(language))
    throw new UsageError(
      `--lang ${language}: there are no rules for this language. Known are ${catalogue.languages.join(", ")}.`,
    );
  const paint = paintFor(wantsColour(terminal.stdout, flags.color));
  const width = widthOf(terminal);
  const { rule, docs } = found;
  const paragraph = (head: string, text: string): string[] => [
    "",
    paint.strong(head),
    ...wrap(text, width - 2).map((line) => `  ${line}`),
  ];
  const model = loadLanguage(language).models[found.model];
  const severity =
    rule.id === documentRule
      ? "error, info"
      : severityShown(id, rule.members.includes(id) ? [id] : rule.members, catalogue);
  const lines = [
    `${paint.strong(found.title)}  ${paint.faint(kernelId(rule.id))}`,
    ...wrap(found.description, width),
    "",
    ...(found.law.length > 0 ? [`Law       GDPR Art. ${found.law.join(", ")}`] : []),
    `Severity  ${severity}`,
    `Options   ${optionNames(rule).join(", ")}`,
    ...(rule.kind === "group" && id === rule.id ? [`Reports   ${rule.members.join(", ")}`] : []),
    ...(rule.id === id ? [] : [`Reported  by ${rule.id}, together with the others of its list`]),
    ...(docs ? paragraph("What it checks", docs.checks) : []),
    ...found.advice.flatMap(({ why, write }) => [
      ...paragraph("Why", why),
      ...paragraph("What to write", write),
    ]),
    ...(model === undefined ? [] : paragraph("For example", model)),
    ...(docs ? paragraph("Where it may be wrong", docs["false-positives"]) : []),
    ...(docs ? paragraph("When not to use it", docs["when-not"]) : []),
    ...(docs && docs.references.length > 0
      ? [
          "",
          paint.strong("References"),
          ...docs.references.flatMap((reference) =>
            wrap(`- ${reference.replaceAll("*", "")}`, width - 2).map((line) => `  ${line}`),
          ),
        ]
      : []),
    ...paragraph(
      "To suppress it at a place",
      `<!-- textlint-disable ${kernelId(rule.id)} -- your reason -->`,
    ),
    "",
    docsUrlOf(rule.id, packageVersion()),
  ];
  terminal.stdout.write(`${lines.join("\n")}\n`);
  return 0;
}
