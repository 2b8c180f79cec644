import { expect, logIn, type Person, proveMasterPassword, unlock } from "../people";
import { describeClient, newItem, startClient } from "../prepare";
import { expectRefusedIn, openCollection, openVault } from "./acts";
import { type Attack, runAttacks } from "./attack";
import { flipped, ofTypeZero } from "./forgeries";
import { world } from "./world";

const { olive, milo, nadia } = world.people;
const { cobalt, quartz, forgeries } = world;
const argon2id = '"type":"argon2id","iterations":6,"memory":32,"parallelism":4';

/** Unlocking says `refusal`, and stays locked. */
const staysLocked = (refusal: string) => async (person: Person) => {
  const { page, say } = person;
  await openVault(person);
  await expect(page.getByText(say(`refusal.${refusal}`))).toBeVisible();
  await expect(page.getByRole("heading", { name: say("common.vault.panelTitle"), level: 1 })).toBeVisible();
};

/** Logging in says that the derivation is weak, and no proof of the password is shown to anybody. */
async function isNotLoggedIn(person: Person) {
  const { page, say } = person;
  let proofs = 0;
  page.on("request", (request) => {
    if (request.url().includes("/callback/")) proofs += 1;
  });
  await page.goto("/log-in");
  await proveMasterPassword(person, world.password);
  await expect(page.getByText(say("refusal.weak_kdf"))).toBeVisible();
  expect(proofs).toBe(0);
}

async function makesClient(person: Person) {
  const { page, say } = person;
  await page.goto(`/providers/${world.providerId}/clients`);
  const form = await startClient(person);
  await describeClient(person, { name: "Garnet", owner: "garnet@hostile.example", seats: 1 });
  await form.getByRole("button", { name: say("clients.newDialog.submit") }).click();
  await unlock(person);
  await expectRefusedIn(person, say("clients.newClient"));
}

/** The items are not opened, and there is nothing to type a new one into. */
async function makesLogin(person: Person) {
  const { page, say } = person;
  await openCollection(person, cobalt);
  await expect(page.getByRole("alert").filter({ hasText: say("common.vault.notOpened") })).toBeVisible();
  const form = await newItem(person, "collections.item.new");
  await expect(form).toHaveCount(0);
}

/** Whoever has just logged in is not asked to unlock. */
const isOpen = async () => {};

async function makesCollection(person: Person, unlocking = unlock) {
  const { page, say } = person;
  await page.goto(`/organizations/${cobalt.id}/collections`);
  await page.getByRole("button", { name: say("collections.new") }).click();
  const form = page.getByRole("dialog", { name: say("collections.dialog.title") });
  await form.getByLabel(say("collections.dialog.name"), { exact: true }).fill("A new collection");
  await form.getByRole("button", { name: say("collections.dialog.create") }).click();
  await unlocking(person);
  await expectRefusedIn(person, say("collections.dialog.title"));
}

const attacks: Attack[] = [
  {
    name: "a key derivation below the floor at log-in",
    at: "olive",
    afresh: true,
    alter: [[argon2id, argon2id.replace("32", "16")]],
    meet: isNotLoggedIn,
  },
  {
    name: "PBKDF2 with 5,000 rounds at log-in",
    at: "olive",
    afresh: true,
    alter: [[argon2id, '"type":"pbkdf2_sha256","iterations":5000']],
    meet: isNotLoggedIn,
  },
  {
    name: "a key derivation below the floor at unlocking",
    at: "olive",
    alter: [[argon2id, argon2id.replace("6", "1")]],
    // Weaker than the last one too, which is said first.
    meet: staysLocked("weaker_kdf"),
  },
  {
    name: "a key derivation weaker than the last one, and above the floor",
    at: "olive",
    alter: [[argon2id, argon2id.replace("6", "3")]],
    meet: staysLocked("weaker_kdf"),
  },
  {
    name: "another public key for oneself at unlocking",
    at: "olive",
    alter: [[olive.keys.publicKey, forgeries.publicKey]],
    meet: staysLocked("unexpected"),
  },
  {
    name: "another account's user key",
    at: "olive",
    alter: [[olive.keys.userKeyForAccount, milo.keys.userKeyForAccount]],
    meet: staysLocked("wrong_master_password"),
  },
  {
    name: "a user key of encryption type 0",
    at: "olive",
    alter: [[olive.keys.userKeyForAccount, ofTypeZero(olive.keys.userKeyForAccount)]],
    meet: staysLocked("wrong_master_password"),
  },
  {
    name: "another public key for oneself at a provider's set-up",
    at: "nadia",
    alter: [[nadia.keys.publicKey, forgeries.publicKey]],
    beginsLater: true,
    async meet(person, begin) {
      const { page, say } = person;
      // Unlocked by the true keys first: it is the set-up that must find the key out.
      await openVault(person);
      begin();
      await page.goto(world.setUpLink);
      await page.getByLabel(say("portal.setUp.name"), { exact: true }).fill("Nadia's MSP");
      await page.getByRole("button", { name: say("portal.setUp.submit") }).click();
      await unlock(person);
      await expect(page.getByRole("alert").filter({ hasText: say("refusal.unexpected") })).toBeVisible();
    },
  },
  {
    name: "a flipped byte in the provider's key",
    at: "brett",
    alter: [[world.providerKeyForBrett, flipped(world.providerKeyForBrett)]],
    meet: makesClient,
  },
  {
    name: "an organization's key of encryption type 0",
    at: "brett",
    alter: [[cobalt.organizationKeyForProvider, ofTypeZero(cobalt.organizationKeyForProvider)]],
    meet: (person) => makesCollection(person),
  },
  {
    name: "another provider key, sealed to the person's own public key",
    at: "brett",
    alter: [
      [world.providerKeyForBrett, forgeries.providerKeyForBrett],
      // And with it, clients' keys that it opens.
      [cobalt.organizationKeyForProvider, forgeries.clientKeyForProvider],
      [quartz.organizationKeyForProvider, forgeries.clientKeyForProvider],
    ],
    meet: makesClient,
  },
  {
    name: "a flipped byte in an organization's key",
    at: "olive",
    alter: [[cobalt.organizationKeyForOwner, flipped(cobalt.organizationKeyForOwner)]],
    async meet(person) {
      const { page, say } = person;
      await openVault(person);
      await expect(page.getByRole("row").filter({ hasText: say("vault.broken") })).toHaveCount(2);
    },
  },
  {
    name: "another organization key, sealed to the member's own public key",
    at: "olive",
    alter: [[cobalt.organizationKeyForOwner, forgeries.organizationKeyForOlive]],
    meet: makesLogin,
  },
  {
    name: "another organization key, and a pair of keys that fits it",
    at: "olive",
    alter: [
      [cobalt.organizationKeyForOwner, forgeries.organizationKeyForOlive],
      [cobalt.publicKey, forgeries.organizationPublicKey],
      [cobalt.privateKeyForOrganization, forgeries.privateKeyForOrganization],
    ],
    meet: makesLogin,
  },
  ...[
    { what: "a new collection", meet: (person: Person) => makesCollection(person) },
    { what: "a new login", meet: makesLogin },
    {
      what: "a new collection on a new device",
      afresh: true as const,
      async meet(person: Person) {
        await logIn(person);
        await makesCollection(person, isOpen);
      },
    },
  ].map(
    ({ what, ...how }): Attack => ({
      name: `two clients' organization keys exchanged, and ${what}`,
      at: "brett",
      ...how,
      alter: [
        [cobalt.organizationKeyForProvider, quartz.organizationKeyForProvider],
        [quartz.organizationKeyForProvider, cobalt.organizationKeyForProvider],
      ],
    }),
  ),
];

runAttacks(attacks);
