// @vitest-environment happy-dom
import { fireEvent, screen, within } from "@testing-library/react";
import { useState } from "react";
import { beforeAll, expect, test, vi } from "vitest";
import type { ItemActions, ItemRow } from "@/components/items/item";
import { ItemDialog } from "@/components/items/item-dialog";
import type { EditedRow } from "@/components/items/use-item-form";
import { valuesOf } from "@/components/items/values-of-item";
import type { OpenItem } from "@/lib/vault/item";
import { openItems, openSecrets } from "@/lib/vault/open-items";
import { resealItem } from "@/lib/vault/seal-item";
import type { Vault } from "@/lib/vault/vault";
import { show } from "@/test/components";
import { aLogin, aSealedRow, somebody } from "@/test/vault";

let vault: Vault;
beforeAll(async () => {
  ({ vault } = await somebody("betty@cobalt.example"));
});

/** A version of an item as a form is given it. */
async function edited(sealed: Awaited<ReturnType<typeof aSealedRow>>): Promise<EditedRow> {
  const [found] = await openItems(vault, "user", [sealed]);
  if (!found) throw new Error("it opens");
  const row: ItemRow = {
    ...{ id: sealed.id, sealed, revisedAt: sealed.revisedAt, deletedAt: null, organizationId: null },
    ...{ may: sealed.may, collectionIds: [], damage: [], content: found.content, searched: null },
    marks: { isFavorite: false, isArchived: false, folderId: null },
    keptIn: { owner: null, color: "red", collections: [] },
  };
  return { row, content: found.content, opened: await openSecrets(vault, "user", sealed.key, found.content) };
}

const withParts = (
  login: OpenItem<"login">,
  parts: Partial<OpenItem<"login">["data"]>,
): OpenItem<"login"> => ({
  ...login,
  data: { ...login.data, ...parts },
});

const field = (name: string) => screen.getByLabelText(new RegExp(`^${name}`), { selector: "input" });
const type = (name: string, value: string) => fireEvent.change(field(name), { target: { value } });

test("what somebody else alone has changed stands in the form, and the form says so", async () => {
  const first = await aSealedRow(vault, "Firewall");
  const changed = withParts(aLogin("Firewall"), { username: "root" });
  const anew = await resealItem(vault, "user", first.key, changed);
  const versions = [await edited(first), await edited({ ...first, ...anew, revisedAt: new Date(1) })];
  const dialog = (version: EditedRow | undefined) =>
    version ? (
      <ItemDialog
        edited={version}
        initial={valuesOf(version.opened, false, { organizationId: "", collectionIds: [] })}
        owners={[]}
        actions={{} as unknown as ItemActions}
        onClose={() => {}}
      />
    ) : null;
  const { rerender } = show(dialog(versions[0]), vault);
  expect(screen.queryByRole("alert")).toBe(null);
  rerender(dialog(versions[1]));
  expect(field("Username")).toHaveProperty("value", "root");
  expect(screen.getByRole("alert").textContent).toContain("Look at it before you save");
});

test("two versions of an item are both shown, and both arrive where both are kept", async () => {
  const first = await aSealedRow(vault, "Firewall");
  const changed = withParts(aLogin("Firewall"), { username: "root", password: "second horse" });
  const anew = await resealItem(vault, "user", first.key, { ...changed, notes: "saved by Lee" });
  const second = { ...first, ...anew, revisedAt: new Date(1) };
  const versions = [await edited(first), await edited(second)];
  const update = vi.fn<ItemActions["update"]>(async () => ({ ok: true, result: null }));

  function Two() {
    const [at, setAt] = useState(0);
    const version = versions[at];
    if (!version) return null;
    const keptIn = { organizationId: "", collectionIds: [] };
    return (
      <>
        <button type="button" onClick={() => setAt(1)}>
          Load
        </button>
        <ItemDialog
          edited={version}
          initial={valuesOf(version.opened, false, keptIn)}
          owners={[]}
          actions={{ update } as unknown as ItemActions}
          onClose={() => {}}
        />
      </>
    );
  }
  show(<Two />, vault);
  type("Password", "mine");
  fireEvent.click(screen.getByText("Load"));

  // What they alone have changed is there; what both have changed is asked about.
  const group = await screen.findByRole("group", { name: "Password" });
  expect(screen.queryByRole("group", { name: "Username" })).toBe(null);
  expect(field("Username")).toHaveProperty("value", "root");
  expect(field("Password")).toHaveProperty("value", "mine");
  expect(group.textContent).not.toContain("second");
  fireEvent.click(screen.getByRole("button", { name: "Show secrets" }));
  expect(group.textContent).toContain("second");
  fireEvent.click(within(group).getByRole("radio", { name: /Keep both/ }));
  fireEvent.click(screen.getByRole("button", { name: "Save" }));

  await vi.waitFor(() => expect(update).toHaveBeenCalled());
  const sent = update.mock.calls[0]?.[0];
  if (!sent) throw new Error("it was sent");
  expect(sent).toMatchObject({ lastKnownRevisionDate: new Date(1), passwordChanged: true });
  const arrived = await edited({ ...first, ...(sent as unknown as typeof anew) });
  expect(arrived.opened).toMatchObject({
    notes: "saved by Lee",
    data: { username: "root", password: "mine" },
    fields: [{ name: "Rack" }, { name: "Password (other version)", value: "second horse", type: 1 }],
    passwordHistory: [{ password: "second horse" }, { password: "before" }],
  });
});
