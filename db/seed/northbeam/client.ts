import { seedClient, seedClientOwner } from "@/db/seed/client";
import { seedGroups, seedSeveralCollections } from "@/db/seed/departments";
import { seedItem, seedLogin } from "@/db/seed/login";
import { itemOf, secretsOf } from "@/db/seed/northbeam/items";
import { enrol, newcomerOf, type Office, putIntoGroups } from "@/db/seed/northbeam/joining";
import { policiesNamed } from "@/db/seed/northbeam/policies";
import type { ClientMember, NorthbeamClient } from "@/db/seed/northbeam/scenario";
import { tagClient } from "@/db/seed/northbeam/tags";
import type { World } from "@/db/seed/northbeam/world";
import { seedPolicy } from "@/db/seed/policies";
import type { CollectionId } from "@/lib/domain/ids";
import { deleteCollections } from "@/lib/operations/collection/delete-collections";
import { listCollections } from "@/lib/operations/collection/list-collections";
import { execute } from "@/lib/operations/command";
import { ask } from "@/lib/operations/query";

/**
 * Makes a client, with its tags and the invitation of its owner. Where the owner has come, they set it up.
 *
 * @returns null while nobody of the client has come.
 */
export async function makeClient(
  world: World,
  client: NorthbeamClient,
  seats: number,
): Promise<Office | null> {
  const { db, people } = world;
  const { providerId, owner: by } = await world.provider();
  const [first] = client.members;
  if (!first) throw new Error(`${client.name} has no owner.`);
  const typed = { name: client.name, plan: client.plan, assigned: seats };
  const creator = { providerId, by };
  const organizationId = await seedClient(db, creator, typed, first.email, client.collections[0]);
  world.organizations.set(client.slug, organizationId);
  await tagClient(world, organizationId, client.tags);
  if (first.status !== "Confirmed") return null;

  const { owner, memberId } = await seedClientOwner(db, organizationId, by, newcomerOf(world, client, first));
  people.joined(owner);
  if (first.twoStep) await people.takeApp(first.email);
  const acting = async () => ({ organizationId, by: await people.signedIn(first.email) });
  const office = { client, acting, groups: await setUp(world, client, acting) };
  await putIntoGroups(db, office, [first], new Map([[first.email, memberId]]));
  if (first.recoveryEnrolled) await enrol(world, office, first.email);
  return office;
}

/** Makes collections, groups, the matrix, items and policies. Gives the groups. */
async function setUp(
  world: World,
  client: NorthbeamClient,
  acting: Office["acting"],
): Promise<Office["groups"]> {
  const { db } = world;
  const { organizationId, by } = await acting();
  const [name = "", ...others] = client.collections;
  const { collections } = await ask(db, listCollections, by.actor, { organizationId });
  const first = collections.map(({ id }) => ({ id, name }));
  const made = others.length > 0 ? await seedSeveralCollections(db, organizationId, by, others) : [];
  const all = [...first, ...made];
  const groups = client.groups.length > 0 ? await seedGroups(db, organizationId, by, client, all) : [];
  await putItems(world, client, acting, new Map(all.map((each) => [each.name, each.id])));
  if (client.unassignedItems > 0) await leaveUnassigned(world, client, acting);
  for (const { type, data } of policiesNamed(client.policies))
    await seedPolicy(db, await acting(), type, data);
  return new Map(groups.map((group) => [group.name, group.id]));
}

async function putItems(
  world: World,
  client: NorthbeamClient,
  acting: Office["acting"],
  collections: ReadonlyMap<string, CollectionId>,
): Promise<void> {
  const open = secretsOf();
  for (const item of client.items) {
    const { organizationId, by } = await acting();
    const opened = itemOf(item, client, open);
    const collectionIds = item.collections.flatMap((name) => collections.get(name) ?? []);
    const kept = await seedItem(world.db, by, { organizationId, collectionIds }, opened);
    if (item.flags.includes("privileged") && opened.type === "login" && kept.type === "login")
      world.privileged.push({ client: client.slug, opened, kept });
  }
}

/** Items that were in a collection which is gone: their names are not in the data. */
async function leaveUnassigned(
  { db }: World,
  { unassignedItems, domain }: NorthbeamClient,
  acting: Office["acting"],
): Promise<void> {
  const { organizationId, by } = await acting();
  const made = await seedSeveralCollections(db, organizationId, by, ["Imported"]);
  const collectionIds = made.map(({ id }) => id);
  for (let nth = 1; nth <= unassignedItems; nth++)
    await seedLogin(
      db,
      by,
      { organizationId, collectionIds },
      { name: `Imported login ${nth}`, username: `import@${domain}`, site: `https://${domain}` },
    );
  await execute(db, deleteCollections, by.actor, { organizationId, collectionIds });
}

/** Who comes when the client is made, as many as have a seat then; who comes with further seats; and who is on the way. */
export function wavesOf({ members: [, ...members] }: NorthbeamClient, seats: number) {
  const came = members.filter(({ status }) => status === "Confirmed" || status === "Revoked");
  const onTheWay = ({ status }: ClientMember) => status === "Accepted" || status === "Invited";
  return {
    first: came.slice(0, seats - 1),
    later: came.slice(seats - 1),
    onTheWay: members.filter(onTheWay),
  };
}
