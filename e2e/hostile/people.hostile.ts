import { expect, type Person, unlock } from "../people";
import { unlockAndConfirm } from "./acts";
import { type Attack, runAttacks } from "./attack";
import { type HostileAccount, world } from "./world";

const { mia, tess, milo, olive } = world.people;
const consoleOf = (id: string) => `/organizations/${id}/members`;
const team = `/providers/${world.providerId}/members`;

/** The phrase that stands there is the wrong key's, and nothing is confirmed before somebody compares it. */
async function meetsTheWrongPhrase(person: Person, path: string, whom: HostileAccount) {
  const { say } = person;
  const dialog = await unlockAndConfirm(person, path, whom.name);
  const shown = dialog.getByRole("region", { name: say("people.confirm.fingerprint", { name: whom.name }) });
  await expect(shown).toContainText(whom.phraseOfForgery);
  await expect(shown).not.toContainText(whom.phrase);
  await expect(dialog.getByText(say("people.confirm.known"))).toHaveCount(0);
  await expect(dialog.getByLabel(say("people.confirm.compared"))).not.toBeChecked();
  await expect(dialog.getByRole("button", { name: say("people.confirm.action") })).toBeDisabled();
}

const attacks: Attack[] = [
  {
    name: "another key for a member at confirmation in the team",
    at: "brett",
    alter: [[tess.keys.publicKey, world.forgeries.publicKey]],
    meet: (person) => meetsTheWrongPhrase(person, team, tess),
  },
  {
    name: "another key for a member whose true key was compared before",
    at: "brett",
    alter: [[mia.keys.publicKey, world.forgeries.publicKey]],
    meet: (person) => meetsTheWrongPhrase(person, consoleOf(world.cobalt.id), mia),
  },
  {
    name: "another key for a member at confirmation in a client",
    at: "olive",
    alter: [[mia.keys.publicKey, world.forgeries.publicKey]],
    meet: (person) => meetsTheWrongPhrase(person, consoleOf(world.cobalt.id), mia),
  },
  {
    name: "something that is no key for a member at confirmation",
    at: "olive",
    alter: [[mia.keys.publicKey, "A".repeat(mia.keys.publicKey.length)]],
    async meet(person) {
      const dialog = await unlockAndConfirm(person, consoleOf(world.cobalt.id), mia.name);
      await expect(dialog).toContainText(person.say("refusal.unexpected"));
      await expect(dialog.getByRole("button", { name: person.say("people.confirm.action") })).toHaveCount(0);
    },
  },
  {
    name: "a public key that changes between showing and confirming",
    at: "brett",
    // The key that is shown is not the attacker's: it stands for one that was Tess's when it was compared.
    alter: [[tess.keys.publicKey, milo.keys.publicKey]],
    seals: true,
    async meet(person) {
      const { page, say } = person;
      const dialog = await unlockAndConfirm(person, team, tess.name);
      await dialog.getByLabel(say("people.confirm.compared")).check();
      await dialog.getByRole("button", { name: say("people.confirm.action") }).click();
      await expect(dialog).toContainText(say("refusal.public_key_changed"));
      await page.reload();
      await expect(page.getByRole("row").filter({ hasText: tess.email })).toContainText(
        say("members.status.accepted"),
      );
    },
  },
  {
    name: "one's own phrase worked out from another key",
    at: "olive",
    alter: [[olive.keys.publicKey, world.forgeries.publicKey]],
    beginsLater: true,
    async meet(person, begin) {
      const { page, say } = person;
      await page.goto("/account");
      await page.getByRole("button", { name: say("account.fingerprint.show") }).click();
      await expect(page.getByRole("dialog", { name: say("common.vault.dialogTitle") })).toBeVisible();
      // The keys that unlock are asked for with the dialog: from here on, others are answered.
      await expect(page.getByText(say("common.vault.dialogText", { email: olive.email }))).toBeVisible();
      begin();
      await unlock(person);
      await expect(page.getByText(olive.phrase)).toBeVisible();
    },
  },
];

runAttacks(attacks);
