import { type Draft, type Region, spanOf, textOf } from "./draft.js";
import type { FlatText, Span } from "./flat.js";

interface Marks {
  class?: string;
  id?: string;
  role?: string;
}

const NAVIGATION_NAME =
  /^(?:(?:main|site|top|primary|mobile|side|footer|header|language|lang)[-_]?)?(?:nav|navbar|navigation|menu|submenu|sub-menu|breadcrumbs?|topbar|topmenu|pagination|pager|skip(?:-?to-?content|-?link|-?nav)?|skiplink|toc|tableofcontents|table-of-contents|socials?|social-(?:links|icons|media)|lang(?:uage)?-?(?:switch|switcher|selector|toggle))(?:[-_](?:\w+))*$/i;
const BANNER_NAME =
  /^(?:cookies?|consent|gdpr|cc|cmp|privacy)[-_]?(?:banner|bar|notice|pop-?up|modal|dialog|overlay|box|message|alert|toast|window|manager|law-info|consent)(?:[-_]\w+)*$|^cookieconsent|^onetrust|^cky-|^cookiebanner/i;
const FOOTER_NAME =
  /^(?:site|page|main|legal|global)?[-_]?(?:footer|foot|colophon|copyright)(?:[-_]?(?:wrapper|area|container|bottom|inner|main|widgets?|nav))?\d*$/i;
const ASIDE_NAME =
  /^(?:sidebar|side-bar|widget-area|related-posts|share-buttons?|newsletter(?:-\w+)?|comments?)$/i;
const ELEMENTS: Record<string, Region["kind"]> = {
  nav: "navigation",
  header: "header",
  footer: "footer",
  aside: "aside",
  dialog: "banner",
};
const ROLES: Record<string, Region["kind"]> = {
  navigation: "navigation",
  menu: "navigation",
  menubar: "navigation",
  dialog: "banner",
  alertdialog: "banner",
  banner: "header",
  contentinfo: "footer",
  complementary: "aside",
  search: "navigation",
};

/** The region that an element opens, or null where it is part of the content. */
export function regionOf(element: string, marks: Marks, start: number): Region | null {
  if (element === "body" || element === "html" || element === "main" || element === "article") return null;
  const kind = ROLES[marks.role ?? ""] ?? ELEMENTS[element] ?? kindByName(element, marks);
  return kind ? { kind, start, end: Number.POSITIVE_INFINITY } : null;
}

function kindByName(element: string, { class: classes = "", id = "" }: Marks): Region["kind"] | null {
  // Ids of headings are made of their text, so they say nothing about what they hold.
  if (/^h[1-6]$|^t[dhr]$|^table$|^p$|^li$/.test(element)) return null;
  if (classes === "" && id === "") return null;
  for (const name of `${classes} ${id}`.split(/\s+/)) {
    if (name === "" || name.length > 60) continue;
    if (NAVIGATION_NAME.test(name)) return "navigation";
    if (BANNER_NAME.test(name)) return "banner";
    if (FOOTER_NAME.test(name)) return "footer";
    if (ASIDE_NAME.test(name)) return "aside";
  }
  return null;
}

const CONTACT = /@|\b\d{4,5}\b|\+\d|\d{2,}[ /-]\d{2,}|\[at\]|\(at\)/;
/** The policy's own date often stands below its title, in the header. */
const YEAR = /\b20\d\d\b/;
/** A region with more than this part of the text is the text. */
const SHARE = 0.4;
/** And so is a cookie banner or an aside with more than so many characters. */
const LONG_BANNER = 1500;

/** Marks the drafts that are not the document's own text. */
export function markChrome(flat: FlatText, drafts: readonly Draft[]): void {
  const total = drafts.reduce((sum, draft) => sum + ownLength(flat, draft), 0);
  const perRegion = new Map<Region, number>();
  for (const draft of drafts) {
    for (const region of draft.regions) {
      perRegion.set(region, (perRegion.get(region) ?? 0) + ownLength(flat, draft));
    }
  }
  for (const draft of drafts) {
    draft.chrome = draft.regions.some((region) => {
      const length = perRegion.get(region)!;
      if (length > total * SHARE) return false;
      return region.kind === "navigation" || isChromeIn(region.kind, length, flat, draft);
    });
  }
}

function isChromeIn(kind: Region["kind"], length: number, flat: FlatText, draft: Draft): boolean {
  const text = textOf(flat, draft);
  const linked = flat.links.covers(flat.text, spanOf(draft));
  switch (kind) {
    case "banner":
      return length < LONG_BANNER;
    case "header":
      return (
        draft.kind !== "heading" &&
        (linked || draft.kind === "item" || (text.length < 40 && !YEAR.test(text)))
      );
    case "footer":
    case "aside":
      // The imprint often stands in the footer.
      if (CONTACT.test(text) && !/^[©\d\s]*(?:©|\(c\))/i.test(text)) return false;
      return linked || length < LONG_BANNER || draft.kind === "item";
    default:
      return true;
  }
}

/** Length of what is not a link: a menu is long, yet says little. */
function ownLength(flat: FlatText, draft: Draft): number {
  return draft.spans.reduce(
    (sum, span) => sum + (flat.links.covers(flat.text, span) ? 0 : lengthOf(span)),
    0,
  );
}

function lengthOf([start, end]: Span): number {
  return end - start;
}

/** So many entries in a row make a table of contents. */
const LEAST_CONTENTS = 3;

/** A table of contents repeats the headings that follow; it tells nothing of its own. */
export function markContents(flat: FlatText, drafts: readonly Draft[]): void {
  const lastHeading = new Map<string, number>();
  drafts.forEach((draft, index) => {
    if (draft.kind === "heading" && !draft.chrome) lastHeading.set(bare(flat, draft), index);
  });
  let run: Draft[] = [];
  let repeated = 0;
  let since = 0;
  const close = () => {
    if (repeated >= LEAST_CONTENTS && repeated >= run.length * 0.6)
      for (const draft of run) draft.chrome = true;
    run = [];
    repeated = 0;
    since = 0;
  };
  for (const [index, draft] of drafts.entries()) {
    const [start, end] = spanOf(draft);
    const short = !draft.chrome && draft.kind !== "row" && draft.level === 0 && end - start < 160;
    if (!short) {
      close();
      continue;
    }
    const again = (lastHeading.get(bare(flat, draft)) ?? -1) > index;
    if (!again && run.length === 0) continue;
    since = again ? 0 : since + 1;
    if (since > 2) {
      close();
      continue;
    }
    run.push(draft);
    if (again) repeated++;
  }
  close();
}

/** Links that stand alone before the text, or in a row behind it, lead elsewhere. */
export function markLinkRuns(flat: FlatText, drafts: readonly Draft[]): void {
  const isLinks = (draft: Draft) =>
    draft.kind !== "heading" && draft.cell === null && flat.links.covers(flat.text, spanOf(draft));
  let end = drafts.length;
  while (end > 0 && (drafts[end - 1]!.chrome || isLinks(drafts[end - 1]!))) end--;
  const trailing = drafts.slice(end).filter((draft) => !draft.chrome);
  const leadIn = end > 0 && /:\s*$/.test(textOf(flat, drafts[end - 1]!));
  const contact = trailing.some((draft) => CONTACT.test(textOf(flat, draft)));
  if (trailing.length >= 3 && !leadIn && !contact) for (const draft of trailing) draft.chrome = true;
  for (const draft of drafts) {
    if (draft.chrome) continue;
    if (!isLinks(draft)) break;
    draft.chrome = true;
  }
}

function bare(flat: FlatText, draft: Draft): string {
  return textOf(flat, draft)
    .replace(/[^\p{L}]+/gu, " ")
    .trim()
    .toLowerCase();
}
