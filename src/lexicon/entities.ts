/**
 * Entities that no list can hold, found by their shape. Each detector reads a
 * sentence's tokens once and returns what it found, by token indices.
 */
import type { Token } from "../document/types.js";

export interface EntityHit {
  entity: string;
  start: number;
  end: number;
  value: string | null;
}

/** What the detectors take from a language file. */
export interface EntityWords {
  numbers: ReadonlyMap<string, number>;
  /** Normalised month name -> 1 to 12. */
  months: ReadonlyMap<string, number>;
}

const MONTH_AND_YEAR = /^(?<month>0?[1-9]|1[0-2])[/.](?<year>(?:19|20)\d\d)$/;
const YEAR = /^(19|20)\d\d$/;
const DAY = /^(0?[1-9]|[12]\d|3[01])(st|nd|rd|th|er|e|\.)?$/;
const WHOLE_DATE =
  /^(?:(?<iso>\d{4})[-/.](?<isoMonth>\d{1,2})[-/.](?<isoDay>\d{1,2})|(?<first>\d{1,2})[-/.](?<second>\d{1,2})[-/.](?<year>(?:19|20)\d\d|\d\d))\.?$/;

export function simpleEntities(tokens: readonly Token[], words: EntityWords): EntityHit[] {
  const hits: EntityHit[] = [];
  for (const [i, token] of tokens.entries()) {
    if (token.kind === "email" || token.kind === "url") {
      hits.push({ entity: token.kind, start: i, end: i + 1, value: token.norm });
    } else if (token.kind === "number") {
      hits.push({ entity: "number", start: i, end: i + 1, value: String(toNumber(token.norm)) });
    } else if (words.numbers.has(token.norm)) {
      hits.push({ entity: "number", start: i, end: i + 1, value: String(words.numbers.get(token.norm)) });
    }
  }
  return hits.concat(dates(tokens, words), phones(tokens));
}

/** "1,000" and "1.000" are a thousand; "1.5" is one and a half. */
function toNumber(norm: string): number {
  const plain = /^\d{1,3}([.,']\d{3})+$/.test(norm) ? norm.replace(/[.,']/g, "") : norm.replace(",", ".");
  return Number.parseFloat(plain);
}

function dates(tokens: readonly Token[], { months }: EntityWords): EntityHit[] {
  const hits: EntityHit[] = [];
  const push = (start: number, end: number, year: string, month: number, day: number): void => {
    if (month < 1 || month > 12 || day > 31) return;
    const two = (n: number): string => String(n).padStart(2, "0");
    const full = year.length === 2 ? `20${year}` : year;
    hits.push({
      entity: "date",
      start,
      end,
      value: day > 0 ? `${full}-${two(month)}-${two(day)}` : `${full}-${two(month)}`,
    });
  };
  for (let i = 0; i < tokens.length; i++) {
    const numeric = numericDate(tokens, i);
    if (numeric) {
      push(i, numeric.end, numeric.year, numeric.month, numeric.day);
      i = numeric.end - 1;
      continue;
    }
    const short = monthAndYear(tokens, i);
    if (short) {
      push(i, short.end, short.year, short.month, 0);
      i = short.end - 1;
      continue;
    }
    const month = months.get(tokens[i]!.norm);
    if (month === undefined) continue;
    const before = dayBefore(tokens, i);
    const after = dayAfter(tokens, i);
    const yearAt = nextYear(tokens, after.end);
    if (yearAt >= 0) {
      const day = after.day || before.day;
      push(before.day && !after.day ? before.start : i, yearAt + 1, tokens[yearAt]!.norm, month, day);
    } else if (i > 0 && YEAR.test(tokens[i - 1]!.norm)) {
      push(i - 1, after.end, tokens[i - 1]!.norm, month, after.day);
    }
  }
  return hits;
}

function numericDate(
  tokens: readonly Token[],
  at: number,
): { end: number; year: string; month: number; day: number } | null {
  if (tokens[at]!.kind !== "number") return null;
  let text = "";
  for (let i = at; i < Math.min(tokens.length, at + 6); i++) {
    // Only what is written without a space between belongs to one date.
    if (i > at && tokens[i]!.range[0] !== tokens[i - 1]!.range[1]) break;
    text += tokens[i]!.norm;
    const parts = WHOLE_DATE.exec(text)?.groups;
    if (!parts || (tokens[i + 1]?.kind === "number" && tokens[i + 1]!.range[0] === tokens[i]!.range[1]))
      continue;
    if (parts.iso)
      return { end: i + 1, year: parts.iso, month: Number(parts.isoMonth), day: Number(parts.isoDay) };
    const [first, second] = [Number(parts.first), Number(parts.second)];
    // 31/12 and 12/31: whichever can be a month; day first where both can.
    const [day, month] = second > 12 ? [second, first] : [first, second];
    return { end: i + 1, year: parts.year!, month, day };
  }
  return null;
}

/** "05/2018", "05.2018", standing alone. */
function monthAndYear(
  tokens: readonly Token[],
  at: number,
): { end: number; year: string; month: number } | null {
  const joined = (index: number): boolean =>
    index > 0 && index < tokens.length && tokens[index]!.range[0] === tokens[index - 1]!.range[1];
  if (tokens[at]!.kind !== "number" || (joined(at) && tokens[at - 1]!.norm !== "(")) return null;
  const end = tokens[at]!.norm.includes(".") ? at + 1 : at + 3;
  for (let i = at + 1; i < end; i++) if (!joined(i)) return null;
  const parts = MONTH_AND_YEAR.exec(
    tokens
      .slice(at, end)
      .map(({ norm }) => norm)
      .join(""),
  )?.groups;
  if (!parts || (joined(end) && /^[-/]$/.test(tokens[end]!.norm))) return null;
  return { end, year: parts.year!, month: Number(parts.month) };
}

function dayBefore(tokens: readonly Token[], month: number): { day: number; start: number } {
  for (let i = month - 1; i >= Math.max(0, month - 4); i--) {
    const day = DAY.exec(tokens[i]!.norm);
    if (day) return { day: Number(day[1]), start: i };
    if (tokens[i]!.kind !== "punctuation" && !/^(of|de|st|nd|rd|th|er)$/.test(tokens[i]!.norm)) break;
  }
  return { day: 0, start: month };
}

function dayAfter(tokens: readonly Token[], month: number): { day: number; end: number } {
  const at = tokens[month + 1]?.norm === "." ? month + 2 : month + 1;
  const day = DAY.exec(tokens[at]?.norm ?? "");
  if (!day || YEAR.test(tokens[at]!.norm)) return { day: 0, end: month + 1 };
  return { day: Number(day[1]), end: /^(st|nd|rd|th)$/.test(tokens[at + 1]?.norm ?? "") ? at + 2 : at + 1 };
}

function nextYear(tokens: readonly Token[], from: number): number {
  for (let i = from; i < Math.min(tokens.length, from + 3); i++) {
    if (YEAR.test(tokens[i]!.norm)) return i;
    if (!/^([.,]|of|de|del)$/.test(tokens[i]!.norm)) return -1;
  }
  return -1;
}

const PHONE_SIGN = /^[-.()/+\u2010-\u2013]$/;

/**
 * Seven to fifteen digits in one run of digit groups that begins with "+",
 * "00", "0" or "(", or is grouped as North American numbers are.
 */
function phones(tokens: readonly Token[]): EntityHit[] {
  const hits: EntityHit[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const opens = tokens[i]!.norm === "+" || tokens[i]!.norm === "(" || tokens[i]!.kind === "number";
    if (!opens) continue;
    const groups: string[] = [];
    let end = i;
    for (let j = i; j < tokens.length; j++) {
      const { kind, norm } = tokens[j]!;
      if (kind === "number" && /^[\d.]+$/.test(norm)) {
        groups.push(...norm.split(".").filter((group) => group !== ""));
        end = j + 1;
      } else if (!PHONE_SIGN.test(norm) || (norm === "+" && j > i + 1)) break;
    }
    const digits = groups.join("");
    const lead = tokens[i]!.norm;
    const plausible =
      digits.length >= 7 &&
      digits.length <= 15 &&
      (lead === "+" ||
        lead === "(" ||
        (digits.startsWith("0") && (groups.length > 1 || digits.length >= 9)) ||
        /^(1 )?\d{3} \d{3} \d{4}$/.test(groups.join(" ")) ||
        /^1[38]00/.test(digits));
    if (plausible && !isDateLike(groups)) {
      hits.push({ entity: "phone", start: i, end, value: lead === "+" ? `+${digits}` : digits });
    }
    if (end > i) i = end - 1;
  }
  return hits;
}

const isDateLike = (groups: readonly string[]): boolean =>
  groups.length === 3 &&
  groups.some((group) => YEAR.test(group)) &&
  groups.every((group) => group.length <= 4);
