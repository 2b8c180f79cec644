// @vitest-environment happy-dom
import { fireEvent, screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { ActOnPeople } from "@/components/people/act-on-people";
import type { Person } from "@/components/people/person";
import { show } from "@/test/components";

const person = (id: string, more: Partial<Person> = {}) =>
  ({ id, name: id, email: `${id}@cobalt.example`, status: "confirmed", isYou: false, ...more }) as Person;

test("an act on several names those it is done to, and those who are left out with the reason", () => {
  show(
    <ActOnPeople
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

test("who gets no invitation again is named with the reason before it is sent, and who was refused after", async () => {
  const act = vi.fn(async () => ({
    ok: true as const,
    result: { rows: [{ id: "billy", refusal: "too_many_letters" as const }] },
  }));
  show(
    <ActOnPeople
      task="resend"
      of="provider"
      people={[person("billy", { status: "invited" })]}
      leftOut={[person("ada")]}
      act={act}
      onClose={() => {}}
    />,
  );
  expect(screen.getByRole("alertdialog").textContent).toContain(
    "ada (ada@cobalt.example): no open invitation",
  );
  fireEvent.click(screen.getByRole("button", { name: "Send again" }));
  await vi.waitFor(() => expect(screen.getByRole("alert").textContent).toContain("billy"));
  expect(act).toHaveBeenCalledWith(["billy"]);
});
