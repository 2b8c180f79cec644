// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { VaultPolicies } from "@/components/items/vault-policies";
import type { BindingPolicy } from "@/lib/domain/policy/combining";
import { messagesOf } from "@/lib/i18n/messages";
import { show } from "@/test/components";

const organizationId = "7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a01";
const keeper: BindingPolicy = {
  type: "data_ownership",
  organizationId,
  organization: "Nickel",
  data: { enableIndividualItemsTransfer: false, collectionName: "My items" },
};
const words = messagesOf.en.vault.policy;

/** Which of the texts about it stand there. */
function said(person: { confirmed: boolean; mayAdd: boolean; hasOwn: boolean }) {
  show(
    <VaultPolicies
      policies={[keeper]}
      confirmedIn={person.confirmed ? [organizationId] : []}
      mayAdd={person.mayAdd}
      hasOwn={person.hasOwn}
      openBanner={async () => ({ ok: true, result: null })}
    />,
  );
  return (["frozenTitle", "frozenText", "ownStays", "unconfirmed", "nowhere"] as const).filter((name) =>
    screen.queryByText(words[name].replace("{organizations}", "Nickel")),
  );
}

test("whoever is not confirmed yet is told that confirming is what is missing, and nothing else", () => {
  expect(said({ confirmed: false, mayAdd: false, hasOwn: false })).toEqual(["unconfirmed"]);
});

test("whoever has items of their own reads what stays of them", () => {
  expect(said({ confirmed: true, mayAdd: true, hasOwn: true })).toEqual(["frozenTitle", "frozenText"]);
});

test("without items of their own, and with a place for new ones, there is nothing to say", () => {
  expect(said({ confirmed: true, mayAdd: true, hasOwn: false })).toEqual([]);
});

test("a confirmed member who can add nowhere is told whom to ask", () => {
  expect(said({ confirmed: true, mayAdd: false, hasOwn: true })).toEqual(["ownStays", "nowhere"]);
});
