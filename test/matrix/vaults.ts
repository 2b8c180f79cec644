import type { Tx } from "@/db/client";
import type { UserId } from "@/lib/domain/ids";
import type { ActorName } from "@/test/matrix/actors";
import type { World } from "@/test/matrix/world";
import { stateAndContents } from "@/test/my-vault";

/** Whose vaults are looked at: what they have differs, and most acts are about one of them. */
const lookers = [
  "owner",
  "admin",
  "view",
  "edit_hidden",
  "manage",
  "accepted",
  "service user",
  "outside",
] as const;

export type Vaults = Map<UserId, { state: string; contents: string }>;

/** What some people have in their vaults, whoever acts among them, and the states that these are in. */
export async function vaultsOf(tx: Tx, { who, others }: World, actor: ActorName): Promise<Vaults> {
  const names = new Set<ActorName>([...lookers, actor]);
  const named = [...names].flatMap((name) => who(name).person?.userId ?? []);
  const vaults: Vaults = new Map();
  for (const userId of [...named, others.member.userId, others.waiting.userId])
    vaults.set(userId, await stateAndContents(tx, userId));
  return vaults;
}
