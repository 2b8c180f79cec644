import { type Browser, test as base, expect, type Page } from "@playwright/test";
import { linkMailedTo } from "./mailbox";
import { type Locale, type Say, wordsOf } from "./words";

/** The master password of everybody in the journeys. */
export const masterPassword = "brass key on a paper ring";

/** Somebody at a browser of their own, who reads one language. */
export type Person = { name: string; email: string; locale: Locale; page: Page; say: Say };

type Who = { name: string; email: string; locale?: Locale };

/** Who administers the instance of the journeys. */
export const administrator: Who = { name: "Administrator", email: "administrator@trousseau.example" };

/** The people of the provider that `scripts/journeys/fill.ts` makes: an admin, and a service user. */
export const maya: Who = { name: "Maya Lindqvist", email: "maya@northbeam.example" };
export const claire: Who = { name: "Claire Dubois", email: "claire@northbeam.example", locale: "fr" };

const languages = { en: "en-GB", fr: "fr-FR" };

/**
 * Gives somebody a browser of their own; whoever calls this closes its context. `kept` is the file of what a
 * browser has kept from before.
 */
export async function sitDown(
  browser: Browser,
  { name, email, locale = "en" }: Who,
  kept?: string,
): Promise<Person> {
  const context = await browser.newContext({
    locale: languages[locale],
    permissions: ["clipboard-read", "clipboard-write"],
    ...(kept && { storageState: kept }),
  });
  return { name, email, locale, page: await context.newPage(), say: wordsOf(locale) };
}

/** `as(who)` gives a person a browser; all are closed when the journey ends. */
export const test = base.extend<{ as: (who: Who) => Promise<Person> }>({
  as: async ({ browser }, use) => {
    const people: Person[] = [];
    await use(async (who) => {
      const person = await sitDown(browser, who);
      people.push(person);
      return person;
    });
    for (const { page } of people) await page.context().close();
  },
});

export { expect };

/** Fills the form of a new account, wherever a link has led to it. */
export async function makeAccount({ page, say, name }: Person, password = masterPassword) {
  await page.getByLabel(say("fields.name"), { exact: true }).fill(name);
  await page.getByLabel(say("auth.password.new"), { exact: true }).fill(password);
  await page.getByLabel(say("auth.password.again"), { exact: true }).fill(password);
  await page.getByRole("button", { name: say("auth.register.submit") }).click();
}

/** Makes an account where that is open to anybody. Ends in the empty vault. */
export async function signUp(person: Person, password = masterPassword) {
  const { page, say, email } = person;
  await page.goto("/register");
  await page.getByLabel(say("fields.email")).fill(email);
  await page.getByRole("button", { name: say("auth.register.start") }).click();
  await page.goto(await linkMailedTo(email));
  await makeAccount(person, password);
  await expect(page.getByRole("heading", { name: say("vault.all"), level: 1 })).toBeVisible();
  // The heading is there before the vault is open, and what stands beside it is made anew then.
  await expect(page.getByRole("button", { name: say("vault.new"), exact: true })).toBeVisible();
}

/** Makes the first account of an instance by the link that it printed. */
export async function makeFirstAccount(person: Person, link: string) {
  const { page, say, email } = person;
  await page.goto(link);
  await page.getByLabel(say("fields.email")).fill(email);
  await makeAccount(person);
  await expect(page.getByRole("heading", { name: say("admin.title"), level: 1 })).toBeVisible();
}

/** Proves the master password on the log-in page that is open. */
export async function proveMasterPassword({ page, say, email }: Person, password = masterPassword) {
  await page.getByLabel(say("fields.email")).fill(email);
  await page.getByLabel(say("fields.masterPassword"), { exact: true }).fill(password);
  await page.getByRole("button", { name: say("auth.logIn.submit"), exact: true }).click();
}

export async function logIn(person: Person) {
  await person.page.goto("/log-in");
  await proveMasterPassword(person);
  await person.page.waitForURL((url) => !url.pathname.startsWith("/log-in"));
}

/** Follows the link in the mail and makes an account with it. */
export async function joinAsNewcomer(person: Person, kind: "provider" | "organization") {
  const { page, say, email } = person;
  await page.goto(await linkMailedTo(email));
  await expect(page.getByRole("heading", { name: say(`join.${kind}.title`) })).toBeVisible();
  await page.getByRole("link", { name: say("join.register") }).click();
  await makeAccount(person);
  await page.getByRole("button", { name: say(`join.${kind}.accept`) }).click();
  await expect(page.getByRole("status").filter({ hasText: say("join.accepted.title") })).toBeVisible();
}

/** Gives the master password when the page asks for it in place. */
export async function unlock({ page, say }: Person, password = masterPassword) {
  const dialog = page.getByRole("dialog", { name: say("common.vault.dialogTitle") });
  await dialog.getByLabel(say("common.vault.masterPassword"), { exact: true }).fill(password);
  await dialog.getByRole("button", { name: say("common.vault.unlock") }).click();
}

/** Locks an open vault by hand, from any page with the account's menu. */
export async function lockVault({ page, say, name }: Person) {
  await page.getByRole("button", { name: say("ui.account.menu", { name }) }).click();
  await page.getByRole("menuitem", { name: say("ui.account.lock"), exact: true }).click();
}

/** Gives the master password where unlocking is the whole page. */
export async function unlockPanel({ page, say }: Person, password = masterPassword) {
  await page.getByLabel(say("common.vault.masterPassword"), { exact: true }).fill(password);
  await page.getByRole("button", { name: say("common.vault.unlock") }).click();
}
