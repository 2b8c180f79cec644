import { expect, type Person, unlock, unlockPanel } from "../people";
import { choose } from "../prepare";
import { type HostileClient, world } from "./world";

/** What people do and see in more than one attack. */

export async function openVault(person: Person) {
  await person.page.goto("/vault");
  await unlockPanel(person, world.password);
}

/** A collection in the client's console. */
export const showCollection = ({ page }: Person, { id, collection }: HostileClient) =>
  page.goto(`/organizations/${id}/collections/${collection.id}`);

/** The same, where the vault is locked. */
export async function openCollection(person: Person, client: HostileClient) {
  const { page, say } = person;
  await showCollection(person, client);
  await page.getByRole("button", { name: say("collections.unlock"), exact: true }).click();
  await unlock(person);
}

/** The members' page of a client, and the dialog that confirms one of them. */
export async function startConfirming(person: Person, path: string, name: string) {
  const { page, say } = person;
  await page.goto(path);
  await choose(person, "members.list.options", name, "members.act.confirm");
  return page.getByRole("dialog", { name: say("people.confirm.title", { name }) });
}

/** The same, where the vault is locked: it is unlocked before there is anything to compare. */
export async function unlockAndConfirm(person: Person, path: string, name: string) {
  const dialog = await startConfirming(person, path, name);
  await unlock(person);
  return dialog;
}

/** The item's row is marked, and its drawer says each of `sentences`. No text of `hidden` stands anywhere. */
export async function expectDamaged(
  { page, say }: Person,
  { name, sentences, hidden = [] }: { name: string; sentences: string[]; hidden?: (string | null)[] },
) {
  const row = page.getByRole("row").filter({ hasText: name });
  await expect(row).toContainText(say("vault.damage.badge"));
  await row.getByRole("button", { name, exact: true }).click();
  const drawer = page.getByRole("dialog", { name });
  await expect(drawer).toContainText(say("vault.damage.title"));
  for (const sentence of sentences) await expect(drawer).toContainText(sentence);
  for (const text of hidden) if (text) await expect(page.locator("body")).not.toContainText(text);
}

/** A form that was sent is still there, and says why. */
export async function expectRefusedIn({ page, say }: Person, dialogName: string) {
  const dialog = page.getByRole("dialog", { name: dialogName });
  // Names in the dialog that do not open say so by themselves: what counts is that nothing was saved.
  await expect(dialog.getByRole("alert").filter({ hasText: say("ui.form.notSent") })).toBeVisible();
}
