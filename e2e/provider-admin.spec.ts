import type { Locator } from "@playwright/test";
import { expect, joinAsNewcomer, logIn, maya, type Person, test } from "./people";
import { choose, confirmInTeam, goTo, makeClient, startInviting } from "./prepare";

const client = "Dune Coffee Roasters";
const own = "Northbeam Books";

/** Saves the file that a link leads to. */
async function download({ page }: Person, link: Locator): Promise<Buffer> {
  const saved = page.waitForEvent("download");
  await link.click();
  const stream = await (await saved).createReadStream();
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

test("the working week of a provider admin", { tag: "@long" }, async ({ as }) => {
  test.setTimeout(300_000);
  const admin = await as(maya);
  const jonas = await as({ name: "Jonas Weber", email: "jonas.week@northbeam.example" });
  const { page, say } = admin;
  await logIn(admin);
  const row = (text: string) => page.getByRole("row").filter({ hasText: text });

  await test.step("Monday: the overview, and two people are invited", async () => {
    await expect(page.getByRole("heading", { name: say("portal.nav.overview"), level: 1 })).toBeVisible();
    const dialog = await startInviting(admin);
    await dialog
      .getByLabel(say("people.addresses.label"))
      .fill(`${jonas.email}, later.week@northbeam.example`);
    await dialog.getByRole("button", { name: say("members.inviteDialog.send", { count: 2 }) }).click();
    await expect(dialog).toBeHidden();
    await expect(row("later.week@northbeam.example")).toContainText(say("members.status.invited"));
  });

  await test.step("Tuesday: one has come, and is confirmed", async () => {
    await joinAsNewcomer(jonas, "provider");
    await page.reload();
    await confirmInTeam(admin, jonas);
  });

  await test.step("Wednesday: a client is made, and an organization of one's own is added", async () => {
    await goTo(admin, "portal.nav.clients");
    const clients = page.url();
    await makeClient(admin, { name: client, owner: "owner.week@dune.example", seats: 5 });
    await page.goto("/vault");
    await page.getByRole("button", { name: say("organizations.new.title") }).click();
    const making = page.getByRole("dialog", { name: say("organizations.new.title") });
    await making.getByLabel(say("organizations.new.name")).fill(own);
    await making.getByLabel(say("organizations.new.seats"), { exact: true }).fill("3");
    await making.getByRole("button", { name: say("organizations.new.submit") }).click();
    await expect(page).toHaveURL(/\/organizations\//);
    await page.goto(clients);
    await page
      .getByRole("button", { name: say("clients.add.label") })
      .first()
      .click();
    await page.getByRole("menuitem", { name: say("clients.existing.title") }).click();
    const adding = page.getByRole("dialog", { name: say("clients.existing.title") });
    await adding.getByRole("button", { name: say("clients.existing.nextWith", { name: own }) }).click();
    await adding.getByRole("button", { name: say("clients.existing.submit") }).click();
    await expect(adding).toBeHidden();
    await expect(row(own)).toBeVisible();
  });

  await test.step("Thursday: a client gets seats, and the other one leaves", async () => {
    await choose(admin, "clients.list.options", client, "clients.list.seats");
    const seats = page.getByRole("dialog", { name: say("clients.seatsDialog.title", { name: client }) });
    await seats.getByLabel(say("clients.seatsDialog.seats"), { exact: true }).fill("8");
    await seats.getByRole("button", { name: say("clients.seatsDialog.save") }).click();
    await expect(row(client).getByRole("cell", { name: "8", exact: true })).toBeVisible();
    await choose(admin, "clients.list.options", own, "clients.unlink.action");
    await page
      .getByRole("alertdialog", { name: say("clients.unlink.title", { name: own }) })
      .getByRole("button", { name: say("clients.unlink.confirm") })
      .click();
    await expect(row(own)).toHaveCount(0);
  });

  await test.step("Friday: the log tells of it, and last month's invoice is taken as files", async () => {
    await goTo(admin, "portal.nav.events");
    await expect(page.getByText(say("event.client.removed", { name: own, seats: 3 }))).toBeVisible();
    await goTo(admin, "portal.nav.history");
    const invoices = page.getByRole("table", { name: say("billing.history.label") });
    const files = invoices.getByRole("row").nth(1).getByRole("link");
    expect((await download(admin, files.first())).toString("latin1")).toMatch(/^%PDF-/);
    expect((await download(admin, files.last())).toString()).toContain(
      "Client,Id,Assigned,Used,Remaining,Plan",
    );
  });
});
