import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { listRules } from "../findings/index.js";
import { pad } from "../report/index.js";
import { type Layer, readFrontMatter, showProblem } from "../settings/index.js";
import { severityShown } from "./command-rules.js";
import {
  defaultPreset,
  type Flags,
  optionsFor,
  presetOf,
  readSetup,
  settingsOf,
  UsageError,
  writtenFor,
} from "./setup.js";
import type { Terminal } from "./terminal.js";

async function frontMatterOf(file: string | undefined): Promise<Layer | null> {
  if (file === undefined || file === "-") return null;
  let source: string;
  try {
    source = readFileSync(file, "utf8");
  } catch (error) {
    throw new UsageError(`${file}: could not be read (${(error as NodeJS.ErrnoException).code})`);
  }
  const { layer, problems } = await readFrontMatter(source, file);
  if (problems.length > 0) throw new UsageError(problems.map(showProblem).join("\n"));
  return layer && { ...layer, source: `front matter of ${file}` };
}

/** `gdprlint --print-config [FILE]`: YAML whose comments say where each value comes from. */
export async function printConfigCommand(
  file: string | undefined,
  flags: Flags,
  terminal: Terminal,
): Promise<number> {
  const setup = await readSetup(flags, terminal.folder);
  const settings = settingsOf(setup, await frontMatterOf(file));
  const preset = presetOf(setup, settings);
  const { from } = settings;
  const line = (text: string, source: string): string => `${pad(text, 44)} # ${source}`;
  const textlintrc = setup.textlintrc === null ? "" : relative(terminal.folder, setup.textlintrc.file);
  const facts = [
    ...new Set(setup.catalogue.requirements.flatMap(({ fact }) => (fact === undefined ? [] : [fact]))),
  ];
  const notice = settings.notice.map((path) => relative(terminal.folder, path));
  const rules = listRules(setup.catalogue).flatMap((rule) => {
    const options = optionsFor(setup, preset, rule);
    const written = writtenFor(setup, preset, rule);
    const own = typeof written === "object" && written !== null;
    const chosen = preset.rules[rule.id];
    const fromPreset = chosen !== undefined && chosen !== "default";
    const presetSource = `preset ${preset.id}`;
    if (options === null) return [line(`  ${rule.id}: off`, chosen === "off" ? presetSource : textlintrc)];
    const severity =
      options.severity ?? (fromPreset ? chosen : severityShown(rule.id, rule.members, setup.catalogue));
    const others = own ? Object.entries(written).filter(([name]) => name !== "severity") : [];
    return [
      line(
        `  ${rule.id}: ${severity}`,
        options.severity !== null ? textlintrc : fromPreset ? presetSource : "default",
      ),
      ...others.map(([name, value]) => line(`    # ${name}: ${JSON.stringify(value)}`, textlintrc)),
    ];
  });
  const lines = [
    line(`preset: ${settings.preset}`, from.preset ?? `default (${defaultPreset})`),
    line(`language: ${settings.language ?? "null"}`, from.language ?? "default: recognised from the text"),
    line(`as-of: ${settings.asOf ?? "null"}`, from["as-of"] ?? "default: today"),
    line(`notice: [${notice.join(", ")}]`, from.notice ?? "default: each file is a notice of its own"),
    "facts:",
    ...facts.map((fact) =>
      line(`  ${fact}: ${settings.facts[fact] ?? "null"}`, from[`facts.${fact}`] ?? "default: not known"),
    ),
    "rules:",
    ...rules,
  ];
  terminal.stdout.write(`${lines.join("\n")}\n`);
  return 0;
}
