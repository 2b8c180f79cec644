import { expect, test } from "vitest";
import { expectFreeName } from "@/components/blueprints/expect-free-name";
import type { ListedBlueprint } from "@/lib/operations/blueprint/list-blueprints";
import type { Vault } from "@/lib/vault/vault";

/** A vault in which what is sealed reads as it stands; a name that is empty does not open. */
const vault = {
  holds: async () => true,
  openTexts: async (_key: string, texts: readonly string[]) => texts.map((text) => text || null),
} as unknown as Vault;

const blueprints = [
  { id: "a", name: "Small office" },
  { id: "b", name: "École" },
  { id: "c", name: "" },
] as unknown as ListedBlueprint[];

const free = (name: string, blueprintId = "new") =>
  expectFreeName(vault, {
    ...{ providerId: "p", name, blueprintId },
    getKey: () => Promise.reject(new Error("the vault holds it")),
    list: async () => ({ ok: true, result: blueprints }),
  });

test.each(["Small office", "small OFFICE", "Ecole"])(
  "a name such as %s is another blueprint's",
  async (name) => {
    await expect(free(name)).rejects.toMatchObject({ failure: { code: "already_exists" } });
  },
);

test("a new name is free, and a blueprint keeps its own", async () => {
  await free("Large office");
  await free("Small Office", "a");
});
