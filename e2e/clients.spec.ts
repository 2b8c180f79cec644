import { expect, test } from "./people";
import { giveTag, makeClient, makeTag, openProvider, select } from "./prepare";

test("several clients are tagged and given seats at once, and what became of each stays", async ({ as }) => {
  const brett = await as({ name: "Brett Warden", email: "brett.bulk@provider.example" });
  await openProvider(as, brett, "Provider of many");
  const { page, say } = brett;
  for (const name of ["Dune Coffee", "Fjord Logistics"])
    await makeClient(brett, {
      name,
      owner: `owner.${name.slice(0, 4).toLowerCase()}@client.example`,
      seats: 5,
    });
  const both = ["Dune Coffee", "Fjord Logistics"];

  await test.step("a tag, which the list is filtered by", async () => {
    await makeTag(brett, "Gold");
    await giveTag(brett, ["Dune Coffee"], "Gold");
    await page.reload();
    await expect(page.getByRole("row").filter({ hasText: "Dune Coffee" })).toContainText(
      say("clients.jobs.done"),
    );
    await page.getByRole("link", { name: say("clients.jobs.toClients") }).click();
    await expect(page.getByRole("row").filter({ hasText: "Dune Coffee" })).toContainText("Gold");
    await page.getByRole("button", { name: say("clients.tags.filter") }).click();
    await page.getByRole("menuitem", { name: "Gold" }).click();
    await expect(page.getByRole("link", { name: "Fjord Logistics" })).toBeHidden();
    await page.getByRole("button", { name: say("clients.tags.filtered", { name: "Gold" }) }).click();
    await page.getByRole("menuitem", { name: say("clients.tags.all") }).click();
    await expect(page.getByRole("link", { name: "Fjord Logistics" })).toBeVisible();
  });

  await test.step("the options of one client, and with one more click of another", async () => {
    const dots = (name: string) =>
      page.getByRole("button", { name: say("clients.list.options", { name }), exact: true });
    const entry = page.getByRole("menuitem", { name: say("clients.list.rename") });
    // The upper one second: a menu opens downwards, and covers what is below.
    await dots("Fjord Logistics").click();
    await expect(dots("Fjord Logistics")).toHaveAttribute("aria-expanded", "true");
    await dots("Dune Coffee").click();
    await expect(dots("Dune Coffee")).toHaveAttribute("aria-expanded", "true");
    await expect(entry).toHaveCount(1);
    await page.keyboard.press("Escape");
    await expect(entry).toBeHidden();
    await expect(dots("Dune Coffee")).toBeFocused();
    await dots("Fjord Logistics").click();
    await expect(entry).toBeVisible();
    await page.getByRole("heading", { name: say("clients.title"), level: 1 }).click();
    await expect(entry).toBeHidden();
  });

  await test.step("seats, as they were shown", async () => {
    await select(brett, both);
    await page.getByRole("button", { name: say("clients.bulk.seats") }).click();
    const dialog = page.getByRole("dialog", { name: say("clients.bulk.seatsDialog.title", { count: 2 }) });
    await dialog.getByLabel(say("clients.bulk.seatsDialog.seats"), { exact: true }).fill("3");
    const list = dialog.getByRole("list", { name: say("clients.bulk.seatsDialog.clients") });
    await expect(list.getByRole("listitem").filter({ hasText: "5 → 8" })).toHaveCount(2);
    await dialog.getByRole("button", { name: say("clients.bulk.seatsDialog.action", { count: 2 }) }).click();
    await expect(page.getByText(say("clients.jobs.doneCount", { count: 2 }))).toBeVisible();
    await page.reload();
    await expect(page.getByText(say("clients.jobs.doneCount", { count: 2 }))).toBeVisible();
  });

  await test.step("a file of the list, with the names of tags", async () => {
    await page.getByRole("link", { name: say("clients.jobs.toClients") }).click();
    await page.getByRole("button", { name: say("clients.more"), exact: true }).click();
    const saved = page.waitForEvent("download");
    await page
      .getByRole("menuitem", { name: say("clients.export.withTags", { status: "unlocked" }) })
      .click();
    const stream = await (await saved).createReadStream();
    let text = "";
    for await (const part of stream) text += part;
    expect(text).toContain("Dune Coffee");
    expect(text).toContain("Gold");
  });
});
