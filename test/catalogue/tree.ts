/** A small set of data files of its own, so that tests of the checks do not hang on the real rules. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const DOCS = "docs: {checks: It looks., false-positives: None., when-not: Never.}";

const files: Record<string, string> = {
  "rules/concepts.yml": `retain: Data is kept
delete: Data is deleted
about-storage: A heading about storage
`,
  "rules/requirements/retention-period.yml": `id: retention-period
title: Storage period
description: Requires a storage period.
law: ['13(2)(a)']
due: always
severity: {none: error, vague: warning}
made:
  - in: sentence
    all: [retain | delete, duration]
anchor: [about-storage]
messages:
  en:
    none: {what: No mention, why: It matters., write: Write it.}
${DOCS}
`,
  "rules/requirements/right-access.yml": `id: right-access
title: Right of access
description: Requires the right of access.
law: ['15']
group: rights-list
due: always
severity: {none: error, vague: off}
made:
  - all: [reader]
messages: {}
${DOCS}
`,
  "rules/groups/rights-list.yml": `id: rights-list
title: Rights
description: Requires each right.
law: ['13(2)(b)']
messages: {}
${DOCS}
`,
  "rules/wording/placeholder.yml": `id: placeholder
title: Placeholder
description: Disallows placeholders.
law: ['12(1)']
severity: error
finds:
  - all: [url]
messages: {}
${DOCS}
`,
  "rules/languages/en.yml": `language: en
name: English
abbreviations: [e.g]
numbers: {one: 1}
units: {hour: [hour*], day: [day*], week: [week*], month: [month*], year: [year*]}
months: [[january], [february], [march], [april], [may], [june], [july], [august], [september], [october], [november], [december]]
streets: [street]
actors: {us: [we], reader: [you], other: [partners]}
negation: {phrases: [not], before: 4, after: 2}
clause-boundaries: [but]
audiences: [residents of california]
concepts:
  _keep: [keep*]
  retain:
    - "{_keep}"
    - store*
  delete: {phrases: [delete*], not: [deleted scenes]}
`,
  "rules/examples/en.yml": `language: en
requirements:
  retention-period:
    good: [We keep orders for ten years., We delete it after a day.]
    bad: [We bake., We deliver.]
wording: {}
`,
  "rules/coverage.yml": `articles:
  13(2)(a): {says: The period of storage., rules: [retention-period]}
`,
  "rules/reference/vendors.yml": `vendors:
  - {id: oven, names: [oven corp], country: US, service: baking, category: hosting}
  - {id: mill, names: [=Mill], country: SE, service: milling, category: hosting}
`,
  "presets/recommended.yml": `id: recommended
description: The usual.
rules: {retention-period: default, rights-list: error, placeholder: "off"}
`,
};

/** Writes the files to a new folder, some replaced or (null) left out, and returns the folder. */
export function writeTree(changes: Record<string, string | null> = {}): string {
  const root = mkdtempSync(join(tmpdir(), "catalogue-"));
  for (const [file, text] of Object.entries({ ...files, ...changes })) {
    if (text === null) continue;
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
}

/** One of the files with a part replaced; the part has to be there. */
export function edit(file: string, from: string, to: string): Record<string, string> {
  const text = files[file];
  if (text === undefined || !text.includes(from)) throw new Error(`${file} does not hold ${from}`);
  return { [file]: text.replace(from, () => to) };
}

export const textOf = (file: string): string => files[file]!;
