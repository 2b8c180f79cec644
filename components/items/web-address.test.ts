import { expect, test } from "vitest";
import { webAddress } from "@/components/items/item";

test.each([
  ["https://10.20.0.1", "https://10.20.0.1/"],
  ["http://intranet.example/a?b", "http://intranet.example/a?b"],
])("%s is a link", (uri, href) => expect(webAddress(uri)).toBe(href));

test.each([
  "javascript:alert(1)",
  " JavaScript:alert(1)",
  "java\nscript:alert(1)",
  "data:text/html,x",
  "androidapp://com.example",
  "intranet",
  "",
])("%j is none", (uri) => expect(webAddress(uri)).toBeNull());
