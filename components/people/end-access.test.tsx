// @vitest-environment happy-dom
import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { EndAccess } from "@/components/people/end-access";
import type { Person } from "@/components/people/person";
import { show } from "@/test/components";

const person = (id: string, more: Partial<Person> = {}) =>
  ({ id, name: id, email: `${id}@cobalt.example`, status: "confirmed", isYou: false, ...more }) as Person;

test("an act on several names those it is done to, and those who are left out with the reason", () => {
  show(
    <EndAccess
      task="revoke"
      of="organization"
      people={[person("betty"), person("billy", { name: null })]}
      leftOut={[person("olivia", { isYou: true }), person("rex", { status: "revoked" }), person("ada")]}
      act={async () => ({ ok: true, result: { rows: [] } })}
      onClose={() => {}}
    />,
  );
  const namesIn = (label: string) =>
    within(screen.getByRole("list", { name: label }))
      .getAllByRole("listitem")
      .map(({ textContent }) => textContent);
  expect(namesIn("These people:")).toEqual(["betty (betty@cobalt.example)", "billy@cobalt.example"]);
  expect(namesIn("3 were selected too and are left as they are:")).toEqual([
    "olivia (olivia@cobalt.example): that is you",
    "rex (rex@cobalt.example): revoked already",
    "ada (ada@cobalt.example): not yours to change",
  ]);
});
