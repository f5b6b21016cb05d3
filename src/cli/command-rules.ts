import type { loadCatalogue } from "../catalogue/data.js";
import { listRules } from "../findings/index.js";
import { clip, pad } from "../report/index.js";
import { paintFor, wantsColour } from "./paint.js";
import { type Flags, optionsFor, presetOf, readSetup, settingsOf } from "./setup.js";
import { type Terminal, widthOf } from "./terminal.js";

/** Severity of a rule as its file and the preset say it; "off" where it is not run. */
export function severityShown(
  ruleId: string,
  members: readonly string[],
  catalogue: ReturnType<typeof loadCatalogue>,
): string {
  const wording = catalogue.wording.find(({ id }) => id === ruleId);
  if (wording) return wording.severity;
  const requirement = catalogue.requirements.find(({ id }) => members.includes(id));
  if (!requirement) return "error, info";
  const { none, vague } = requirement.severity;
  return vague === none || vague === "off" ? none : `${none}, ${vague}`;
}

/** `gdprlint rules`: every rule with the severity it has in this run. */
export async function rulesCommand(flags: Flags & { color?: boolean }, terminal: Terminal): Promise<number> {
  const setup = await readSetup(flags, terminal.folder);
  const { catalogue } = setup;
  const settings = settingsOf(setup, null);
  const preset = presetOf(setup, settings);
  const paint = paintFor(wantsColour(terminal.stdout, flags.color));
  const rules = listRules(catalogue);
  const idWidth = Math.max(...rules.map(({ id }) => id.length));
  const lines = rules.map((rule) => {
    const { id, members, title, law } = rule;
    const options = optionsFor(setup, preset, rule);
    const chosen = preset.rules[id];
    const severity =
      options === null
        ? "off"
        : (options.severity ??
          (chosen === undefined || chosen === "default" ? severityShown(id, members, catalogue) : chosen));
    const article = law[0] === undefined ? "" : `Art. ${law[0]}`;
    const room = widthOf(terminal) - idWidth - 34;
    return `${paint.strong(pad(id, idWidth))}  ${pad(severity, 14)}  ${pad(article, 14)}  ${clip(title, Math.max(30, room))}`.trimEnd();
  });
  terminal.stdout.write(
    `${lines.join("\n")}\n\n${paint.faint(`Preset ${preset.id}. gdprlint explain RULE tells more about one of them.`)}\n`,
  );
  return 0;
}
