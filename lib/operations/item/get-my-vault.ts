import "server-only";
import { z } from "zod";
import { personOf, signedIn } from "@/lib/operations/account/access";
import { readVault } from "@/lib/operations/item/internal/read-vault";
import { defineQuery } from "@/lib/operations/query";

/** Everything in somebody's vault, for pages that go through all of it. */
export const getMyVault = defineQuery({
  name: "item.get_my_vault",
  input: z.object({}),
  access: signedIn,
  read: ({ tx, actor }) => readVault(tx, personOf(actor)),
});

export type SealedVault = Awaited<ReturnType<typeof getMyVault.read>>;
