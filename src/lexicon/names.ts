/** Companies, associations and persons by the way their names are written. */

import type { ReferenceData } from "../catalogue/types.js";
import { tokenise } from "../document/tokenise.js";
import type { Token } from "../document/types.js";
import type { EntityHit } from "./entities.js";

interface Form {
  parts: string[];
  after: boolean;
  before: boolean;
  entity: string;
}

const CAPITAL = /^\p{Lu}/u;
const ALL_CAPITALS = /^[\p{Lu}\p{N}]+$/u;
const JOINING =
  /^(&|and|und|et|och|og|y|e|i|de|des|du|der|die|den|la|le|van|von|di|da|of|the|for|für|für|-|\.|'|’|\+|\/)$/u;
/** A name begins at the latest so many words before its legal form. */
const NAME_WORDS = 7;

export class LegalForms {
  /** First part of a form, lower case → the forms that begin with it, longest first. */
  private readonly byFirst = new Map<string, Form[]>();

  constructor(forms: ReferenceData["legalForms"]) {
    for (const { form, position, kind } of forms) {
      const parts = tokenise(form).map((token) => token.text);
      if (parts.length === 0) continue;
      const entry = {
        parts,
        after: position !== "before",
        before: position !== "after",
        entity: kind === "company" ? "company" : kind === "public-body" ? "public-body" : "association",
      };
      const key = parts[0]!.toLowerCase();
      this.byFirst.set(
        key,
        [...(this.byFirst.get(key) ?? []), entry].sort((a, b) => b.parts.length - a.parts.length),
      );
    }
  }

  find(tokens: readonly Token[]): EntityHit[] {
    const hits: EntityHit[] = [];
    const shouting = mostlyCapitals(tokens);
    for (let i = 0; i < tokens.length; i++) {
      for (const form of this.byFirst.get(tokens[i]!.text.toLowerCase()) ?? []) {
        const end = formEnd(tokens, i, form.parts, shouting);
        if (end < 0) continue;
        const start = form.after ? nameStart(tokens, i) : i;
        if (form.after && start < i) {
          hits.push({ entity: form.entity, start, end, value: nameOf(tokens, start, end) });
          i = end - 1;
          break;
        }
        const nameEnd = form.before ? nameBehind(tokens, end) : end;
        if (nameEnd > end) {
          hits.push({ entity: form.entity, start: i, end: nameEnd, value: nameOf(tokens, i, nameEnd) });
          i = nameEnd - 1;
          break;
        }
      }
    }
    return hits;
  }
}

/** In a sentence in capitals, "AS" and "SE" are words: short forms do not count there. */
function mostlyCapitals(tokens: readonly Token[]): boolean {
  let words = 0;
  let capitals = 0;
  for (const { kind, text } of tokens) {
    if (kind !== "word" || text.length < 2) continue;
    words++;
    if (ALL_CAPITALS.test(text)) capitals++;
  }
  return words >= 6 && capitals > words * 0.7;
}

function formEnd(tokens: readonly Token[], at: number, parts: readonly string[], shouting: boolean): number {
  let token = at;
  for (const [k, part] of parts.entries()) {
    // "Ltd" and "Ltd.", "S.p.A" and "S.p.A." are the same form.
    if (part === "." && tokens[token]?.text !== ".") {
      if (k === parts.length - 1) break;
      return -1;
    }
    const text = tokens[token]?.text;
    if (text === undefined) return -1;
    const same =
      text === part || (part.length > 3 && CAPITAL.test(text) && text.toLowerCase() === part.toLowerCase());
    if (!same) return -1;
    token++;
  }
  if (shouting && parts.join("").length < 4) return -1;
  return token;
}

function nameStart(tokens: readonly Token[], form: number): number {
  let start = form;
  let words = 0;
  for (let i = form - 1; i >= 0 && words < NAME_WORDS; i--) {
    const { text, kind } = tokens[i]!;
    if (i === form - 1 && (text === "," || text === "(")) continue;
    if (CAPITAL.test(text) || (kind === "number" && /^\d{1,4}$/.test(text)) || kind === "url") {
      if (kind !== "number" || start === i + 1) start = i;
      words++;
    } else if (JOINING.test(text.toLowerCase()) && i > 0) {
      // A joining word belongs to the name only between two words of it.
      if (!CAPITAL.test(tokens[i - 1]!.text) && !JOINING.test(tokens[i - 1]!.text.toLowerCase())) break;
    } else if (!/["“”„«»'’]/.test(text)) break;
  }
  while (start < form && JOINING.test(tokens[start]!.text)) start++;
  return start;
}

function nameBehind(tokens: readonly Token[], from: number): number {
  let end = from;
  for (let i = from; i < Math.min(tokens.length, from + NAME_WORDS); i++) {
    const { text } = tokens[i]!;
    if (CAPITAL.test(text)) end = i + 1;
    else if (!(JOINING.test(text.toLowerCase()) || /["“”„«»'’]/.test(text))) break;
  }
  return end;
}

const nameOf = (tokens: readonly Token[], start: number, end: number): string => {
  let name = "";
  for (let i = start; i < end; i++) {
    const glued = i > start && tokens[i]!.range[0] === tokens[i - 1]!.range[1];
    name += (i > start && !glued ? " " : "") + tokens[i]!.text;
  }
  return name;
};

/**
 * Two to four words in capitals, none of which the language's own phrases
 * know, so that "Personal Data" is no person. Whether somebody is named as
 * controller is for the rules to say.
 */
export function persons(tokens: readonly Token[], known: (token: Token) => boolean): EntityHit[] {
  const hits: EntityHit[] = [];
  for (let i = 0; i < tokens.length; i++) {
    let end = i;
    let words = 0;
    while (end < tokens.length && words < 4) {
      const token = tokens[end]!;
      const initial = token.text === "." && /^\p{Lu}$/u.test(tokens[end - 1]?.text ?? "");
      const hyphen = token.text === "-" && end > i && CAPITAL.test(tokens[end + 1]?.text ?? "");
      const particle =
        end > i &&
        /^(von|van|de|der|den|af|di|da|la|le|zu)$/.test(token.text) &&
        CAPITAL.test(tokens[end + 1]?.text ?? "");
      if (initial || hyphen || particle) {
        end++;
        continue;
      }
      if (token.kind !== "word" || !/^\p{Lu}\p{L}*$/u.test(token.text) || known(token)) break;
      words++;
      end++;
    }
    if (words >= 2) {
      hits.push({ entity: "person", start: i, end, value: nameOf(tokens, i, end) });
      i = end - 1;
    }
  }
  return hits;
}
