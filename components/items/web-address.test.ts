import fc from "fast-check";
import { expect, test } from "vitest";
import { webAddress } from "@/components/items/web-address";

test.each([
  ["https://10.20.0.1", "https://10.20.0.1/"],
  ["http://intranet.example/a?b", "http://intranet.example/a?b"],
  ["HTTPS://Portal.Client.Example:8443/", "https://portal.client.example:8443/"],
  ["https://[2001:db8::1]/", "https://[2001:db8::1]/"],
  // Without a scheme
  ["intranet", "https://intranet/"],
  ["portal.client.example/sign-in?next=a@b", "https://portal.client.example/sign-in?next=a@b"],
  ["10.20.0.1:8443", "https://10.20.0.1:8443/"],
  ["localhost:3000/a", "https://localhost:3000/a"],
  // Names of the world
  ["https://bücher.example", "https://xn--bcher-kva.example/"],
  ["https://łódź.example", "https://xn--d-uga0v4h.example/"],
  ["https://東京.example/", "https://xn--1lqs71d.example/"],
  ["https://пример.example", "https://xn--e1afmkfd.example/"],
  ["https://דוגמה.example/a", "https://xn--6dbbec0c.example/a"],
  ["https://xn--e1afmkfd.example", "https://xn--e1afmkfd.example/"],
])("%s is a link", (uri, href) => expect(webAddress(uri)).toEqual({ is: "link", href }));

test.each([
  ["a name in front of the host", "https://bank.example@evil.example"],
  ["a name and a password", "https://bank.example:443@evil.example/"],
  ["an empty name", "https://@evil.example"],
  ["a name without a scheme", "bank.example@evil.example"],
  ["a backslash", "https://bank.example\\@evil.example"],
  ["a zero-width space", "https://bank\u200b.example"],
  ["a soft hyphen", "https://ba\u00adnk.example"],
  ["a turn of the reading direction", "https://bank.example/\u202egro.live"],
  ["a tab", "https://bank.\texample"],
  ["a Cyrillic а among Latin letters", "https://b\u0430nk.example"],
  ["a whole name of Cyrillic letters that look Latin", "https://\u0430\u0440\u0440\u04cf\u0435.example"],
  ["a whole name of Greek letters that look Latin", "https://\u03bf\u03bf.example"],
  ["a dotless i", "https://m\u0131ne.example"],
  ["a Latin letter of phonetics", "https://\u0261ood.example"],
  ["a dot below a letter", "https://b\u1ea1nk.example"],
  ["a fraction stroke", "https://bank.example\u2215login.evil.example"],
  ["a full-width letter", "https://\uff42ank.example"],
  ["another sign for a full stop", "https://bank\u3002example"],
  ["a letter in percent signs", "https://b%61nk.example"],
  ["a number that is an address", "https://2130706433"],
  ["two right-to-left labels", "https://דוגמה.אתר.example"],
  ["a right-to-left path after a right-to-left host", "https://דוגמה/אתר"],
])("%s is shown and not linked", (_what, uri) => expect(webAddress(uri)).toEqual({ is: "suspicious" }));

test.each([
  "javascript:alert(1)",
  " JavaScript:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,x",
  "androidapp://com.example",
  "ssh://root@10.20.0.1",
  "mailto:help@client.example",
  "tel:112",
  "bank.example:secret@evil.example",
  "https:evil.example",
  "//evil.example",
  "in the rack, second from left",
  "",
])("%j is text", (uri) => expect(webAddress(uri)).toEqual({ is: "text" }));

test("whatever is linked is http or https, has no name in it, and opens the host that stands there", () => {
  const piece = fc.oneof(
    fc.constantFrom(
      "https://",
      "http:",
      "//",
      "bank",
      ".",
      "@",
      ":",
      "\\",
      "/",
      "?",
      "#",
      "%2e",
      "xn--",
      "\t",
    ),
    fc.string({ unit: "binary", maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const typed = pieces.join("");
      const address = webAddress(typed);
      if (address.is !== "link") return;
      const { protocol, username, password, hostname } = new URL(address.href);
      expect(protocol).toMatch(/^https?:$/);
      expect(username + password).toBe("");
      if (/^[\x21-\x7e]+$/.test(typed)) expect(typed.toLowerCase()).toContain(hostname);
    }),
    { numRuns: 5_000 },
  );
});
