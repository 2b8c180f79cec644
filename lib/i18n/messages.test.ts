import { TYPE } from "@formatjs/icu-messageformat-parser";
import { IntlMessageFormat } from "intl-messageformat";
import { expect, test } from "vitest";
import { typographyFaults } from "@/test/typography";
import { english, french } from "./messages";

/** Every text by its path, `members.invite` for example. */
function textsOf(messages: object, path = ""): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(messages)) {
    const here = path ? `${path}.${key}` : key;
    if (typeof value === "string") texts.set(here, value);
    else for (const [deeper, text] of textsOf(value, here)) texts.set(deeper, text);
  }
  return texts;
}

type Part = ReturnType<IntlMessageFormat["getAst"]>[number];

/** The values and tags that parts of a message take. */
const takenBy = (parts: Part[]): string[] =>
  parts.flatMap((part) => {
    if (part.type === TYPE.literal || part.type === TYPE.pound) return [];
    if (part.type === TYPE.tag) return [`<${part.value}>`, ...takenBy(part.children)];
    if (part.type !== TYPE.select && part.type !== TYPE.plural) return [part.value];
    return [part.value, ...Object.values(part.options).flatMap(({ value }) => takenBy(value))];
  });

const taken = (text: string) => [...new Set(takenBy(new IntlMessageFormat(text, "en").getAst()))].sort();

const inEnglish = textsOf(english);
const inFrench = textsOf(french);

test("both languages say the same things", () => {
  expect([...inFrench.keys()].sort()).toEqual([...inEnglish.keys()].sort());
});

test.each([...inEnglish.keys()])("%s takes the same values in both, and says something", (key) => {
  expect(taken(inFrench.get(key) ?? "")).toEqual(taken(inEnglish.get(key) ?? ""));
  expect(inEnglish.get(key)?.trim()).not.toBe("");
  expect(inFrench.get(key)?.trim()).not.toBe("");
});

test.each([...inFrench])("%s is set as French is", (_key, text) => {
  expect(typographyFaults("fr", text)).toEqual([]);
});

test.each([...inEnglish])("%s is set as English is", (_key, text) => {
  expect(typographyFaults("en", text)).toEqual([]);
});

test.each([
  ["fr", "Retirer {name} ?"],
  ["fr", "Retirer {name}?"],
  ["fr", "Entrée : {problem}"],
  ["fr", "Entrée: {problem}"],
  ["fr", "« {name} »"],
  ["fr", "«{name}»"],
  ["fr", "“{name}”"],
  ["fr", "ensuite\u202f; puis"],
  ["fr", "l'adresse"],
  ["en", "Don't"],
  ["en", "Wait..."],
  ["en", "Remove {name} ?"],
] as const)("a fault of %s is seen in %j", (locale, text) => {
  expect(typographyFaults(locale, text)).not.toEqual([]);
});
