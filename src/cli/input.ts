import { readFile, stat } from "node:fs/promises";

/** More than any policy has; Markdown of this size already takes minutes to parse. */
const largest = 4 * 1024 * 1024;

/** A reason why a file cannot be linted that tells the user what to do about it. */
export class InputError extends Error {}

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

function tooLarge(bytes: number): InputError {
  return new InputError(
    `too large (${megabytes(bytes)}, at most ${megabytes(largest)}); name the policy's own file`,
  );
}

/**
 * Text of UTF-8 bytes, without a byte order mark.
 * @throws InputError where the bytes are something else
 */
export function decode(bytes: Uint8Array): string {
  if (bytes.length > largest) throw tooLarge(bytes.length);
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    throw new InputError("encoded as UTF-16; save it as UTF-8");
  const head = bytes.subarray(0, 8192);
  if (head.includes(0)) {
    const zeros = head.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
    throw new InputError(
      zeros * 3 > head.length
        ? "encoded as UTF-16; save it as UTF-8"
        : "not a text file; export the policy as Markdown, HTML or plain text",
    );
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new InputError("not encoded as UTF-8 (perhaps as Latin-1 or Windows-1252); save it as UTF-8");
  }
  if (text.trim() === "") throw new InputError("empty; there is nothing to lint");
  return text;
}

const reasons: Record<string, string> = {
  ENOENT: "no such file; check the path",
  EACCES: "not readable; check its permissions",
  EPERM: "not readable; check its permissions",
  EISDIR: "a folder, not a file",
  ENOTDIR: "no such file; a part of its path is a file",
  ELOOP: "not readable; its links go round in a circle",
  EMFILE: "not readable; too many files are open",
};

/**
 * Reads a policy.
 * @throws InputError with one clause that says what is wrong and what to do
 */
export async function readPolicy(path: string): Promise<string> {
  try {
    const about = await stat(path);
    if (about.size > largest) throw tooLarge(about.size);
    return decode(await readFile(path));
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new InputError(reasons[code ?? ""] ?? `not readable (${message})`);
  }
}

/** Reads all of standard input. */
export async function readStandardInput(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk as Uint8Array | string);
    size += bytes.length;
    if (size > largest) throw tooLarge(size);
    chunks.push(bytes);
  }
  return decode(Buffer.concat(chunks));
}
