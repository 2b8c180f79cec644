import { randomBytes, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ciphers } from "@/db/schema/ciphers";
import { groups } from "@/db/schema/groups";
import { organizationMembers } from "@/db/schema/organization-members";
import { sessions } from "@/db/schema/sessions";
import { users } from "@/db/schema/users";
import type { AuthenticationHash } from "@/lib/crypto/types";
import { type Actor, anonymousActor, operatorActor } from "@/lib/domain/actor";
import { collectionPermissions } from "@/lib/domain/collection/permission";
import { OrganizationId } from "@/lib/domain/ids";
import { hashAuthentication } from "@/lib/operations/account/internal/password-hash";
import { createClient } from "@/lib/operations/client/create-client";
import { execute } from "@/lib/operations/command";
import { issueToken } from "@/lib/operations/token/internal/issue-token";
import type { ActorName, InstanceName } from "@/test/matrix/actors";
import { theOthers, thePlaces } from "@/test/matrix/places";
import { aCollection, aMemberOf, anItem, aVisit, shownPlace } from "@/test/organization";
import { aPerson, type Person, publicKey, sealedKey, sealedText } from "@/test/people";
import { aClientOf, aProviderWith } from "@/test/provider";

type Name = ActorName | InstanceName;
export type You = { name: Name; actor: Actor; person: Person | null; email: string };
export type World = Awaited<ReturnType<typeof makeWorld>>;

const enterprise = { plan: "enterprise_monthly", seats: 50 } as const;

/** What is typed for a new client, and what its browser makes. */
export const newClient = () => ({
  organizationId: OrganizationId.parse(randomUUID()),
  name: "Fresh Client",
  plan: "teams_monthly" as const,
  seats: 5,
  ownerEmail: "first.owner@client.example",
  organizationKeyId: randomUUID(),
  organizationKeyForProvider: sealedText(5),
  publicKey: publicKey(),
  privateKeyForOrganization: sealedText(77),
  collectionName: sealedText(),
});

/** The same for an organization of one's own. */
export const newOrganization = () => {
  const { organizationKeyForProvider, ownerEmail, ...made } = newClient();
  return { ...made, organizationKeyForMember: sealedKey() };
};

/** A provider, one of its clients with everybody of the table in it, and another provider with another client. */
export async function makeWorld(tx: Tx) {
  const team = await aProviderWith(tx, {
    boss: "provider_admin, confirmed",
    inside: "service_user, confirmed",
    outside: "service_user, confirmed",
    colleague: "service_user, confirmed",
    invitee: "service_user, invited",
    waiting: "service_user, accepted",
  });
  const { providerId, boss, inside, outside, colleague } = team;
  const organizationId = await aClientOf(tx, providerId, { name: "Visited Client", ...enterprise });
  const places = await thePlaces(tx, organizationId);
  const others = await theOthers(tx, organizationId);
  for (const visitor of [boss, inside]) await aVisit(tx, organizationId, providerId, visitor);

  const fresh = newClient();
  await execute(tx, createClient, boss.actor, { providerId, ...fresh });
  const elsewhere = await strangers(tx);
  const administrator = await aPerson(tx, "Administrator", { instanceRole: "administrator" });
  const persons: Partial<Record<Name, Person>> = {
    ...places,
    ...elsewhere.persons,
    outside,
    "service user": inside,
    "provider admin": boss,
    administrator,
  };
  return {
    providerId,
    organizationId,
    team,
    places,
    others: { ...others, asked: await anAskedPlace(tx, organizationId, { providerId, inside, colleague }) },
    fresh,
    ...(await theThings(tx, organizationId, places)),
    invitation: await issueToken(
      tx,
      {
        purpose: "organization_member",
        email: places.invited.email,
        organizationMemberId: places.invited.memberId,
      },
      new Date(),
    ),
    password: await onePassword(tx),
    who: (name: Name): You => youOf(name, persons[name] ?? null, organizationId),
  };
}

/** People who have nothing to do with the client. */
async function strangers(tx: Tx) {
  const { providerId, boss } = await aProviderWith(tx, { boss: "provider_admin, confirmed" });
  const organizationId = await aClientOf(tx, providerId, { name: "Other Client", ...enterprise });
  const owner = await aPerson(tx, "Other Owner");
  await aMemberOf(tx, organizationId, owner, { role: "owner" });
  return { persons: { "other owner": owner, "other provider": boss } };
}

type Staff = Awaited<ReturnType<typeof aProviderWith<"inside" | "colleague">>>;

/** Somebody of the provider's team, for whom the owners were asked. */
async function anAskedPlace(
  tx: Tx,
  organizationId: OrganizationId,
  { providerId, inside, colleague }: Staff,
) {
  const memberId = await aMemberOf(tx, organizationId, colleague, { role: "admin", status: "invited" });
  await tx
    .update(organizationMembers)
    .set({ placeOfProvider: providerId, askedBy: inside.userId, askedAt: new Date() })
    .where(eq(organizationMembers.id, memberId));
  return shownPlace(tx, { organizationId, memberId });
}

/** A collection that each permission was given to, a group that has it too, and an item in it. */
async function theThings(
  tx: Tx,
  organizationId: OrganizationId,
  places: Awaited<ReturnType<typeof thePlaces>>,
) {
  const grants = collectionPermissions.map((permission) => [places[permission].memberId, permission]);
  const collectionId = await aCollection(tx, organizationId, Object.fromEntries(grants));
  const itemId = await anItem(tx, organizationId, [collectionId]);
  const [group] = await tx
    .insert(groups)
    .values({ organizationId, name: "Finance", sortName: "finance" })
    .returning({ id: groups.id });
  if (!group) throw new Error("no row came back");
  const [item] = await tx.select().from(ciphers).where(eq(ciphers.id, itemId));
  return { collectionId, itemId, itemRevisedAt: item?.revisedAt ?? new Date(), groupId: group.id };
}

/** Everybody's password, which each has just proven. */
async function onePassword(tx: Tx): Promise<AuthenticationHash> {
  const password = randomBytes(32).toString("base64") as AuthenticationHash;
  await tx.update(users).set({ passwordHash: await hashAuthentication(password) });
  await tx.update(sessions).set({ provenAt: new Date() });
  return password;
}

const device = { type: "firefox_browser", ip: "203.0.113.7" } as const;

function youOf(name: Name, person: Person | null, organizationId: OrganizationId): You {
  if (person) return { name, person, actor: person.actor, email: person.email };
  const nobody = { name, person, email: "nobody@client.example" };
  if (name === "key") return { ...nobody, actor: anOrganizationKey(organizationId) };
  if (name === "operator") return { ...nobody, actor: operatorActor() };
  if (name === "anonymous") return { ...nobody, actor: anonymousActor(device) };
  throw new Error(`nobody is called ${name}`);
}

/** Its door does not exist yet, so nothing else makes such an actor. */
const anOrganizationKey = (organizationId: OrganizationId): Actor =>
  ({
    ...anonymousActor(device, "api"),
    principal: { kind: "organization_key", organizationId },
  }) as Actor;
