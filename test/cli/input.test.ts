import { describe, expect, test } from "vitest";
import { decode, InputError, readPolicy } from "../../src/cli/input.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("what is read", () => {
  test.each([
    ["plain text", bytes("We bake."), "We bake."],
    ["a byte order mark is left out", Uint8Array.of(0xef, 0xbb, 0xbf, ...bytes("We bake.")), "We bake."],
    ["Windows line ends stay", bytes("We\r\nbake."), "We\r\nbake."],
  ])("%s", (_, input, expected) => {
    expect(decode(input)).toBe(expected);
  });
});

describe("what is not read says what to do", () => {
  test.each([
    ["UTF-16, little end first", Uint8Array.of(0xff, 0xfe, 0x57, 0), /UTF-16; save it as UTF-8/],
    ["UTF-16, big end first", Uint8Array.of(0xfe, 0xff, 0, 0x57), /UTF-16; save it as UTF-8/],
    [
      "UTF-16 without a mark",
      Uint8Array.from([..."We bake."].flatMap((sign) => [sign.charCodeAt(0), 0])),
      /UTF-16/,
    ],
    ["Latin-1", Uint8Array.of(0x42, 0xe4, 0x63, 0x6b), /Latin-1 or Windows-1252\); save it as UTF-8/],
    [
      "a picture",
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0x49, 0x48, 0x44, 0x52),
      /not a text file/,
    ],
    ["nothing", bytes(""), /empty/],
    ["white space", bytes(" \n\t\n"), /empty/],
    ["more than any policy has", new Uint8Array(5 * 1024 * 1024), /too large \(5\.0 MB, at most 4\.0 MB\)/],
  ])("%s", (_, input, expected) => {
    expect(() => decode(input)).toThrow(InputError);
    expect(() => decode(input)).toThrow(expected);
  });

  test("a missing file", async () => {
    await expect(readPolicy("gone.md")).rejects.toThrow("no such file; check the path");
  });

  test("a folder", async () => {
    await expect(readPolicy("src")).rejects.toThrow("a folder, not a file");
  });
});
