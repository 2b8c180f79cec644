import { inspect } from "./inspect";
import { expect, joinAsNewcomer, type Person, test } from "./people";
import {
  applyToAll,
  confirmInConsole,
  confirmInTeam,
  describeClient,
  fillMatrix,
  goTo,
  inviteToTeam,
  makeClient,
  makeFromPreset,
  openProvider,
  saveBlueprint,
  startClient,
  takeStep,
} from "./prepare";

/** The owner says how far the provider is let in. */
async function letIn({ page, say }: Person, access: "manage_without_items" | "closed") {
  await page.getByRole("radio", { name: say(`console.settingsPage.access.${access}`) }).check();
  await page.getByRole("button", { name: say("console.settingsPage.access.save") }).click();
  if (access === "closed")
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: say("console.settingsPage.access.close.confirm") })
      .click();
  await expect(page.getByText(say("console.settingsPage.access.saved")).first()).toBeVisible();
}

test("a technician sets a client up, and feels it when the owner narrows the access", {
  tag: "@long",
}, async ({ as }) => {
  test.setTimeout(240_000);
  const brett = await as({ name: "Brett Field", email: "brett@field.example" });
  const tess = await as({ name: "Tess Field", email: "tess@field.example" });
  const owner = await as({ name: "Odile Field", email: "odile@field.example", locale: "fr" });
  const client = "Field & Sons";
  let home = "";

  await test.step("a technician of the team, and a client", async () => {
    await openProvider(as, brett, "Field Provider");
    await makeClient(brett, { name: client, owner: owner.email, seats: 5 });
    await inviteToTeam(brett, tess.email);
    await joinAsNewcomer(tess, "provider");
    await brett.page.reload();
    await confirmInTeam(brett, tess);
  });

  await test.step("the technician opens the client, and sees how far it is let in", async () => {
    const { page, say } = tess;
    await page.goto("/");
    await goTo(tess, "portal.nav.clients");
    await page.getByRole("link", { name: client, exact: true }).click();
    await expect(page.getByRole("button", { name: say("visits.leave") })).toBeVisible();
    home = new URL(page.url()).pathname.split("/").slice(0, 3).join("/");
    await expect(page.getByText(say("console.overviewPage.full"), { exact: true })).toBeVisible();
    await expect(page.getByRole("table")).toHaveCount(0);
    await inspect(tess, "the overview of a client, for its provider");
  });

  await test.step("collections by department, from a preset", async () => {
    await takeStep(tess, "collections");
    await makeFromPreset(tess, { kind: "department", collections: ["Sales", "IT"] });
  });

  await test.step("a group, and what it may do", async () => {
    const { page, say } = tess;
    await takeStep(tess, "groups");
    await page.getByRole("button", { name: say("groups.new") }).click();
    const dialog = page.getByRole("dialog", { name: say("groups.nameDialog.title") });
    await dialog.getByLabel(say("groups.nameDialog.name"), { exact: true }).fill("Sales people");
    await dialog.getByRole("button", { name: say("groups.nameDialog.create") }).click();
    await page.getByRole("link", { name: say("groups.matrixLink") }).click();
    await fillMatrix(tess, [{ group: "Sales people", collection: "Sales", permission: "manage" }]);
  });

  await test.step("an admin saves the client as a blueprint, and makes another one by it", async () => {
    const { page, say } = brett;
    await saveBlueprint(brett, { client, name: "Standard" });
    await goTo(brett, "portal.nav.clients");
    const dialog = await startClient(brett);
    await describeClient(brett, { name: "Second Field", owner: "second@field.example", seats: 5 });
    await dialog.getByLabel(say("blueprints.choice.label")).selectOption({ label: "Standard" });
    await dialog.getByRole("button", { name: say("clients.newDialog.submit") }).click();
    const about = { name: "Standard", client: "Second Field" };
    await expect(page.getByRole("heading", { name: say("blueprints.applying.title", about) })).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: "Sales people" })).toBeVisible();
    await inspect(brett, "what a blueprint would make");
    await page.getByRole("button", { name: say("blueprints.applying.apply"), exact: true }).click();
    await expect(page.getByRole("heading", { name: say("blueprints.applying.done", about) })).toBeVisible();
    await page.reload();
    const all = say("blueprints.applying.nothing", about);
    await expect(page.getByText(all)).toBeVisible();
    await page.getByRole("button", { name: say("blueprints.applying.leave") }).click();
    await page.getByRole("link", { name: "Standard", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Standard", exact: true })).toBeVisible();
    await inspect(brett, "a blueprint");
  });

  await test.step("a member is invited, and the owner confirmed", async () => {
    const { page, say } = tess;
    await takeStep(tess, "invite");
    const dialog = page.getByRole("dialog", { name: say("members.inviteDialog.title") });
    await dialog.getByLabel(say("people.addresses.label")).fill("member@field.example");
    await dialog.getByRole("button", { name: say("members.inviteDialog.send", { count: 1 }) }).click();
    await expect(dialog).toBeHidden();
    await joinAsNewcomer(owner, "organization");
    await page.reload();
    await confirmInConsole(tess, owner);
  });

  await test.step("without items, collections lead nowhere from the next click on", async () => {
    await owner.page.goto(`${home}/settings`);
    await letIn(owner, "manage_without_items");
    const { page, say } = tess;
    await goTo(tess, "console.collections");
    await expect(page.getByRole("cell", { name: "Sales", exact: true })).toBeVisible();
    await expect(page.getByRole("link", { name: "Sales", exact: true })).toHaveCount(0);
    await goTo(tess, "console.overview");
    await expect(page.getByText(say("console.overviewPage.withoutItems"), { exact: true })).toBeVisible();
  });

  await test.step("and behind a closed door there is nothing", async () => {
    await letIn(owner, "closed");
    const { page, say } = tess;
    await page
      .getByRole("navigation")
      .getByRole("link", { name: say("console.groups") })
      .click();
    await expect(
      page.getByRole("heading", { name: say("visits.provider_access_closed.title") }),
    ).toBeVisible();
  });

  await test.step("a blueprint for both clients says that one is closed, after a reload too", async () => {
    const { page, say } = brett;
    await goTo(brett, "portal.nav.clients");
    await applyToAll(brett, [client, "Second Field"], "Standard");
    const row = (name: string) => page.getByRole("row").filter({ hasText: name });
    const closed = say("clients.jobs.refusals.provider_access_closed");
    const nothing = say("clients.jobs.nothingToDo");
    await expect(row(client)).toContainText(closed);
    await expect(row("Second Field")).toContainText(nothing);
    await page.reload();
    await expect(row(client)).toContainText(closed);
    await expect(row("Second Field")).toContainText(nothing);
    await inspect(brett, "what became of a blueprint for several clients");
  });

  await test.step("the owner sees what the provider did", async () => {
    const { page, say } = owner;
    await goTo(owner, "console.visits");
    const visit = page.getByRole("row").filter({ hasText: tess.email });
    await expect(visit).toBeVisible();
    await expect(visit).not.toContainText(say("console.visitsPage.open"));
    await inspect(owner, "visits of the provider");
  });
});
