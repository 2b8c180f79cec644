// @vitest-environment happy-dom
import { act, fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { MatrixEditor } from "@/components/groups/matrix-editor";
import { type Edits, withCells } from "@/components/groups/matrix-state";
import { CollectionId, GroupId } from "@/lib/domain/ids";
import type { Matrix } from "@/lib/operations/group/get-matrix";
import { show } from "@/test/components";

const organizationId = "7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a01";
const [finance, deleted] = ["02", "03"].map((end) =>
  GroupId.parse(`7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a${end}`),
);
const collectionId = CollectionId.parse("7b0c2b0e-6d6c-4a5e-9f35-0b1f6e1d8a04");

test("what was changed of a group that is gone is said, and the rest is saved", async () => {
  const places = [finance, deleted].flatMap((groupId) => (groupId ? { groupId, collectionId } : []));
  const changeAccess = vi.fn(async () => ({ ok: true as const, result: null }));
  const matrix = {
    groups: [{ id: finance, name: "Finance" }],
    collections: [{ id: collectionId, mayManage: true }],
    cells: [],
    areMore: false,
  } as unknown as Matrix;
  function Page() {
    const [kept, setEdits] = useState<Edits>(withCells(new Map(), new Map(), places, "edit"));
    return (
      <MatrixEditor {...{ organizationId, matrix, kept, setEdits }} names={null} actions={{ changeAccess }} />
    );
  }
  show(<Page />);
  expect(screen.getByText("1 change is left out")).toBeDefined();
  await act(async () => fireEvent.click(screen.getByRole("button", { name: "Save 1 change" })));
  const cells = [{ groupId: finance, collectionId, from: null, to: "edit" }];
  expect(changeAccess.mock.calls).toEqual([[{ organizationId, cells }]]);
  expect(screen.queryByText("1 change is left out")).toBeNull();
});
