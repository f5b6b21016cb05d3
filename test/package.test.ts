import { execFileSync, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { type SarifLog, sarifProblems } from "./support/sarif.js";

// Each test starts programs, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const root = fileURLToPath(new URL("..", import.meta.url));
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  name: string;
  dependencies: Record<string, string>;
  exports: Record<string, unknown>;
};
const folder = mkdtempSync(join(tmpdir(), "gdprlint-"));
const modules = join(folder, "node_modules");
const installed = join(modules, manifest.name);
const policy =
  "# Privacy policy\n\nWe use your personal data to bake. By using this site you agree to this privacy policy.\n";

/** The package as it would be published, with the dependencies that it declares and no others. */
beforeAll(() => {
  if (!existsSync(join(root, "dist/index.js"))) throw new Error("Build first: npm run build");
  const packed = execFileSync("npm", ["pack", "--ignore-scripts", "--silent", "--pack-destination", folder], {
    cwd: root,
    encoding: "utf8",
  }).trim();
  mkdirSync(installed, { recursive: true });
  execFileSync("tar", ["-xzf", join(folder, packed), "--strip-components=1", "-C", installed]);
  for (const name of Object.keys(manifest.dependencies)) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(root, "node_modules", name), join(modules, name));
  }
  writeFileSync(join(folder, "privacy.md"), policy);
});

afterAll(() => rmSync(folder, { recursive: true }));

function run(program: string, args: string[], input = "") {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    encoding: "utf8",
    input,
    env: { ...process.env, NODE_PATH: modules },
  });
  return { status, stdout, stderr };
}

const textlint = (...args: string[]) => run(join(root, "node_modules/textlint/bin/textlint.js"), args);
const gdprlint = (args: string[], input?: string) => run(join(installed, "bin/gdprlint.js"), args, input);

function withConfig(config: unknown): string {
  const file = join(folder, ".textlintrc.json");
  writeFileSync(file, typeof config === "string" ? config : JSON.stringify(config));
  return file;
}

describe("textlint with the packed package", () => {
  test.each(
    Object.keys(manifest.exports)
      .filter((key) => !["./package.json", "./sarif"].includes(key))
      .map((key) => key.slice(1)),
  )('resolves "preset-gdpr%s"', (path) => {
    withConfig({ rules: { [`preset-gdpr${path}`]: true } });
    const { stdout, status } = textlint("--format", "json", "privacy.md");
    const [{ messages }] = JSON.parse(stdout) as [{ messages: { ruleId: string }[] }];
    expect(messages.map(({ ruleId }) => ruleId)).toContain(`gdpr${path}/deemed-consent`);
    expect(status).toBe(1);
  });

  test.each(["", "/strict"])('writes SARIF of "preset-gdpr%s"', (path) => {
    withConfig({ rules: { [`preset-gdpr${path}`]: true } });
    const { stdout, stderr } = textlint("--format", `${manifest.name}/sarif`, "privacy.md");
    expect(stderr).toBe("");
    const log = JSON.parse(stdout) as SarifLog;
    expect(sarifProblems(log)).toEqual([]);
    const own = JSON.parse(gdprlint(["--format", "sarif", "privacy.md"]).stdout) as SarifLog;
    const deemed = ({ runs }: SarifLog) =>
      runs[0].results.find(({ ruleId }) => ruleId === "gdpr/deemed-consent");
    expect(deemed(log)).toEqual(deemed(own));
    expect(log.runs[0].tool).toEqual(own.runs[0].tool);
  });

  test("reads .textlintrc.example", () => {
    withConfig(readFileSync(join(root, ".textlintrc.example"), "utf8"));
    const { stdout } = textlint("privacy.md");
    expect(stdout).toContain("gdpr/deemed-consent");
    expect(stdout).not.toContain("has no option");
  });

  test("finds the rules from the command line", () => {
    rmSync(withConfig({}));
    expect(textlint("--preset", "gdpr", "privacy.md").stdout).toContain("gdpr/deemed-consent");
  });
});

describe("gdprlint of the packed package", () => {
  test("lints", () => {
    const { status, stdout, stderr } = gdprlint(["privacy.md"]);
    expect(stderr).toBe("");
    expect(stdout).toContain("gdpr/deemed-consent");
    expect(status).toBe(1);
  });

  test("reads a pipe", () => {
    expect(gdprlint(["-"], policy).stdout).toContain("gdpr/deemed-consent");
  });

  test("is silent where its reader has closed the pipe", () => {
    const script = `"${process.execPath}" "${join(installed, "bin/gdprlint.js")}" report --format json ${"privacy.md ".repeat(40)} | head -c 1`;
    const { stdout, stderr } = spawnSync("sh", ["-c", script], { cwd: folder, encoding: "utf8" });
    expect({ stdout, stderr }).toEqual({ stdout: "{", stderr: "" });
  });

  test("writes all of a long report into a pipe", () => {
    for (let copy = 0; copy < 20; copy++) writeFileSync(join(folder, `copy-${copy}.md`), policy);
    const { stdout } = gdprlint(["report", "--format", "json", "copy-*.md"]);
    expect((JSON.parse(stdout) as { documents: unknown[] }).documents).toHaveLength(20);
  });
});
