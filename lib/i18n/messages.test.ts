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

/** Words that French shortens before a vowel: which one a name begins with is not known here. */
const shortened = /(?<!\p{L})(?:d|j|m|n|s|t|qu|jusqu|lorsqu|puisqu|quoiqu)e \{(?!count\b)\w+\}/iu;

test.each([...inFrench])("%s puts no word before a name that it could shorten", (_key, text) => {
  expect(text).not.toMatch(shortened);
});

/** Words that French could use as well. Another one is chosen for what they mean: docs/words.md. */
const notChosen: [word: RegExp, chosen: string][] = [
  [/\bma[iî]tre\b/i, "mot de passe principal"],
  [/prestataire/i, "fournisseur"],
  // "Chiffre" is a digit, and "clé de chiffrement" the title of a page.
  [/chiffr(?!e(s|ment)?(?!\p{L}))/iu, "sceller"],
  [/(deuxième|2e) étape/i, "seconde étape"],
  [/permissions?(?!\p{L})/iu, "autorisation"],
  [/places? (occupée|libre|restante)|reste (aucune|#) place/i, "siège"],
  [/(fixer|ouvrir|enregistrer) (la|les) règle/i, "politique"],
  [/recouvrement|réinitialisation/i, "récupération"],
  [/(suspen\p{L}+ l’accès|accès suspendu)/iu, "révoquer"],
  [/(coffre|élément)s? personnel/i, "propre coffre, propres éléments"],
  [/lettre/i, "e-mail"],
];

/** A message without its names of values and choices, which are English in both. */
const wordsOf = (parts: Part[]): string =>
  parts
    .map((part) => {
      if (part.type === TYPE.literal) return part.value;
      if (part.type === TYPE.tag) return wordsOf(part.children);
      if (part.type !== TYPE.select && part.type !== TYPE.plural) return "#";
      return Object.values(part.options)
        .map(({ value }) => wordsOf(value))
        .join(" ");
    })
    .join("");

const otherWordsIn = (text: string) => {
  const words = wordsOf(new IntlMessageFormat(text, "fr").getAst());
  return notChosen.filter(([word]) => word.test(words)).map(([, chosen]) => chosen);
};

test.each([...inFrench])("%s has one word for each thing in French", (_key, text) => {
  expect(otherWordsIn(text)).toEqual([]);
});

test.each([
  "Votre mot de passe maître",
  "Un prestataire",
  "Tout est chiffré",
  "Chiffrer de nouveau",
  "Une deuxième étape",
  "Vos permissions",
  "{count, plural, one {Il reste # place} other {Il reste # places}}",
  "Fixer les règles",
  "L’activation suspend l’accès des membres",
  "Votre coffre personnel",
  "Une nouvelle lettre",
])("another word than the chosen one is seen in %j", (text) => {
  expect(otherWordsIn(text)).not.toEqual([]);
});

test.each(["Six chiffres", "Clé de chiffrement", "Votre place dans {names}", "Ce client est suspendu"])(
  "%j is said in the chosen words",
  (text) => {
    expect(otherWordsIn(text)).toEqual([]);
  },
);

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
