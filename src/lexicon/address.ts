/** House numbers, and postcodes with their town by the patterns of the countries that write them. */
import type { Token } from "../document/types.js";
import type { EntityHit } from "./entities.js";

const CAPITAL = /^\p{Lu}/u;

const HOUSE_NUMBER = /^\d{1,5}[a-z]?$/i;

/** Figures that can be one; number words are none ("one of the streets"). */
export function houseNumbers(tokens: readonly Token[]): EntityHit[] {
  return tokens.flatMap(({ text }, i) =>
    HOUSE_NUMBER.test(text) ? [{ entity: "house-number", start: i, end: i + 1, value: null }] : [],
  );
}

export function postcodes(tokens: readonly Token[]): EntityHit[] {
  const hits: EntityHit[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const length = codeLength(tokens, i);
    if (length > 0) hits.push({ entity: "postcode", start: i, end: i + length, value: null });
  }
  return hits;
}

/** How many tokens the postcode (with its town, where one must follow) takes; 0 where there is none. */
function codeLength(tokens: readonly Token[], at: number): number {
  const text = (offset: number): string => tokens[at + offset]?.text ?? "";
  const town = (offset: number): boolean => CAPITAL.test(text(offset)) && text(offset).length > 1;
  // United Kingdom: SW1A 1AA
  if (/^[A-Z]{1,2}\d[A-Z\d]?$/.test(text(0)) && /^\d[A-Z]{2}$/.test(text(1))) return 2;
  // United States: CA 94105
  if (/^[A-Z]{2}$/.test(text(0)) && /^\d{5}$/.test(text(1))) return 2;
  // Canada: K1A 0B1
  if (/^[A-Z]\d[A-Z]$/.test(text(0)) && /^\d[A-Z]\d$/.test(text(1))) return 2;
  // Netherlands: 1012 AB Amsterdam
  if (/^\d{4}$/.test(text(0)) && /^[A-Z]{2}$/.test(text(1)) && town(2)) return 3;
  // Poland, Portugal, Japan: 00-950 Warszawa, 1000-001 Lisboa
  if (/^\d{2,4}$/.test(text(0)) && text(1) === "-" && /^\d{3,4}$/.test(text(2)) && town(3)) return 4;
  // Sweden, Czechia, Slovakia, Greece: 123 45 Town
  if (/^\d{3}$/.test(text(0)) && /^\d{2}$/.test(text(1)) && town(2)) return 3;
  // Five or six digits and a town: Germany, France, Spain, Italy, Finland, Romania …
  if (/^\d{5,6}$/.test(text(0)) && town(1)) return 2;
  // Four digits need a country's letters, a comma or a house number before, since years look alike.
  const before = tokens[at - 1]?.text ?? ",";
  if (
    /^\d{4}$/.test(text(0)) &&
    !/^(19|20)\d\d$/.test(text(0)) &&
    town(1) &&
    (before === "," || before === "-" || HOUSE_NUMBER.test(before))
  )
    return 2;
  return 0;
}
