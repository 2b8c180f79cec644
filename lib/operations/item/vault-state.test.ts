import { eq } from "drizzle-orm";
import { expect, test as plain } from "vitest";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { jobActor } from "@/lib/domain/actor";
import { FolderId, ImportId, ItemId, type UserId } from "@/lib/domain/ids";
import { deleteCollections } from "@/lib/operations/collection/delete-collections";
import { execute } from "@/lib/operations/command";
import { createFolder } from "@/lib/operations/folder/create-folder";
import { deleteFolder } from "@/lib/operations/folder/delete-folder";
import { importItems } from "@/lib/operations/import/import-items";
import { undoImport } from "@/lib/operations/import/undo-import";
import { assignItems } from "@/lib/operations/item/assign-items";
import { createItem } from "@/lib/operations/item/create-item";
import { deleteItems } from "@/lib/operations/item/delete-items";
import { markItems } from "@/lib/operations/item/mark-items";
import { restoreItems } from "@/lib/operations/item/restore-items";
import { shareItems } from "@/lib/operations/item/share-items";
import { syncMyVault } from "@/lib/operations/item/sync-my-vault";
import { trashItems } from "@/lib/operations/item/trash-items";
import { updateItem } from "@/lib/operations/item/update-item";
import { ask } from "@/lib/operations/query";
import { sweep } from "@/lib/operations/sweep/sweep";
import { test } from "@/test/database";
import { anEdit, newItem } from "@/test/items";
import { stateAndContents } from "@/test/my-vault";
import {
  aCollection,
  aConfirmed,
  anItem,
  anOrganizationWith,
  anyId,
  keyOf,
  sealedLogin,
} from "@/test/organization";
import { sealedText } from "@/test/people";

/** A member who changes items, and one who has the same collection and sees it. */
async function aWorld(tx: Tx) {
  const { organizationId } = await anOrganizationWith(tx);
  const ann = await aConfirmed(tx, organizationId, "owner", "Ann");
  const ben = await aConfirmed(tx, organizationId, "user", "Ben");
  const grants = { [ann.memberId]: "manage", [ben.memberId]: "view" } as const;
  const both = await aCollection(tx, organizationId, grants);
  const other = await aCollection(tx, organizationId, grants);
  const shared = await anItem(tx, organizationId, [both]);
  const own = ItemId.parse(anyId());
  const folderId = FolderId.parse(anyId());
  return { organizationId, ann, ben, both, other, shared, own, folderId };
}
type World = Awaited<ReturnType<typeof aWorld>>;

const under = ({ organizationId }: World) => ({ organizationId, organizationKeyId: keyOf(organizationId) });
const imported = { collections: [], folders: [], into: [] };

const sweepTrash = async (tx: Tx, itemId: ItemId) => {
  await tx
    .update(ciphers)
    .set({ deletedAt: new Date(0) })
    .where(eq(ciphers.id, itemId));
  await execute(tx, sweep, jobActor(), { what: "trash" });
};
const importId = ImportId.parse(anyId());

type Act = [name: string, seenBy: ("ann" | "ben")[], act: (tx: Tx, world: World) => Promise<unknown>];
/** One after the other, in one world. */
const acts: Act[] = [
  [
    "a new item of one's own",
    ["ann"],
    (tx, { ann, own }) => execute(tx, createItem, ann.actor, { ...newItem(), itemId: own }),
  ],
  [
    "an edit of one's own",
    ["ann"],
    async (tx, { ann, own }) => execute(tx, updateItem, ann.actor, await anEdit(tx, own)),
  ],
  [
    "a folder",
    ["ann"],
    (tx, { ann, folderId }) => execute(tx, createFolder, ann.actor, { folderId, name: sealedText() }),
  ],
  [
    "an item that comes into a folder",
    ["ann"],
    (tx, { ann, own, folderId }) => execute(tx, markItems, ann.actor, { itemIds: [own], folderId }),
  ],
  [
    "a favourite",
    ["ben"],
    (tx, { ben, shared }) => execute(tx, markItems, ben.actor, { itemIds: [shared], isFavorite: true }),
  ],
  [
    "an item in the archive",
    ["ann"],
    (tx, { ann, shared }) => execute(tx, markItems, ann.actor, { itemIds: [shared], isArchived: true }),
  ],
  [
    "a folder that goes",
    ["ann"],
    (tx, { ann, folderId }) => execute(tx, deleteFolder, ann.actor, { folderId }),
  ],
  [
    "an edit of what is shared",
    ["ann", "ben"],
    async (tx, { ann, shared }) => execute(tx, updateItem, ann.actor, await anEdit(tx, shared)),
  ],
  [
    "an edit that says what the item is to its editor",
    ["ann", "ben"],
    async (tx, world) => {
      const marks = { isFavorite: true, isArchived: false };
      await execute(tx, updateItem, world.ann.actor, { ...(await anEdit(tx, world.shared)), marks });
    },
  ],
  [
    "a further collection",
    ["ann", "ben"],
    (tx, { ann, shared, other }) =>
      execute(tx, assignItems, ann.actor, { itemIds: [shared], given: [other], taken: [] }),
  ],
  [
    "a collection less",
    ["ann", "ben"],
    (tx, { ann, shared, both }) =>
      execute(tx, assignItems, ann.actor, { itemIds: [shared], given: [], taken: [both] }),
  ],
  [
    "what comes into the trash",
    ["ann", "ben"],
    (tx, { ann, shared }) => execute(tx, trashItems, ann.actor, { itemIds: [shared] }),
  ],
  [
    "what comes back from it",
    ["ann", "ben"],
    (tx, { ann, shared }) => execute(tx, restoreItems, ann.actor, { itemIds: [shared] }),
  ],
  [
    "a collection that goes",
    ["ann", "ben"],
    (tx, { ann, organizationId, other }) =>
      execute(tx, deleteCollections, ann.actor, { organizationId, collectionIds: [other] }),
  ],
  [
    "what was in no collection and comes into one",
    ["ann", "ben"],
    (tx, { ann, shared, both }) =>
      execute(tx, assignItems, ann.actor, { itemIds: [shared], given: [both], taken: [] }),
  ],
  [
    "what is moved into the organization",
    ["ann", "ben"],
    async (tx, world) => {
      const items = [{ ...(await anEdit(tx, world.own)), attachments: [] }];
      await execute(tx, shareItems, world.ann.actor, { ...under(world), collectionIds: [world.both], items });
    },
  ],
  ["what the sweep takes from the trash", ["ann", "ben"], (tx, { own }) => sweepTrash(tx, own)],
  [
    "what is deleted for good",
    ["ann", "ben"],
    async (tx, { ann, shared }) => {
      await tx.update(ciphers).set({ deletedAt: new Date() }).where(eq(ciphers.id, shared));
      await execute(tx, deleteItems, ann.actor, { itemIds: [shared] });
    },
  ],
  [
    "an import into the organization",
    ["ann", "ben"],
    (tx, world) => {
      const items = [{ itemId: anyId(), in: [0], ...sealedLogin() }];
      const part = { importId, ...under(world), ...imported, into: [world.both], items };
      return execute(tx, importItems, world.ann.actor, part);
    },
  ],
  [
    "an import that is undone",
    ["ann", "ben"],
    (tx, { ann, organizationId }) => execute(tx, undoImport, ann.actor, { importId, organizationId }),
  ],
  [
    "an import into one's own vault",
    ["ben"],
    (tx, { ben }) => {
      const items = [{ itemId: anyId(), in: [], isFavorite: true, ...sealedLogin() }];
      const part = { importId: anyId(), organizationId: null, organizationKeyId: null, ...imported, items };
      return execute(tx, importItems, ben.actor, part);
    },
  ],
];

test("each kind of write of items is another state for whoever sees it, and what they know is not the last any more", {
  timeout: 60_000,
}, async ({ tx }) => {
  const world = await aWorld(tx);
  const look = async (userId: UserId) => stateAndContents(tx, userId);
  for (const [name, seenBy, act] of acts) {
    const before = await Promise.all(seenBy.map((who) => look(world[who].userId)));
    const revisions = await Promise.all(
      seenBy.map(async (who) => (await ask(tx, syncMyVault, world[who].actor, { known: null })).revision),
    );
    await act(tx, world);
    for (const [at, who] of seenBy.entries()) {
      const after = await look(world[who].userId);
      expect(after.contents, `${name}: ${who}`).not.toBe(before[at]?.contents);
      expect(after.state, `${name}: ${who}`).not.toBe(before[at]?.state);
      const answer = await ask(tx, syncMyVault, world[who].actor, { known: revisions[at] ?? null });
      expect(answer.contents, `${name}: ${who}`).not.toBeNull();
    }
  }
});

const sources = import.meta.glob<string>(["/lib/operations/**/*.ts", "!/lib/operations/**/*.test.ts"], {
  eager: true,
  query: "?raw",
  import: "default",
});
const written = "(?:ciphers|itemMarks|collectionCiphers)";
const writing = new RegExp(
  String.raw`\.(?:insert|update|delete)\(${written}\)|(?:update|insert into|delete from) \$\{${written}\}`,
);

/** Whoever writes items, and is looked at above, in the matrix or in the tests of rotations. */
const writers = [
  "attachment/internal/the-item",
  "collection/delete-collections",
  "folder/delete-folder",
  "import/internal/insert-imported",
  "item/assign-items",
  "item/create-item",
  "item/internal/delete-rows",
  "item/internal/move-to-organization",
  "item/internal/put-into-collections",
  "item/internal/set-marks",
  "item/internal/take-out-of-collections",
  "item/internal/trash",
  "item/update-item",
  "rotation/internal/switch-account",
  "rotation/internal/switch-organization",
];

plain("no other operation writes items, their places or their marks", () => {
  const found = Object.entries(sources).filter(([, source]) => writing.test(source));
  expect(found.map(([path]) => path.slice("/lib/operations/".length, -3)).sort()).toEqual(writers);
});

test("a vault in the state that it was read in is not read again, and another state is", async ({ tx }) => {
  const { ann, ben, shared } = await aWorld(tx);
  const { revision } = await ask(tx, syncMyVault, ann.actor, { known: null });
  // Nothing writes an item without its owner's revision: what is done so here would be seen if it were read.
  await tx.update(ciphers).set({ name: sealedText() }).where(eq(ciphers.id, shared));
  expect(await ask(tx, syncMyVault, ann.actor, { known: revision })).toEqual({ revision, contents: null });
  const other = await ask(tx, syncMyVault, ann.actor, { known: "another" });
  expect(other.contents).not.toBeNull();
  expect((await ask(tx, syncMyVault, ann.actor, { known: other.revision })).contents).toBeNull();
  expect((await ask(tx, syncMyVault, ben.actor, { known: other.revision })).contents).not.toBeNull();
});
