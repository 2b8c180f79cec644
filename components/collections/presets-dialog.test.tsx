// @vitest-environment happy-dom
import { act, fireEvent, screen } from "@testing-library/react";
import { expect, vi } from "vitest";
import type { CollectionActions } from "@/components/collections/collection-actions";
import { PresetsDialog } from "@/components/collections/presets-dialog";
import { listCollections } from "@/lib/operations/collection/list-collections";
import { getOrganizationKey } from "@/lib/operations/key/get-organization-key";
import { ask } from "@/lib/operations/query";
import { openCollections } from "@/lib/vault/open-collections";
import { show } from "@/test/components";
import { test } from "@/test/database";
import { aSealedClient } from "@/test/sealed-world";

test("a name that was taken since the page was made is not made again", async ({ tx }) => {
  const { organizationId, owner } = await aSealedClient(tx, { items: 0 });
  const answered = async <Result,>(result: Promise<Result>) => ({ ok: true as const, result: await result });
  const { collections } = await ask(tx, listCollections, owner.actor, { organizationId });
  const [there] = await openCollections(owner.vault, organizationId, collections);
  if (!there?.ok) throw new Error("the collection of the client opens");
  const createSeveral = vi.fn<CollectionActions["createSeveral"]>(async () => ({
    ok: true,
    result: { created: 1 } as never,
  }));
  const getKey: CollectionActions["getKey"] = (input) =>
    answered(ask(tx, getOrganizationKey, owner.actor, input));
  const onClose = vi.fn();
  show(
    <PresetsDialog
      organizationId={organizationId}
      // The page knows of none.
      sealed={{ organizationId, getKey, rows: [] }}
      listCollections={(input) => answered(ask(tx, listCollections, owner.actor, input))}
      makerManages
      mayMakeGroups={false}
      actions={{ getKey, createSeveral, createGroups: vi.fn() }}
      onClose={onClose}
    />,
    owner.vault,
  );
  const lines = screen.getByRole("textbox", { name: "Collections" });
  fireEvent.change(lines, { target: { value: `${there.name.toUpperCase()}\nNobody has this yet` } });
  await act(async () => fireEvent.click(screen.getByRole("button", { name: "Make 2 collections" })));
  await vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce(), { timeout: 20_000 });
  expect(createSeveral.mock.calls[0]?.[0].collections).toHaveLength(1);
});
