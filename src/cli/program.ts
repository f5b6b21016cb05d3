import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
import { packageVersion } from "../settings/index.js";
import type { LintFlags } from "./command-lint.js";
import type { ReportFlags } from "./command-report.js";
import type { Terminal } from "./terminal.js";

const examples = `
Examples:
  gdprlint privacy.md                     lint one policy
  gdprlint "app/**/privacy.{md,html}"     lint what a pattern matches
  gdprlint legal/                         lint the texts below a folder
  cat privacy.md | gdprlint -             lint standard input
  gdprlint --format github privacy.md     findings as annotations in GitHub Actions
  gdprlint report privacy.md              what the policy discloses, and where
  gdprlint explain RULE                   what a rule asks for, and why

Exit codes:
  0  everything was linted, and nothing is at error severity
  1  a finding is at error severity, or there are more warnings than allowed
  2  wrong usage, a broken configuration, or a file that could not be read`;

function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError("It must be a whole number, as 0 or 10.");
  return Number(text);
}

const presetOption = () =>
  new Option("--preset <name>", "which rules are run: recommended, strict, art13 or art14");
const languageOption = () =>
  new Option("--lang <code>", "language of the policy, where it is not recognised: en, de, ...");
const stdinOption = () =>
  new Option("--stdin-filename <name>", "name of standard input; its ending says of which kind it is");
const colourOption = () => new Option("--no-color", "no colours (also: NO_COLOR)");

/**
 * Reads the command line and runs what it asks for; the parts are loaded when needed.
 * @returns the exit code
 */
export async function runProgram(args: readonly string[], terminal: Terminal): Promise<number> {
  let code = 0;
  const configure = (command: Command): Command =>
    command
      .exitOverride()
      .configureOutput({
        writeOut: (text) => void terminal.stdout.write(text),
        writeErr: (text) => void terminal.stderr.write(text),
        outputError: (text, write) => write(text.replace(/^error: /, "gdprlint: ")),
      })
      .showSuggestionAfterError();
  const program = configure(new Command("gdprlint"))
    .description(
      "Lints privacy policies: reports each disclosure of GDPR Art. 13 and 14 that is missing or too vague, at a place in the text.",
    )
    .usage("[options] [file, folder, pattern or - ...]")
    .argument("[files...]", "policies: Markdown, HTML, plain text or templates; - is standard input")
    .addOption(presetOption())
    .option(
      "--format <name>",
      "text, github, gitlab, sarif, or a format of textlint: stylish, json, checkstyle, junit, ...",
      "text",
    )
    .option("--quiet", "show errors only")
    .option("--max-warnings <number>", "end with 1 where there are more warnings", wholeNumber)
    .addOption(languageOption())
    .addOption(stdinOption())
    .addOption(colourOption())
    .option("--print-config", "show the settings and where each comes from, and lint nothing")
    .version(packageVersion(), "--version", "show the version")
    .helpOption("-h, --help", "show this help")
    .helpCommand(false)
    .enablePositionalOptions()
    .addHelpText("after", examples)
    .action(async (files: string[], flags: LintFlags & { printConfig?: boolean }) => {
      if (flags.printConfig) {
        const { printConfigCommand } = await import("./command-print-config.js");
        code = await printConfigCommand(files[0], flags, terminal);
        return;
      }
      const { lintCommand } = await import("./command-lint.js");
      code = await lintCommand(files, flags, terminal);
    });
  configure(program.command("report"))
    .description("show what policies disclose, with the passages, as a table or as JSON")
    .argument("[files...]", "policies, as for gdprlint itself")
    .addOption(new Option("--format <name>", "how").choices(["table", "json"]).default("table"))
    .addOption(presetOption())
    .addOption(languageOption())
    .addOption(stdinOption())
    .addOption(colourOption())
    .action(async (files: string[], flags: ReportFlags) => {
      const { reportCommand } = await import("./command-report.js");
      code = await reportCommand(files, flags, terminal);
    });
  configure(program.command("explain"))
    .description("show what a rule checks, why, and what to write")
    .argument("<rule>", "id of a rule; gdprlint rules lists them")
    .addOption(new Option("--lang <code>", "language of the model sentence"))
    .addOption(colourOption())
    .action(async (rule: string, flags: { lang?: string; color?: boolean }) => {
      const { explainCommand } = await import("./command-explain.js");
      code = await explainCommand(rule, flags, terminal);
    });
  configure(program.command("rules"))
    .description("list the rules with their severities")
    .addOption(presetOption())
    .addOption(colourOption())
    .action(async (flags: { preset?: string; color?: boolean }) => {
      const { rulesCommand } = await import("./command-rules.js");
      code = await rulesCommand(flags, terminal);
    });
  configure(program.command("init"))
    .description("write .textlintrc.json and gdprlint.yml, where they are not there yet")
    .action(async () => {
      const { initCommand } = await import("./command-init.js");
      code = initCommand(terminal);
    });
  try {
    await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    const { UsageError } = await import("./setup.js");
    const { message, code: reason } = error as NodeJS.ErrnoException;
    const known = error instanceof UsageError || reason !== undefined;
    terminal.stderr.write(
      `${message
        .split("\n")
        .map((line) => `gdprlint: ${line}`)
        .join("\n")}${known ? "" : "\ngdprlint: This is a defect of gdprlint; please report it."}\n`,
    );
    return 2;
  }
  return code;
}
