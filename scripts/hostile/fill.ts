// Fills an empty instance for `npm run hostile`, and writes down what a hostile server knows and makes of it.
import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import { type Database, openDatabase } from "@/db/client";
import { migrate } from "@/db/migrate";
import { collections } from "@/db/schema/collections";
import { organizationMembers } from "@/db/schema/organization-members";
import { organizations } from "@/db/schema/organizations";
import { providerMembers } from "@/db/schema/provider-members";
import { providerOrganizations } from "@/db/schema/provider-organizations";
import { users } from "@/db/schema/users";
import { seedClient, seedClientOwner, seedCollections } from "@/db/seed/client";
import { seedItem } from "@/db/seed/login";
import { tokenMailedTo } from "@/db/seed/mailed";
import { type Persona, registerAdministrator, registerFromMail } from "@/db/seed/persona";
import { seedProvider, seedProviderMember } from "@/db/seed/provider";
import { fingerprintPhrase } from "@/lib/crypto/fingerprint";
import type { PublicKey } from "@/lib/crypto/types";
import type { CollectionId, OrganizationId } from "@/lib/domain/ids";
import { environment } from "@/lib/env";
import { inviteProvider } from "@/lib/operations/admin/invite-provider";
import { execute } from "@/lib/operations/command";
import { acceptOrganizationInvitation } from "@/lib/operations/organization/accept-invitation";
import { inviteOrganizationMembers } from "@/lib/operations/organization/invite-members";
import { emptyLists } from "@/lib/vault/item";
import type { HostileAccount, HostileClient, HostileItem, World } from "../../e2e/hostile/world";
import { forge } from "./forge";

const password = "brass key on a paper ring";
const secrets = [password];

/** A text that no request may carry, and that no other text has in it. */
function canary(what: string): string {
  const text = `canary ${what} ${randomUUID()}`;
  secrets.push(text);
  return text;
}

const newcomer = (name: string) => ({ name, email: `${name.toLowerCase()}@hostile.example`, password });

async function accountOf(
  db: Database,
  { actor, email }: Persona,
  malloryKey: PublicKey,
  name: string,
): Promise<HostileAccount> {
  const [row] = await db.select().from(users).where(eq(users.id, actor.principal.userId));
  if (!row) throw new Error(`${email} has no account.`);
  const { id: userId, userKeyForAccount, publicKey, privateKeyForAccount } = row;
  return {
    name,
    email,
    userId,
    keys: { userKeyForAccount, publicKey, privateKeyForAccount },
    phrase: fingerprintPhrase(userId, publicKey),
    phraseOfForgery: fingerprintPhrase(userId, malloryKey),
  };
}

async function putItem(
  db: Database,
  owner: Persona,
  keptIn: { organizationId: OrganizationId; collectionIds: CollectionId[] },
  name: string,
): Promise<HostileItem> {
  const plain = {
    type: "login" as const,
    name,
    notes: canary(`notes of ${name}`),
    ...emptyLists,
    data: {
      username: canary(`username of ${name}`),
      password: canary(`password of ${name}`),
      totp: null,
      uris: [
        { uri: `https://${name.toLowerCase()}.example`, match: null },
        { uri: `https://backup.${name.toLowerCase()}.example`, match: null },
      ],
    },
  };
  const sealed = await seedItem(db, owner, keptIn, plain);
  return { plain, sealed };
}

async function addClient(
  db: Database,
  creator: Parameters<typeof seedClient>[1],
  { name, ownerName, items }: { name: string; ownerName: string; items: string[] },
) {
  const owned = newcomer(ownerName);
  const facts = { name, plan: "Teams" as const, assigned: 5, collections: [] };
  const organizationId = await seedClient(db, creator, facts, owned.email);
  const people = await seedClientOwner(db, organizationId, creator.by, owned);
  const collectionName = canary(`collection of ${name}`);
  const collectionIds = await seedCollections(db, organizationId, people, [collectionName]);
  const kept: Record<string, HostileItem> = {};
  for (const item of items)
    kept[item] = await putItem(db, people.owner, { organizationId, collectionIds }, item);

  const [tie] = await db
    .select()
    .from(providerOrganizations)
    .where(eq(providerOrganizations.organizationId, organizationId));
  const [member] = await db
    .select()
    .from(organizationMembers)
    .where(eq(organizationMembers.id, people.memberId));
  const [collectionId] = collectionIds;
  const [keys] = await db.select().from(organizations).where(eq(organizations.id, organizationId));
  if (!tie?.organizationKeyForProvider || !keys || !member?.organizationKeyForMember || !collectionId)
    throw new Error(`${name} was not kept.`);
  const [collection] = await db.select().from(collections).where(eq(collections.id, collectionId));
  if (!collection) throw new Error("The collection was not kept.");
  const client: HostileClient = {
    id: organizationId,
    name,
    organizationKeyForProvider: tie.organizationKeyForProvider,
    publicKey: keys.publicKey,
    privateKeyForOrganization: keys.privateKeyForOrganization,
    organizationKeyForOwner: member.organizationKeyForMember,
    collection: { id: collectionId, name: collectionName, sealedName: collection.name },
    items: kept,
  };
  return { client, organizationId, owner: people.owner };
}

/** Has somebody join an organization as far as they can by themselves. */
async function join(db: Database, persona: Persona) {
  const token = await tokenMailedTo(db, persona.email);
  await execute(db, acceptOrganizationInvitation, persona.actor, { token });
}

const invite = (db: Database, { actor }: Persona, organizationId: OrganizationId, email: string) =>
  execute(db, inviteOrganizationMembers, actor, {
    organizationId,
    emails: [email],
    role: "user",
    collections: [],
  });

async function fill(db: Database): Promise<World> {
  const seats = { teamsSeats: 20, enterpriseSeats: 0 };
  const administrator = await registerAdministrator(db, newcomer("Administrator"));
  const provider = await seedProvider(db, administrator, newcomer("Brett"), { name: "Hostile MSP", seats });
  const brett = provider.owner;
  const waiting = { role: "Service user", status: "Accepted" } as const;
  const tess = await seedProviderMember(db, provider, newcomer("Tess"), waiting);
  if (!tess) throw new Error("Tess has accepted.");

  const creator = { providerId: provider.providerId, by: brett };
  const cobalt = await addClient(db, creator, {
    name: "Cobalt",
    ownerName: "Olive",
    items: ["Firewall", "Switch"],
  });
  const quartz = await addClient(db, creator, { name: "Quartz", ownerName: "Quentin", items: ["Router"] });
  const mias = newcomer("Mia");
  await invite(db, cobalt.owner, cobalt.organizationId, mias.email);
  const mia = await registerFromMail(db, mias);
  await join(db, mia);
  await invite(db, quartz.owner, quartz.organizationId, mias.email);
  await join(db, mia);

  await execute(db, inviteProvider, administrator.actor, {
    email: newcomer("Nadia").email,
    ...seats,
  });
  const setUpLink = `/invite/${await tokenMailedTo(db, newcomer("Nadia").email)}`;
  const nadia = await registerFromMail(db, newcomer("Nadia"));

  await execute(db, inviteProvider, administrator.actor, { email: newcomer("Milo").email, ...seats });
  const milo = await registerFromMail(db, newcomer("Milo"));

  const [member] = await db
    .select()
    .from(providerMembers)
    .where(eq(providerMembers.userId, brett.actor.principal.userId));
  if (!member?.providerKeyForMember) throw new Error("Brett holds the provider's key.");
  const forgeries = await forge({
    brett: brett.publicKey,
    olive: cobalt.owner.publicKey,
    privateKeyForOrganization: cobalt.client.privateKeyForOrganization,
  });
  const account = (name: string, persona: Persona) => accountOf(db, persona, forgeries.publicKey, name);
  return {
    password,
    secrets,
    providerId: provider.providerId,
    setUpLink,
    people: {
      brett: await account("Brett", brett),
      olive: await account("Olive", cobalt.owner),
      mia: await account("Mia", mia),
      tess: await account("Tess", tess),
      nadia: await account("Nadia", nadia),
      milo: await account("Milo", milo),
    },
    providerKeyForBrett: member.providerKeyForMember,
    cobalt: cobalt.client,
    quartz: quartz.client,
    forgeries,
  };
}

const { db, close } = await openDatabase(environment());
try {
  await migrate(db);
  const file = process.env.HOSTILE_WORLD;
  if (!file) throw new Error("HOSTILE_WORLD names the file to write.");
  writeFileSync(file, JSON.stringify(await fill(db)));
} finally {
  await close();
}
