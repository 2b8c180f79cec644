import { linkMailedTo } from "./mailbox";
import { administrator, expect, joinAsNewcomer, logIn, makeAccount, type Person } from "./people";

/** What has to be so before a journey begins, where the journey is not about it. */

type Client = { name: string; owner: string; seats: number; plan?: "enterprise" };

/** The administrator at work: signed in, at the list of providers. */
export async function signInAdministrator(as: (who: typeof administrator) => Promise<Person>) {
  const admin = await as(administrator);
  await logIn(admin);
  return admin;
}

export async function inviteProvider({ page, say }: Person, owner: string) {
  await page
    .getByRole("button", { name: say("admin.invite") })
    .first()
    .click();
  const dialog = page.getByRole("dialog", { name: say("admin.dialog.title") });
  await dialog.getByLabel(say("admin.dialog.email")).fill(owner);
  await dialog.getByLabel(say("admin.dialog.teams")).fill("75");
  await dialog.getByRole("button", { name: say("admin.dialog.send") }).click();
  await expect(dialog).toBeHidden();
}

/** An account made from the mailed link, and the provider's key in its browser. Ends on the clients' page. */
export async function setUpProvider(owner: Person, provider: string) {
  const { page, say } = owner;
  await page.goto(await linkMailedTo(owner.email));
  await page.getByRole("link", { name: say("portal.setUp.register") }).click();
  await makeAccount(owner);
  await nameProvider(owner, provider);
}

/** A provider from its invitation to its owner at the clients' page. Answers the administrator, who is signed in. */
export async function openProvider(
  as: (who: typeof administrator) => Promise<Person>,
  owner: Person,
  provider: string,
) {
  const admin = await signInAdministrator(as);
  await inviteProvider(admin, owner.email);
  await setUpProvider(owner, provider);
  return admin;
}

/** The set-up form, filled and sent, and from the overview that it leads to on to the clients. */
export async function nameProvider(person: Person, provider: string) {
  const { page, say } = person;
  await page.getByLabel(say("portal.setUp.name"), { exact: true }).fill(provider);
  await page.getByRole("button", { name: say("portal.setUp.submit") }).click();
  await expect(page.getByRole("heading", { name: say("portal.overview.title"), level: 1 })).toBeVisible();
  await goTo(person, "portal.nav.clients");
}

/** Follows an entry of the side bar. */
export async function goTo({ page, say }: Person, entry: string) {
  await page
    .getByRole("navigation")
    .getByRole("link", { name: say(entry) })
    .click();
  await expect(page.getByRole("heading", { name: say(entry), level: 1 })).toBeVisible();
}

/** Opens the dialog that invites into the provider's team, from any page of the portal. */
export async function startInviting(by: Person) {
  const { page, say } = by;
  await goTo(by, "portal.nav.members");
  await page.getByRole("button", { name: say("members.invite") }).click();
  return page.getByRole("dialog", { name: say("members.inviteDialog.title") });
}

export async function inviteToTeam(by: Person, email: string) {
  const { say } = by;
  const dialog = await startInviting(by);
  await dialog.getByLabel(say("people.addresses.label")).fill(email);
  await dialog.getByRole("button", { name: say("members.inviteDialog.send", { count: 1 }) }).click();
  await expect(dialog).toBeHidden();
}

/** The menu of a row, and one of its entries. */
export async function choose({ page, say }: Person, menu: string, name: string, entry: string) {
  const opener = page.getByRole("button", { name: say(menu, { name }), exact: true });
  const chosen = page.getByRole("menuitem", { name: say(entry), exact: true });
  // A click on a page whose scripts have just arrived opens nothing: a person clicks again.
  await expect(async () => {
    if (!(await chosen.isVisible())) {
      // A menu that was opened before its row had changed is closed first: it covers what opens it.
      await page.keyboard.press("Escape");
      await opener.click();
    }
    await expect(chosen).toBeVisible({ timeout: 3000 });
  }).toPass();
  await chosen.click();
}

/** Opens the form of a new item. `opener` is the button of the page: that of the vault, or of a collection. */
export async function newItem({ page, say }: Pick<Person, "page" | "say">, opener: string, type = "login") {
  const entry = page.getByRole("menuitem", { name: say(`vault.types.${type}`), exact: true });
  const button = page.getByRole("button", { name: say(opener), exact: true }).first();
  // A click on a page whose scripts have just arrived opens nothing: a person clicks again.
  await expect(async () => {
    if (!(await entry.isVisible())) await button.click();
    await expect(entry).toBeVisible({ timeout: 3000 });
  }).toPass();
  await entry.click();
  return page.getByRole("dialog", { name: say("vault.form.new", { kind: type }) });
}

/** Makes a collection that these people have, from the page of an organization's collections. */
export async function newCollection({ page, say }: Person, called: string, holders: readonly Person[]) {
  await page.getByRole("button", { name: say("collections.new") }).click();
  const dialog = page.getByRole("dialog", { name: say("collections.dialog.title") });
  await dialog.getByLabel(say("collections.dialog.name"), { exact: true }).fill(called);
  const holder = dialog.getByLabel(say("collections.access.addHolder"));
  // A click on something that is still moving is lost: a person clicks again.
  await expect(async () => {
    await dialog.getByRole("tab", { name: say("collections.dialog.access") }).click();
    await expect(holder).toBeVisible({ timeout: 3000 });
  }).toPass();
  for (const { name, email } of holders) await holder.selectOption({ label: `${name} · ${email}` });
  await dialog.getByRole("button", { name: say("collections.dialog.create") }).click();
  await expect(dialog).toBeHidden();
}

/** In the dialog that hands a key over: says that the phrase was compared, and confirms. */
export async function compare({ page, say }: Person, { name }: Person) {
  const dialog = page.getByRole("dialog", { name: say("people.confirm.title", { name }) });
  const confirm = dialog.getByRole("button", { name: say("people.confirm.action") });
  await expect(confirm).toBeDisabled();
  await dialog.getByLabel(say("people.confirm.compared")).check();
  await confirm.click();
}

/** Seals the provider's key for somebody who has accepted. The vault of `by` is unlocked. */
export async function confirmInTeam(by: Person, whom: Person) {
  const { page, say } = by;
  await choose(by, "members.list.options", whom.name, "members.act.confirm");
  await compare(by, whom);
  const row = page.getByRole("row").filter({ hasText: whom.email });
  await expect(row).not.toContainText(say("members.status.accepted"));
}

/** The empty form of a new client, from the clients' page. */
export async function startClient({ page, say }: Person) {
  await page
    .getByRole("button", { name: say("clients.add.label") })
    .first()
    .click();
  await page.getByRole("menuitem", { name: say("clients.newClient") }).click();
  return page.getByRole("dialog", { name: say("clients.newClient") });
}

/** Types a new client's facts into the form that `startClient` opened. */
export async function describeClient({ page, say }: Person, { name, owner, seats }: Client) {
  const dialog = page.getByRole("dialog", { name: say("clients.newClient") });
  await dialog.getByLabel(say("clients.newDialog.name")).fill(name);
  await dialog.getByLabel(say("clients.newDialog.owner")).fill(owner);
  await dialog.getByLabel(say("clients.newDialog.seats"), { exact: true }).fill(String(seats));
}

/** Makes a client, from the clients' page. The vault of `by` is unlocked. */
export async function makeClient(by: Person, client: Client) {
  const dialog = await startClient(by);
  if (client.plan) await dialog.getByRole("radio", { name: by.say(`clients.plans.${client.plan}`) }).check();
  await describeClient(by, client);
  await dialog.getByRole("button", { name: by.say("clients.newDialog.submit") }).click();
  await expect(dialog).toBeHidden();
}

/** Makes a tag for clients, from their page. The vault of `by` is unlocked. */
export async function makeTag({ page, say }: Person, name: string) {
  await page.getByRole("button", { name: say("clients.more"), exact: true }).click();
  await page.getByRole("menuitem", { name: say("clients.tags.manage") }).click();
  const dialog = page.getByRole("dialog", { name: say("clients.tags.title"), exact: true });
  await dialog.getByRole("button", { name: say("clients.tags.new") }).click();
  await dialog.getByLabel(say("clients.tags.name"), { exact: true }).fill(name);
  await dialog.getByRole("button", { name: say("clients.tags.make") }).click();
  await expect(dialog.getByRole("listitem").filter({ hasText: name })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
}

/** Saves a client as a blueprint, from the page of blueprints. The vault of `by` is unlocked. */
export async function saveBlueprint(by: Person, { client, name }: { client: string; name: string }) {
  const { page, say } = by;
  await goTo(by, "portal.nav.blueprints");
  await page.getByRole("button", { name: say("blueprints.new") }).click();
  const dialog = page.getByRole("dialog", { name: say("blueprints.new") });
  await dialog.getByRole("button", { name: client, exact: true }).click();
  await dialog.getByLabel(say("blueprints.save.name"), { exact: true }).fill(name);
  await dialog.getByRole("button", { name: say("blueprints.save.submit") }).click();
  await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
}

/** Ticks clients in their list. */
export async function select({ page, say }: Person, clients: readonly string[]) {
  for (const name of clients)
    await page.getByRole("checkbox", { name: say("clients.list.select", { name }) }).check();
}

/** Gives several clients a tag, from their page, and comes to what became of each. */
export async function giveTag(by: Person, clients: readonly string[], tag: string) {
  const { page, say } = by;
  await select(by, clients);
  const bar = page.getByRole("region", { name: say("clients.bulk.label") });
  await bar.getByRole("button", { name: say("clients.bulk.tags") }).click();
  const dialog = page.getByRole("dialog", {
    name: say("clients.bulk.tagsDialog.title", { count: clients.length }),
  });
  await dialog.getByLabel(say("clients.bulk.tagsDialog.tag"), { exact: true }).selectOption({ label: tag });
  await dialog.getByRole("button", { name: say("clients.bulk.tagsDialog.giveAction") }).click();
  await expect(page.getByRole("heading", { name: say("clients.jobs.one"), level: 1 })).toBeVisible();
}

/** Begins to apply a blueprint to several clients, from their page, and comes to what becomes of each. */
export async function applyToAll(by: Person, clients: readonly string[], blueprint: string) {
  const { page, say } = by;
  await select(by, clients);
  const bar = page.getByRole("region", { name: say("clients.bulk.label") });
  await bar.getByRole("button", { name: say("clients.bulk.blueprint") }).click();
  const about = { count: clients.length };
  const dialog = page.getByRole("dialog", { name: say("clients.bulk.blueprintDialog.title", about) });
  await dialog
    .getByLabel(say("clients.bulk.blueprintDialog.blueprint"), { exact: true })
    .selectOption({ label: blueprint });
  await dialog.getByRole("button", { name: say("clients.bulk.blueprintDialog.action", about) }).click();
  await expect(page.getByRole("heading", { name: say("clients.jobs.one"), level: 1 })).toBeVisible();
}

type Preset = { kind: "department" | "function"; collections: string[]; groups?: string[] };

/** In the dialog of presets, which is open: takes these names instead of those proposed, and makes them. */
export async function makeFromPreset({ page, say }: Person, { kind, collections, groups = [] }: Preset) {
  const dialog = page.getByRole("dialog", { name: say("collections.presets.title") });
  await dialog.getByRole("radio", { name: say(`collections.presets.${kind}`) }).check();
  await dialog
    .getByRole("textbox", { name: say("collections.presets.collections") })
    .fill(collections.join("\n"));
  if (kind === "function")
    await dialog.getByRole("textbox", { name: say("collections.presets.groups") }).fill(groups.join("\n"));
  await dialog
    .getByRole("button", {
      name: say("collections.presets.action", {
        count: collections.length,
      }),
    })
    .click();
  await expect(dialog).toBeHidden();
  for (const name of collections) await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
}

/** Opens the step of setting up that is to be done, from the overview of a console. */
export async function takeStep(person: Person, step: string) {
  await goTo(person, "console.overview");
  await person.page.getByRole("link", { name: person.say(`console.setUp.${step}Act`) }).click();
}

/** In the matrix, which is open: what groups may do in collections, saved at once. */
export async function fillMatrix(
  { page, say }: Person,
  cells: { group: string; collection: string; permission: string }[],
) {
  for (const { group, collection, permission } of cells) {
    const name = say("groups.matrix.cell", { group, collection });
    // The list of a cell is there once somebody has come to the cell.
    await page.getByRole("gridcell", { name }).focus();
    await page.getByRole("combobox", { name }).selectOption(say(`collections.permissions.${permission}`));
  }
  const count = cells.length;
  await page.getByRole("button", { name: say("groups.matrix.save", { count }) }).click();
  await expect(page.getByText(say("groups.matrix.saved", { count }))).toBeVisible();
}

/** Seals the organization's key for somebody who has accepted. The vault of `by` is unlocked. */
export async function confirmInConsole(by: Person, whom: Person) {
  const { page, say } = by;
  await choose(by, "members.list.options", whom.name, "members.act.confirm");
  await compare(by, whom);
  const row = page.getByRole("row").filter({ hasText: whom.email });
  await expect(row).not.toContainText(say("members.status.accepted"));
}

/** Invites somebody into an organization, from the members' page of its console. */
export async function inviteToOrganization({ page, say }: Person, email: string) {
  await page.getByRole("button", { name: say("members.invite") }).click();
  const dialog = page.getByRole("dialog", { name: say("members.inviteDialog.title") });
  await dialog.getByLabel(say("people.addresses.label")).fill(email);
  await dialog.getByRole("button", { name: say("members.inviteDialog.send", { count: 1 }) }).click();
  await expect(dialog).toBeHidden();
}

/**
 * A client with its owner and, if named, a member, both newcomers and confirmed by the provider. `by` begins at the
 * clients' page with an open vault, and ends in a visit, at the members.
 *
 * @returns the path of its console.
 */
export async function aClientWith(
  by: Person,
  { owner, member, ...facts }: { name: string; owner: Person; member?: Person; plan?: "enterprise" },
): Promise<string> {
  const { page, say } = by;
  await makeClient(by, { ...facts, owner: owner.email, seats: 5 });
  await joinAsNewcomer(owner, "organization");
  await page.getByRole("link", { name: facts.name, exact: true }).click();
  await expect(page.getByRole("button", { name: say("visits.leave") })).toBeVisible();
  const home = new URL(page.url()).pathname.split("/").slice(0, 3).join("/");
  await goTo(by, "console.members");
  await page.reload();
  await confirmInConsole(by, owner);
  if (!member) return home;
  await inviteToOrganization(by, member.email);
  await joinAsNewcomer(member, "organization");
  await page.reload();
  await confirmInConsole(by, member);
  return home;
}
