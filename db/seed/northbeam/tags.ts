import { randomUUID } from "node:crypto";
import type { World } from "@/db/seed/northbeam/world";
import { ClientTagId, type OrganizationId } from "@/lib/domain/ids";
import { tagColors } from "@/lib/domain/provider/tags";
import { makeTag } from "@/lib/operations/client/make-tag";
import { setClientTags } from "@/lib/operations/client/set-client-tags";
import { execute } from "@/lib/operations/command";

/** Gives a client its tags, and makes those that no client had before. */
export async function tagClient(
  world: World,
  organizationId: OrganizationId,
  names: readonly string[],
): Promise<void> {
  const { providerId, owner } = await world.provider();
  const tagIds: string[] = [];
  for (const name of names) tagIds.push(world.tags.get(name) ?? (await make(world, name)));
  await execute(world.db, setClientTags, owner.actor, { providerId, organizationId, tagIds });
}

async function make({ db, tags, provider }: World, text: string): Promise<ClientTagId> {
  const { providerId, owner } = await provider();
  const tagId = ClientTagId.parse(randomUUID());
  const [name = ""] = await owner.vault.sealTexts(`provider:${providerId}`, [text]);
  const color = tagColors[tags.size % tagColors.length] ?? "slate";
  await execute(db, makeTag, owner.actor, { providerId, tagId, name, color });
  tags.set(text, tagId);
  return tagId;
}
