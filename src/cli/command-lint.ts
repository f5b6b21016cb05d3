import { relative } from "node:path";
import type { TextlintResult } from "@textlint/kernel";
import { ownFormat, ownFormatNames } from "./formats.js";
import type { Linted } from "./lint.js";
import { lintFile } from "./lint.js";
import { paintFor, wantsColour } from "./paint.js";
import { type Flags, readSetup, type Setup, settingsOf, UsageError } from "./setup.js";
import { findTargets } from "./targets.js";
import { type Terminal, tellProblems, widthOf } from "./terminal.js";
import { count, textOutput } from "./text-output.js";

export interface LintFlags extends Flags {
  format: string;
  quiet?: boolean;
  maxWarnings?: number;
  stdinFilename?: string;
  color?: boolean;
}

export interface Run {
  files: Linted[];
  /** Names that led to nothing, and files that could not be read. */
  problems: { file: string; message: string }[];
}

/** Lints what the user named; without a name, the notice of gdprlint.yml. */
export async function lintNamed(
  names: readonly string[],
  setup: Setup,
  { stdinFilename }: Pick<LintFlags, "stdinFilename">,
  terminal: Terminal,
): Promise<Run> {
  const notice = settingsOf(setup, null).notice.map((path) => relative(terminal.folder, path));
  const given = names.length > 0 ? names : notice;
  if (given.length === 0)
    throw new UsageError(
      "Name a policy: gdprlint privacy.md (or - for standard input). See gdprlint --help.",
    );
  const { files: targets, problems } = await findTargets(given);
  const files: Linted[] = problems.map(({ file, message }) => ({ file, error: message }));
  for (const target of targets) {
    const standard = {
      stream: terminal.stdin,
      ...(stdinFilename === undefined ? {} : { filename: stdinFilename }),
    };
    files.push(await lintFile(target, setup, standard));
  }
  const unread = files.flatMap((file) => ("error" in file ? [{ file: file.file, message: file.error }] : []));
  return { files, problems: unread };
}

/** textlint's own results, the number of each severity as its formatters count it. */
function resultsOf(files: readonly Linted[], quiet: boolean): TextlintResult[] {
  const errorLevel = 2;
  return files.flatMap(({ result }) =>
    result === undefined
      ? []
      : [
          {
            ...result,
            messages: result.messages.filter(({ severity }) => !quiet || severity === errorLevel),
          },
        ],
  );
}

async function withFormatter(
  name: string,
  files: readonly Linted[],
  quiet: boolean,
  color: boolean,
): Promise<string> {
  const { getFormatterList, loadFormatter } = await import("@textlint/linter-formatter");
  const known = getFormatterList().map(({ name: formatter }) => formatter);
  if (!known.includes(name))
    throw new UsageError(
      `--format ${name}: there is no such format. Known are ${["text", ...new Set([...ownFormatNames, ...known])].join(", ")}.`,
    );
  const formatter = await loadFormatter({ formatterName: name, color });
  let output: string;
  try {
    output = formatter.format(resultsOf(files, quiet));
  } catch (error) {
    // pretty-error reads the files anew, which standard input does not allow.
    throw new UsageError(`--format ${name} cannot show this: ${(error as Error).message}.`);
  }
  return output === "" || output.endsWith("\n") ? output : `${output}\n`;
}

/** `gdprlint FILE...`; ends 0, 1 or 2. */
export async function lintCommand(
  names: readonly string[],
  flags: LintFlags,
  terminal: Terminal,
): Promise<number> {
  const setup = await readSetup(flags, terminal.folder);
  const quiet = flags.quiet === true;
  const colour = wantsColour(terminal.stdout, flags.color);
  const own = ownFormatNames.includes(flags.format);
  // An unknown format is a mistake to tell before the work, not after it.
  if (flags.format !== "text" && !own) await withFormatter(flags.format, [], quiet, false);
  const { files, problems } = await lintNamed(names, setup, flags, terminal);
  tellProblems(terminal, problems);
  const read = files.filter((file) => !("error" in file));
  if (own)
    terminal.stdout.write(
      ownFormat(flags.format, files, { catalogue: setup.catalogue, folder: terminal.folder, quiet }),
    );
  else if (read.length > 0)
    terminal.stdout.write(
      flags.format === "text"
        ? textOutput(read, { paint: paintFor(colour), width: widthOf(terminal), quiet })
        : await withFormatter(flags.format, read, quiet, colour),
    );
  if (problems.length > 0) return 2;
  const { error, warning } = count(read);
  const unknownLanguage = read.some(
    (file) => !("error" in file) && file.subject.status === "unsupported-language",
  );
  return error > 0 || unknownLanguage || warning > (flags.maxWarnings ?? Number.POSITIVE_INFINITY) ? 1 : 0;
}
