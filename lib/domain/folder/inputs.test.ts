import { expect, test } from "vitest";
import { FolderName } from "@/lib/domain/folder/inputs";

const problemsOf = (name: string) =>
  FolderName.safeParse(name).error?.issues.map(({ message }) => message) ?? [];

test.each([
  ["a name of several words", "Clients/Cobalt Manufacturing/Firewalls and switches", []],
  ["a hundred characters, accents and all", "é".repeat(100), []],
  ["one more than a hundred", "a".repeat(101), ["too_long"]],
  ["nothing but spaces", "   ", ["required"]],
])("of a folder: %s", (_what, name, problems) => expect(problemsOf(name)).toEqual(problems));

test("a name that is too long once it is sealed is refused before it is", () => {
  expect(problemsOf("👨‍👩‍👧‍👦".repeat(90))).toEqual(["too_many_bytes"]);
});
