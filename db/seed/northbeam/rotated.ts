import { keyIdOf } from "@/db/seed/client";
import { strongPassword } from "@/db/seed/northbeam/items";
import type { NorthbeamClient } from "@/db/seed/northbeam/scenario";
import { type Act, after, days, type World } from "@/db/seed/northbeam/world";
import { execute } from "@/lib/operations/command";
import { updateItem } from "@/lib/operations/item/update-item";
import { resealItem } from "@/lib/vault/seal-item";

/** After somebody was removed, owners give some of what they could read another password. */
export function actsOfRotated(world: World): Act[] {
  const { clients, members } = world.scenario;
  return members.flatMap(({ removedAt, rotationDebt: debt }) => {
    if (!removedAt || !debt) return [];
    const owing = clients.filter(({ slug }) => debt.clients.includes(slug));
    const each = Math.floor(debt.rotated / debt.clients.length);
    return owing.map((client) => ({
      at: after(world.when(removedAt), days(2)),
      act: () => changePasswords(world, client, each),
    }));
  });
}

async function changePasswords(world: World, { slug, members }: NorthbeamClient, count: number) {
  const [first] = members;
  const organizationId = world.organizations.get(slug);
  if (!first || !organizationId) return;
  const owner = await world.people.signedIn(first.email);
  const organizationKeyId = await keyIdOf(owner, organizationId);
  const items = world.privileged.filter(({ client }) => client === slug).slice(0, count);
  for (const { opened, kept } of items) {
    const changed = { ...opened, data: { ...opened.data, password: strongPassword(24) } };
    const sealed = await resealItem(owner.vault, `organization:${organizationId}`, kept.key, changed);
    await execute(world.db, updateItem, owner.actor, {
      ...sealed,
      itemId: kept.itemId,
      organizationKeyId,
      lastKnownRevisionDate: kept.revisedAt,
      passwordChanged: true,
    });
  }
}
