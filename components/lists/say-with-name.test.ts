import { createTranslator } from "next-intl";
import { expect, test } from "vitest";
import { sayWithName } from "@/components/lists/say-with-name";
import { english } from "@/lib/i18n/messages";

test("says what the text says for each name, whatever is in the name", () => {
  const t = createTranslator({ locale: "en", messages: english, namespace: "clients.list" });
  const say = sayWithName((name) => t("options", { name }));
  for (const name of ["Dune Coffee", "{name} & <b>", "$& $1", ""])
    expect(say(name)).toBe(t("options", { name }));
});

test("formats once", () => {
  let times = 0;
  const say = sayWithName((name) => {
    times += 1;
    return `Options of ${name}`;
  });
  expect([say("a"), say("b")]).toEqual(["Options of a", "Options of b"]);
  expect(times).toBe(1);
});
