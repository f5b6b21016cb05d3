/** docs/rules/: a page for each rule and a table of all, made from rules/ and presets/. */
import type { Sources } from "../src/catalogue/source.js";
import type {
  ExamplesDefinition,
  GroupDefinition,
  RequirementDefinition,
  WordingDefinition,
} from "../src/catalogue/types.js";
import { documentRule } from "../src/findings/index.js";
import { documentText } from "../src/findings/texts.js";

const GENERATED = "<!-- This page is generated from rules/ by `npm run generate`; change it there. -->";
const FOLDER = "docs/rules";
/** Passages of one kind that are shown in one language. */
const SHOWN = 2;

interface Rule {
  id: string;
  /** Folder below rules/ in which it is written. */
  kind: "requirements" | "groups" | "wording";
  definition: RequirementDefinition | GroupDefinition | WordingDefinition;
  /** The requirements that it reports; none for wording. */
  members: RequirementDefinition[];
}

/** Path from the package's root -> content. */
export function docFiles(sources: Sources): Map<string, string> {
  const rules = listRules(sources);
  return new Map([
    [`${FOLDER}/README.md`, table(rules, sources)],
    ...rules.map((rule): [string, string] => [`${FOLDER}/${rule.id}.md`, page(rule, sources)]),
    [`${FOLDER}/${documentRule}.md`, documentPage(sources)],
  ]);
}

/** Rules in the order of the law: by their first article, then by id; wording last. */
function listRules({ requirements, groups, wording }: Sources): Rule[] {
  const all = requirements.map(({ value }) => value);
  const single = all.filter(({ group }) => group === undefined);
  const rules: Rule[] = [
    ...single.map(
      (definition): Rule => ({ id: definition.id, kind: "requirements", definition, members: [definition] }),
    ),
    ...groups.map(
      ({ value }): Rule => ({
        id: value.id,
        kind: "groups",
        definition: value,
        members: all.filter(({ group }) => group === value.id),
      }),
    ),
  ];
  const first = ({ definition }: Rule): string => definition.law[0]!;
  rules.sort((a, b) => compare(first(a), first(b)) || compare(a.id, b.id));
  return [
    ...rules,
    ...wording.map(({ value }): Rule => ({ id: value.id, kind: "wording", definition: value, members: [] })),
  ];
}

/** Not localeCompare: the order must not depend on the machine. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/* ----------------------------------------------------------------- table --- */

function table(rules: Rule[], sources: Sources): string {
  const presets = sources.presets.map(({ value }) => value);
  const head = (first: string): string[] => [
    `| rule | ${first} | article | severity | ${presets.map(({ id }) => `\`${id}\``).join(" | ")} |`,
    `| --- | --- | --- | --- | ${presets.map(() => "---").join(" | ")} |`,
  ];
  const row = ({ id, definition, members }: Rule): string => {
    const cells = [
      `[\`${id}\`](${id}.md)`,
      oneLine(definition.description),
      definition.law.map(articleLink).join(", "),
      severities(definition, members),
      ...presets.map(({ rules: chosen }) => chosen[id] ?? "default"),
    ];
    return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  };
  return lines([
    GENERATED,
    "# Rules",
    "",
    "## Disclosures",
    "",
    ...head("what it requires"),
    ...rules.filter(({ kind }) => kind !== "wording").map(row),
    "",
    "## Wording",
    "",
    ...head("what it disallows or requires"),
    ...rules.filter(({ kind }) => kind === "wording").map(row),
    "",
    "In the columns of the presets, `default` is the severity of the rule.",
    "",
    "## Presets",
    "",
    ...presets.map(({ id, description }) => `- \`${id}\`: ${oneLine(description)}`),
    "",
    `Besides these, the rule [\`${documentRule}\`](${documentRule}.md) speaks of the text as a whole: it informs where a text`,
    "does not read like a privacy policy, and reports a language for which there are no rules.",
  ]);
}

/** "error, vague: warning" */
function severities(definition: Rule["definition"], members: RequirementDefinition[]): string {
  if ("severity" in definition && typeof definition.severity === "string") return definition.severity;
  const distinct = new Set(members.map(({ severity }) => `${severity.none}, vague: ${severity.vague}`));
  return [...distinct].join("; ");
}

/* ------------------------------------------------------------------ page --- */

function page(rule: Rule, sources: Sources): string {
  const { id, kind, definition, members } = rule;
  const { docs } = definition;
  return lines([
    GENERATED,
    `# ${definition.title}`,
    "",
    oneLine(definition.description),
    "",
    ...facts(rule, sources),
    "",
    "## What it checks",
    "",
    paragraphs(docs.checks),
    "",
    "## Why",
    "",
    ...reasons(definition),
    ...examples(rule, sources),
    "## Known false positives",
    "",
    paragraphs(docs["false-positives"]),
    "",
    "## When not to use it",
    "",
    paragraphs(docs["when-not"]),
    "",
    ...(docs.references.length > 0
      ? [
          "## References",
          "",
          ...docs.references.map((reference) => `- ${reference.trim().replace(/\s+/g, " ")}`),
          "",
        ]
      : []),
    "## Source",
    "",
    ...[
      `rules/${kind}/${id}.yml`,
      ...(kind === "groups" ? members.map((member) => `rules/requirements/${member.id}.yml`) : []),
    ].map((file) => `- [${file}](../../${file})`),
  ]);
}

/** The page of the rule that has no file of its own, since it is about the text and not about the law. */
function documentPage({ languages }: Sources): string {
  const { title, description, notAPolicy, unsupported } = documentText("en");
  const known = languages.map(({ value }) => value.language);
  return lines([
    GENERATED,
    `# ${title}`,
    "",
    description,
    "",
    ...[
      "| | |",
      "| --- | --- |",
      `| rule | \`${documentRule}\` |`,
      "| severity | info; an unknown language: error |",
    ],
    "",
    "## What it checks",
    "",
    `**${notAPolicy.what}.** ${notAPolicy.why} ${notAPolicy.write}`,
    "",
    `**${unsupported.what(null)}.** ${unsupported.why} ${unsupported.write(known)}`,
    "",
    "## Known false positives",
    "",
    "A very short notice, or one that speaks of personal data in unusual words, may be taken for another text; a",
    "text that only quotes a policy may be taken for one.",
    "",
    "## When not to use it",
    "",
    "Where the rules run on many files that are no policies, turn it off, or let textlint ignore those files.",
  ]);
}

function facts({ id, definition, members }: Rule, sources: Sources): string[] {
  const presets = sources.presets.map(({ value }) => {
    const chosen = value.rules[id] ?? "default";
    return `\`${value.id}\`${chosen === "default" ? "" : ` (${chosen})`}`;
  });
  const rows: [string, string][] = [
    ["rule", `\`${id}\``],
    ["article", definition.law.map(articleLink).join(", ")],
    ["severity", severities(definition, members)],
    ["due", due(members)],
    ["presets", presets.join(", ")],
  ];
  const grouped = members.filter(({ group }) => group !== undefined);
  if (grouped.length > 0) rows.push(["covers", grouped.map((member) => `\`${member.id}\``).join(", ")]);
  return [
    "| | |",
    "| --- | --- |",
    ...rows.filter(([, text]) => text !== "").map(([name, text]) => `| ${name} | ${text} |`),
  ];
}

function due(members: RequirementDefinition[]): string {
  const texts = members.map((member) => {
    const fact = member.fact === undefined ? "" : `\`facts.${member.fact}\` in \`gdprlint.yml\` says so`;
    if (member.due === "always") return "always";
    const text =
      member.due === "unknown" ? "where the text mentions the matter" : "where the text relies on it";
    return fact === "" ? text : `${text}, or ${fact}`;
  });
  return [...new Set(texts)].join("; ");
}

function reasons(definition: Rule["definition"]): string[] {
  const messages = Object.values(definition.messages.en ?? {});
  return messages.flatMap((message) =>
    message === undefined
      ? []
      : [
          `**${message.what.trim().replace(/\s+/g, " ")}.** ${oneLine(message.why)} ${oneLine(message.write)}`,
          "",
        ],
  );
}

/* -------------------------------------------------------------- examples --- */

type Passage = ExamplesDefinition["requirements"][string]["good"][number];

function examples({ id, kind, members, definition }: Rule, sources: Sources): string[] {
  const out: string[] = [];
  // English first, since the page is; then by code.
  const byLanguage = [...sources.examples].sort(
    (a, b) =>
      Number(b.value.language === "en") - Number(a.value.language === "en") ||
      compare(a.value.language, b.value.language),
  );
  for (const { value } of byLanguage) {
    const name = sources.languages.find((language) => language.value.language === value.language)?.value.name;
    const own: string[] = [];
    if (kind === "wording") {
      const entry = value.wording[id];
      const wanted = "expects" in definition && definition.expects === "presence";
      own.push(
        ...passages(wanted ? "Reported, since it is missing" : "Reported", entry?.bad),
        ...passages("In order", entry?.good),
      );
    } else {
      for (const member of members) {
        const entry = value.requirements[member.id];
        const of = members.length > 1 ? `${member.title}: ` : "";
        own.push(
          ...passages(`${of}disclosed`, entry?.good),
          ...passages(`${of}only vague`, entry?.vague),
          ...passages(`${of}not disclosed`, entry?.bad),
        );
      }
    }
    if (own.length > 0) out.push(`### ${name ?? value.language}`, "", ...own);
  }
  return out.length > 0 ? ["## Examples", "", ...out] : [];
}

function passages(label: string, entries: readonly Passage[] | undefined): string[] {
  if (entries === undefined || entries.length === 0) return [];
  const blocks = entries.slice(0, SHOWN).flatMap((entry) => {
    const text = (typeof entry === "string" ? entry : entry.text).trimEnd();
    const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
    const fence = "`".repeat(longest + 1);
    return [`${fence}markdown`, text, fence, ""];
  });
  return [`${label.charAt(0).toUpperCase()}${label.slice(1)}:`, "", ...blocks];
}

/* ------------------------------------------------------------------ text --- */

function articleLink(law: string): string {
  return `[Art. ${law}](https://gdpr-info.eu/art-${/^\d+/.exec(law)![0]}-gdpr/)`;
}

const oneLine = (text: string): string => text.trim().replace(/\s+/g, " ");

/** Folded YAML keeps its paragraphs. */
const paragraphs = (text: string): string => text.trim();

const lines = (parts: string[]): string => `${parts.join("\n").trimEnd()}\n`;
