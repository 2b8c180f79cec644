// @vitest-environment happy-dom
import { fireEvent, screen } from "@testing-library/react";
import { beforeAll, expect, test, vi } from "vitest";
import { partWarning, websiteWarning } from "@/components/items/field-warnings";
import type { ItemActions } from "@/components/items/item";
import { ItemDialog } from "@/components/items/item-dialog";
import type { ItemValues } from "@/components/items/item-values";
import { emptyValues } from "@/components/items/values-of-item";
import type { Vault } from "@/lib/vault/vault";
import { show } from "@/test/components";
import { aFileServer } from "@/test/files";
import { somebody } from "@/test/vault";

let vault: Vault;
beforeAll(async () => {
  ({ vault } = await somebody("betty@cobalt.example"));
});

test.each([
  ["totp", "JBSW Y3DP EHPK 3PXP", null],
  ["totp", "12345678", "noCode"],
  ["totp", "otpauth://hotp/x?secret=GEZDGNBV&counter=1", "noCode"],
  ["totp", " ", null],
  ["expMonth", "1", null],
  ["expMonth", "01", null],
  ["expMonth", "12", null],
  ["expMonth", "13", "noMonth"],
  ["expMonth", "00", "noMonth"],
  ["expMonth", "May", "noMonth"],
  ["expYear", "2029", null],
  ["expYear", "29", null],
  ["expYear", "129", "noYear"],
  ["expYear", "3029", "noYear"],
  ["expYear", "next", "noYear"],
  ["username", "javascript:", null],
])("%s that is %j: %s", (name, typed, warning) => expect(partWarning(name, typed)).toBe(warning));

test.each([
  ["https://cobalt.example", "", null],
  ["", "", null],
  ["androidapp://com.cobalt", "", null],
  ["JavaScript:alert(1)", "", "program"],
  [" data:text/html,x", "0", "program"],
  ["https://cobalt.example@evil.example", "", "otherAddress"],
  ["^https://([a-z]+)\\.cobalt\\.example$", "4", null],
  ["^https://(", "4", "noPattern"],
  ["^https://(", "3", null],
])("the website %j, compared in way %j: %s", (uri, match, warning) =>
  expect(websiteWarning({ uri, match })).toBe(warning),
);

function aForm(initial: ItemValues) {
  const create = vi.fn<ItemActions["create"]>(async () => ({ ok: true, result: {} as never }));
  const actions = { create, files: aFileServer().actions, getKey: vi.fn() } as unknown as ItemActions;
  const owners = [{ organizationId: null, name: "Me", collections: [] }];
  show(<ItemDialog {...{ edited: null, owners, initial, actions, onClose: () => {} }} />, vault);
  return create;
}

const login = emptyValues("login", { organizationId: "", collectionIds: [] });
const described = (label: string | RegExp) =>
  (screen.getByLabelText(label, { selector: "input" }).getAttribute("aria-describedby") ?? "")
    .split(" ")
    .map((id) => document.getElementById(id)?.textContent)
    .join(" ");

test("what looks wrong is said at its field, and saved as it is", async () => {
  const uris = [{ uri: "javascript:alert(1)", match: "" }];
  const create = aForm({ ...login, name: "Firewall", uris, parts: { ...login.parts, totp: "12345678" } });
  expect(described(/^Code for two-step login/)).toMatch(/This makes no code/);
  expect(described("Website")).toMatch(/never opened/);
  fireEvent.click(screen.getByRole("button", { name: "Save" }));
  await vi.waitFor(() => expect(create).toHaveBeenCalledOnce());
});

test("it is said once somebody rests, and goes as soon as it is right", async () => {
  aForm(login);
  const field = screen.getByLabelText("Website", { selector: "input" });
  const type = (value: string) => fireEvent.change(field, { target: { value } });
  const warned = () => screen.queryByText(/never opened/) !== null;
  type("data:x");
  expect(warned()).toBe(false);
  await vi.waitFor(() => expect(warned()).toBe(true), { timeout: 2_000 });
  type("data.example");
  await vi.waitFor(() => expect(warned()).toBe(false));
});
