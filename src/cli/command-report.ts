import { jsonReport, tableReport } from "../report/index.js";
import { packageVersion } from "../settings/index.js";
import { type LintFlags, lintNamed } from "./command-lint.js";
import { paintFor, wantsColour } from "./paint.js";
import { readSetup } from "./setup.js";
import { type Terminal, tellProblems, widthOf } from "./terminal.js";

export const reportFormats = ["table", "json"] as const;

export type ReportFlags = Pick<LintFlags, "lang" | "preset" | "stdinFilename" | "color"> & {
  format: (typeof reportFormats)[number];
};

/** `gdprlint report FILE...`; ends 0, or 2 where something could not be read. */
export async function reportCommand(
  names: readonly string[],
  flags: ReportFlags,
  terminal: Terminal,
): Promise<number> {
  const setup = await readSetup(flags, terminal.folder);
  const { files, problems } = await lintNamed(names, setup, flags, terminal);
  tellProblems(terminal, problems);
  const output =
    flags.format === "json"
      ? `${JSON.stringify(jsonReport(files, setup.catalogue, packageVersion()), null, 2)}\n`
      : tableReport(
          files.filter((file) => !("error" in file)),
          setup.catalogue,
          { paint: paintFor(wantsColour(terminal.stdout, flags.color)), width: widthOf(terminal) },
        );
  if (output !== "") terminal.stdout.write(output);
  return problems.length > 0 ? 2 : 0;
}
