import { inspect } from "./inspect";
import { linkMailedTo } from "./mailbox";
import { expect, joinAsNewcomer, lockVault, makeAccount, masterPassword, type Person, test } from "./people";
import {
  choose,
  confirmInConsole,
  describeClient,
  giveTag,
  goTo,
  inviteProvider,
  inviteToTeam,
  makeTag,
  nameProvider,
  newItem,
  setUpProvider,
  signInAdministrator,
  startClient,
  startInviting,
} from "./prepare";

test.describe.configure({ mode: "parallel" });

const heading = ({ page, say }: Person, key: string) =>
  page.getByRole("heading", { name: say(key), level: 1 });

/** Closes what floats, and expects the focus where it was. */
async function escapeTo({ page }: Person, opener: string) {
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("button", { name: opener, exact: true }).first()).toBeFocused();
}

for (const locale of ["en", "fr"] as const)
  test(`screens for everybody, in ${locale}`, async ({ as }) => {
    const visitor = await as({ name: "Visitor", email: "visitor.screens@nobody.example", locale });
    const { page } = visitor;
    await page.goto("/log-in");
    await inspect(visitor, "log in");
    await page.goto("/register");
    await inspect(visitor, "create account");
    await page.goto("/setup");
    await inspect(visitor, "first account without its link");
    await page.goto("/invite/nothing");
    await inspect(visitor, "a link that is not one");
    expect((await page.goto("/nothing-here"))?.status()).toBe(404);
    await expect(heading(visitor, "errors.notFound.title")).toBeVisible();
    await inspect(visitor, "nothing here");
  });

// Of the people behind log-in some read English and some French, so that both are looked at in one walk.
test("screens of the administration and of a provider", async ({ as }) => {
  test.setTimeout(300_000);
  const admin = await signInAdministrator(as);
  const brett = await as({ name: "Brett Warden", email: "brett.screens@provider.example", locale: "fr" });
  const betty = await as({ name: "Betty Warden", email: "betty.screens@provider.example" });
  const { page, say } = brett;

  await page.goto("/log-in");
  await admin.page
    .getByRole("button", { name: admin.say("admin.invite") })
    .first()
    .click();
  await inspect(admin, "invite a provider");
  await escapeTo(admin, admin.say("admin.invite"));
  await inviteProvider(admin, brett.email);
  await inspect(admin, "providers");
  await choose(admin, "admin.list.options", brett.email, "admin.list.correct");
  await inspect(admin, "change an invitation");
  await admin.page.keyboard.press("Escape");
  const link = await linkMailedTo(brett.email);
  await admin.page.goto("/admin/mail");
  await inspect(admin, "mails");
  await admin.page.getByRole("row").filter({ hasText: brett.email }).getByRole("link").first().click();
  await expect(admin.page.getByRole("link", { name: admin.say("mail.page.back") })).toBeVisible();
  await inspect(admin, "one mail");

  await page.goto(link);
  await inspect(brett, "set up a provider, signed out");
  await page.getByRole("link", { name: say("portal.setUp.register") }).click();
  await expect(heading(brett, "auth.register.title")).toBeVisible();
  await inspect(brett, "create account by a link");
  await makeAccount(brett);
  await expect(page.getByLabel(say("portal.setUp.name"), { exact: true })).toBeVisible();
  await inspect(brett, "set up a provider");
  await nameProvider(brett, "My Provider of screens");
  await inspect(brett, "no clients yet");

  const client = await startClient(brett);
  await inspect(brett, "new client");
  await describeClient(brett, { name: "A client", owner: "owner.screens@client.example", seats: 5 });
  await client.getByRole("button", { name: say("clients.newDialog.submit") }).click();
  await expect(page.getByRole("link", { name: "A client" })).toBeVisible();
  await inspect(brett, "clients");
  await page.keyboard.press("ControlOrMeta+k");
  await expect(page.getByRole("option", { name: "A client" })).toBeVisible();
  await inspect(brett, "the switcher");
  await page.keyboard.press("Escape");
  await makeTag(brett, "Gold");
  await giveTag(brett, ["A client"], "Gold");
  await inspect(brett, "a bulk change");
  await page.getByRole("link", { name: say("clients.jobs.toClients") }).click();
  await expect(heading(brett, "clients.title")).toBeVisible();

  await startInviting(brett);
  await inspect(brett, "invite members");
  await escapeTo(brett, say("members.invite"));
  await inviteToTeam(brett, betty.email);
  await betty.page.goto(await linkMailedTo(betty.email));
  await inspect(betty, "join a provider");
  await joinAsNewcomer(betty, "provider");
  await inspect(betty, "joined, to be confirmed");
  await inviteToTeam(brett, "later.screens@provider.example");
  await page.reload();
  await expect(page.getByText(say("members.callout.title"), { exact: true })).toBeVisible();
  await inspect(brett, "members");
  const confirm = say("members.callout.action", { count: 1 });
  await page.getByRole("button", { name: confirm }).click();
  await expect(page.getByLabel(say("people.confirm.compared"))).toBeVisible();
  await inspect(brett, "confirm a member");
  await escapeTo(brett, confirm);

  for (const entry of ["overview", "events", "subscription", "history", "settings"]) {
    await goTo(brett, `portal.nav.${entry}`);
    await inspect(brett, entry);
  }
  await page.goto("/account");
  await inspect(brett, "account");
});

test("screens of a client and of a vault", async ({ as }) => {
  test.setTimeout(300_000);
  const admin = await signInAdministrator(as);
  const brett = await as({ name: "Brett Warden", email: "brett.consoles@provider.example" });
  const owner = await as({ name: "Client Owner", email: "owner.consoles@client.example", locale: "fr" });
  const { page, say } = brett;
  await inviteProvider(admin, brett.email);
  await setUpProvider(brett, "My Provider of consoles");
  const client = await startClient(brett);
  await describeClient(brett, { name: "Our client", owner: owner.email, seats: 5 });
  await client.getByRole("button", { name: say("clients.newDialog.submit") }).click();
  await page.getByRole("link", { name: "Our client" }).click();
  await expect(heading(brett, "console.overview")).toBeVisible();
  await inspect(brett, "the overview of a client");
  await goTo(brett, "console.collections");

  await page.getByRole("button", { name: say("collections.new") }).click();
  await inspect(brett, "new collection");
  const collection = page.getByRole("dialog", { name: say("collections.dialog.title") });
  await collection.getByLabel(say("collections.dialog.name"), { exact: true }).fill("Socials");
  await collection.getByRole("button", { name: say("collections.dialog.create") }).click();
  await expect(page.getByRole("link", { name: "Socials" })).toBeVisible();
  await inspect(brett, "collections");
  await page.getByRole("link", { name: "Socials" }).click();
  await expect(page.getByRole("heading", { name: "Socials", level: 1 })).toBeVisible();
  await inspect(brett, "an empty collection");
  const item = await newItem(brett, "collections.item.new");
  await inspect(brett, "new item");
  await item.getByLabel(say("vault.form.name"), { exact: true }).fill("Shared Login");
  await item.getByLabel(say("vault.parts.username")).fill("username");
  await item.getByRole("button", { name: say("vault.form.save") }).click();
  await page.getByRole("button", { name: "Shared Login", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "Shared Login", exact: true })).toBeVisible();
  await inspect(brett, "items with one in the drawer");
  await page.keyboard.press("Escape");

  await joinAsNewcomer(owner, "organization");
  await goTo(brett, "console.members");
  await page.reload();
  await inspect(brett, "members of a client");
  await confirmInConsole(brett, owner);
  await page.getByRole("button", { name: say("members.invite") }).click();
  await inspect(brett, "invite members of a client");
  await escapeTo(brett, say("members.invite"));
  await goTo(brett, "console.events");
  await inspect(brett, "events of a client");

  await owner.page.goto("/vault");
  await expect(owner.page.getByRole("button", { name: owner.say("vault.new"), exact: true })).toBeVisible();
  await lockVault(owner);
  const password = owner.page.getByLabel(owner.say("common.vault.masterPassword"), { exact: true });
  await expect(password).toBeVisible();
  await inspect(owner, "a locked vault");
  await password.fill(masterPassword);
  await owner.page.getByRole("button", { name: owner.say("common.vault.unlock") }).click();
  const login = await newItem(owner, "vault.new");
  await inspect(owner, "new login");
  await login.getByLabel(owner.say("vault.form.name"), { exact: true }).fill("Personal Login");
  await login.getByLabel(new RegExp(`^${owner.say("vault.parts.password")}`)).fill("kV7#mQ2p-Lr9xT!we");
  await login.getByRole("button", { name: owner.say("vault.form.save") }).click();
  await owner.page.getByRole("button", { name: "Personal Login", exact: true }).click();
  await owner.page
    .getByRole("button", {
      name: owner.say("vault.item.reveal", { part: owner.say("vault.parts.password") }),
    })
    .click();
  await inspect(owner, "a vault with an item in the drawer");
  await escapeTo(owner, "Personal Login");
  await inspect(owner, "an open vault");
});
