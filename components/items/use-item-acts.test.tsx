// @vitest-environment happy-dom
import { fireEvent, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { DeleteItems } from "@/components/items/delete-items";
import type { ItemRow } from "@/components/items/item";
import { useItemActs } from "@/components/items/use-item-acts";
import { show } from "@/test/components";

const items = [{ id: "1", organizationId: null, content: null }] as unknown as ItemRow[];
const done = () => vi.fn(async () => ({ ok: true as const, result: null as never }));
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

function aView() {
  const actions = { trash: done(), restore: done(), deleteForGood: done(), mark: done(), share: done() };
  function View() {
    const acts = useItemActs(actions);
    return (
      <>
        <button type="button" onClick={() => void acts.run("archive", items)}>
          Archive
        </button>
        <DeleteItems items={items} how="trash" acts={acts} onClose={() => {}} />
      </>
    );
  }
  show(<View />);
  return actions;
}

test("what went into the trash is restored by the button of its notice", async () => {
  const { trash, restore } = aView();
  press("Delete");
  fireEvent.click(await screen.findByRole("button", { name: "Undo", hidden: true }));
  expect(trash).toHaveBeenCalledExactlyOnceWith({ itemIds: ["1"] });
  await vi.waitFor(() => expect(restore).toHaveBeenCalledExactlyOnceWith({ itemIds: ["1"] }));
  expect(screen.queryByRole("button", { name: "Undo", hidden: true })).toBeNull();
});

test("what was archived comes back by the button of its notice", async () => {
  const { mark } = aView();
  fireEvent.click(screen.getByText("Archive"));
  fireEvent.click(await screen.findByRole("button", { name: "Undo", hidden: true }));
  await vi.waitFor(() =>
    expect(mark.mock.calls).toEqual([
      [{ itemIds: ["1"], isArchived: true }],
      [{ itemIds: ["1"], isArchived: false }],
    ]),
  );
});
