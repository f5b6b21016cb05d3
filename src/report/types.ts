import type { Finding, Subject } from "../findings/index.js";

/** A finding that a comment in the policy removed carries the reason that the comment gives. */
export interface ReportedFinding extends Finding {
  suppressed: { by: "comment"; reason: string | null } | null;
}

/** One file, read or not. */
export type FileReport =
  | { file: string; subject: Subject; findings: ReportedFinding[] }
  | { file: string; error: string };

/** How an output marks its text; the command passes colours, everything else none. */
export interface Paint {
  strong: (text: string) => string;
  faint: (text: string) => string;
  good: (text: string) => string;
  warning: (text: string) => string;
  error: (text: string) => string;
  info: (text: string) => string;
}

const same = (text: string): string => text;

export const plain: Paint = {
  strong: same,
  faint: same,
  good: same,
  warning: same,
  error: same,
  info: same,
};
