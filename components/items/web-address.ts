/**
 * What stands in a website's field. A `link` opens the host that is read and no other; one that is `suspicious`
 * might not, and is shown alone; `text` is no address of the web.
 */
export type WebAddress = { is: "link"; href: string } | { is: "suspicious" } | { is: "text" };

const suspicious: WebAddress = { is: "suspicious" };
const text: WebAddress = { is: "text" };

/** Characters that are invisible or turn the reading direction, in any part of an address. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/** Reads an address of the web. One without a scheme is taken for https. */
export function webAddress(typed: string): WebAddress {
  const address = withScheme(typed.trim());
  if (address === null || !URL.canParse(address)) return text;
  const url = new URL(address);
  const [, authority = "", rest = ""] = /^https?:\/\/([^/?#]*)(.*)$/is.exec(address) ?? [];
  if (unseen.test(address) || authority.includes("@") || address.includes("\\")) return suspicious;
  const host = authority.replace(/:\d*$/, "").toLowerCase();
  if (!isReadAs(host, url.hostname)) return suspicious;
  // Beside each other, two right-to-left parts would be exchanged on the screen.
  if (rightToLeft.test(host) && rightToLeft.test(rest)) return suspicious;
  return { is: "link", href: url.href };
}

/** Whether it can run a program, instead of opening an address. */
export const isProgram = (typed: string): boolean => /^(javascript|vbscript|data):/i.test(typed.trim());

/** The address with its scheme, or null if it has another than the web's. */
function withScheme(typed: string): string | null {
  if (/^https?:\/\//i.test(typed)) return typed;
  const isHostAndPort = /^(localhost|[^\s/?#:@]+\.[^\s/?#:@]+):\d{1,5}([/?#]|$)/i.test(typed);
  const hasScheme = /^[a-z][a-z0-9+.-]*:/i.test(typed);
  return typed === "" || typed.startsWith("/") || (hasScheme && !isHostAndPort) ? null : `https://${typed}`;
}

/** Whether `host`, in small letters, looks like the host that is opened, and like no other. */
function isReadAs(host: string, opened: string): boolean {
  if (/^[\x21-\x7e]*$/.test(host)) return host === opened;
  const labels = host.split(".");
  return (
    host.normalize("NFKC") === host &&
    labels.every(isPlain) &&
    labels.filter((label) => rightToLeft.test(label)).length <= 1
  );
}

/** Letters of the Latin alphabet that have no letter of a to z in them, and look like none. */
const latin = /^[a-z0-9ßæœøłđðþħ-]$/;
/** Marks that nobody overlooks: grave to ogonek, without those that are a dot or a line below. */
const marks = /^[\u0300-\u0304\u0306-\u0308\u030a-\u030c\u0326-\u0328]*$/;

const isLatin = (label: string) =>
  [...label].every((letter) => {
    const [base = "", ...over] = letter.normalize("NFD");
    return latin.test(letter) || (/^[a-z]$/.test(base) && marks.test(over.join("")));
  });

/**
 * Other scripts, each by itself. In a script with letters that look like Latin ones, there has to be one letter
 * that does not.
 */
const scripts = [
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー0-9-]+$/u,
  /^[\p{Script=Hangul}0-9-]+$/u,
  /^[\p{Script=Arabic}-]+$/u,
  /^[\p{Script=Hebrew}-]+$/u,
  /^[\p{Script=Devanagari}-]+$/u,
  /^[\p{Script=Thai}-]+$/u,
  /^(?=.*[бджзилпфцчшщыэюя])[\p{Script=Cyrillic}0-9-]+$/u,
  /^(?=.*[βγδζθλμξπσφψω])[\p{Script=Greek}0-9-]+$/u,
];

/** Whether a label of a host looks like no other label. */
const isPlain = (label: string): boolean => isLatin(label) || scripts.some((script) => script.test(label));
