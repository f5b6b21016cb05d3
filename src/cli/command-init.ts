import { existsSync as exists, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadCatalogue } from "../catalogue/data.js";
import { defaultPreset } from "./setup.js";
import type { Terminal } from "./terminal.js";

const textlintrc = `{
  "filters": {
    "comments": true
  },
  "rules": {
    "preset-gdpr": true
  }
}
`;

const settings = ({
  presets,
  facts,
}: {
  presets: string[];
  facts: string[];
}): string => `# Settings of gdprlint. Whatever stands behind "#" is a comment: take it away to use the line.

# The language of the policy; it is recognised from the text where nothing is said.
# language: en

# Which rules are run: ${presets.join(", ")}.
# preset: ${defaultPreset}

# Files that are read as one notice: what one of them says counts for all.
# notice: [privacy.md, imprint.md]

# What the text cannot say about you: none or exists.
# facts:
${facts.map((fact) => `#   ${fact}: none`).join("\n")}
`;

/** `gdprlint init`: writes the two files of settings, and never over one that is there. */
export function initCommand(terminal: Terminal): number {
  const others = [".textlintrc", ".textlintrc.yaml", ".textlintrc.yml", ".textlintrc.js", ".textlintrc.cjs"];
  const write = (name: string, content: string, rivals: readonly string[]): void => {
    const there = [name, ...rivals].find((file) => exists(join(terminal.folder, file)));
    if (there !== undefined) {
      terminal.stdout.write(`${there} is there already and stays as it is.\n`);
      return;
    }
    writeFileSync(join(terminal.folder, name), content, { flag: "wx" });
    terminal.stdout.write(`Wrote ${name}.\n`);
  };
  write(".textlintrc.json", textlintrc, others);
  const catalogue = loadCatalogue();
  const facts = catalogue.requirements.flatMap(({ fact }) => (fact === undefined ? [] : [fact]));
  const presets = catalogue.presets.map(({ id }) => id);
  write("gdprlint.yml", settings({ presets, facts: [...new Set(facts)] }), ["gdprlint.yaml"]);
  terminal.stdout.write("Next: gdprlint privacy.md\n");
  return 0;
}
