import { readFile } from "node:fs/promises";
import type { Locator } from "@playwright/test";
import { inspect } from "./inspect";
import { expect, type Person, test } from "./people";
import { aClientWith, choose, newItem, openProvider } from "./prepare";

type File = { name: string; buffer: Buffer };

const megabyte = 1024 * 1024;

const theFile = (name: string, size: number): File => ({
  name,
  buffer: Buffer.from(Uint8Array.from({ length: size }, (_, i) => (i * 31) % 251)),
});

async function openItem({ page }: Person, name: string): Promise<Locator> {
  await page.getByRole("button", { name, exact: true }).click();
  return page.getByRole("dialog", { name });
}

const add = (drawer: Locator, ...files: File[]) =>
  drawer
    .locator('input[type="file"]')
    .setInputFiles(files.map((file) => ({ ...file, mimeType: "application/octet-stream" })));

/** What somebody gets who downloads the file of this name. */
async function downloaded({ page, say }: Person, drawer: Locator, name: string): Promise<Buffer> {
  const coming = page.waitForEvent("download");
  await drawer
    .getByRole("button", { name: say("vault.files.download", { name }) })
    .first()
    .click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe(name);
  return readFile(await download.path());
}

test("files are added to an item, go with it to an organization, and are read by another", {
  tag: "@long",
}, async ({ as }) => {
  test.setTimeout(240_000);
  const brett = await as({ name: "Brett Filing", email: "brett@filing.example" });
  const olive = await as({ name: "Olive Filing", email: "olive@filing.example" });
  const max = await as({ name: "Max Filing", email: "max@filing.example", locale: "fr" });
  const client = "Filing & Sons";
  const plan = theFile("plan of the north wing.pdf", 3 * megabyte + 7);

  await test.step("a client with an owner, a member, and a collection that both have", async () => {
    await openProvider(as, brett, "Filing Provider");
    const home = await aClientWith(brett, { name: client, owner: olive, member: max });
    const { page, say } = olive;
    await page.goto(`${home}/collections`);
    await page.getByRole("button", { name: say("collections.new") }).click();
    const dialog = page.getByRole("dialog", { name: say("collections.dialog.title") });
    await dialog.getByLabel(say("collections.dialog.name"), { exact: true }).fill("Plans");
    await dialog.getByRole("tab", { name: say("collections.dialog.access") }).click();
    for (const { name, email } of [olive, max])
      await dialog
        .getByLabel(say("collections.access.addHolder"))
        .selectOption({ label: `${name} · ${email}` });
    await dialog.getByRole("button", { name: say("collections.dialog.create") }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step("somebody adds files to an item of their own, and hears of what is not taken", async () => {
    const { page, say } = olive;
    await page.goto("/vault");
    const form = await newItem(olive, "vault.new");
    await form.getByLabel(say("vault.form.name"), { exact: true }).fill("Building");
    await add(form, plan, theFile("nothing.txt", 0));
    await expect(form.getByText(say("vault.files.problem.empty"))).toBeVisible();
    await inspect(olive, "a form with files");
    await form.getByRole("button", { name: say("vault.form.save") }).click();
    await expect(page.getByRole("dialog")).toBeHidden();
    const drawer = await openItem(olive, "Building");
    await expect(drawer.getByText(plan.name)).toBeVisible();
    await expect(drawer.getByText("3 MB")).toBeVisible();
    await inspect(olive, "an item with a file");
    expect((await downloaded(olive, drawer, plan.name)).equals(plan.buffer)).toBe(true);

    await add(drawer, theFile("nothing.txt", 0));
    await expect(drawer.getByText(say("vault.files.problem.empty"))).toBeVisible();
    await inspect(olive, "a file that is not taken");
    await add(drawer, theFile("second.txt", 10));
    const second = drawer.getByRole("listitem").filter({ hasText: "second.txt" });
    await expect(second).toHaveCount(1);
    await add(drawer, theFile("second.txt", 11));
    await expect(second).toHaveCount(2);
  });

  await test.step("while the line is broken, nothing is added, and it is said so", async () => {
    const { page, say } = olive;
    const drawer = page.getByRole("dialog", { name: "Building" });
    await page.route("**/api/attachments/**", (route) => route.abort());
    await add(drawer, theFile("late.txt", 10));
    await expect(drawer.getByText(say("vault.files.problem.cutOff"))).toBeVisible({ timeout: 20_000 });
    await page.unroute("**/api/attachments/**");
    await expect(drawer.getByRole("listitem").filter({ hasText: "late.txt" })).toHaveCount(0);
  });

  await test.step("a file is deleted once somebody has confirmed it", async () => {
    const { page, say } = olive;
    const drawer = page.getByRole("dialog", { name: "Building" });
    await drawer
      .getByRole("button", { name: say("vault.files.remove", { name: "second.txt" }) })
      .first()
      .click();
    await page.getByRole("button", { name: say("vault.files.delete"), exact: true }).click();
    await expect(drawer.getByRole("listitem").filter({ hasText: "second.txt" })).toHaveCount(1);
    await page.keyboard.press("Escape");
  });

  await test.step("a copy of the item has the files that are not left out of it", async () => {
    const { page, say } = olive;
    await choose(olive, "vault.options", "Building", "vault.acts.clone");
    const form = page.getByRole("dialog");
    await form.getByRole("button", { name: say("vault.files.leaveOut", { name: "second.txt" }) }).click();
    await form.getByRole("button", { name: say("vault.form.save") }).click();
    await expect(form).toBeHidden();
    const copy = say("vault.form.copyOf", { name: "Building" });
    const drawer = await openItem(olive, copy);
    await expect(drawer.getByRole("listitem").filter({ hasText: "second.txt" })).toHaveCount(0);
    expect((await downloaded(olive, drawer, plan.name)).equals(plan.buffer)).toBe(true);
    await page.keyboard.press("Escape");
  });

  await test.step("the item is moved into the organization, and its files with it", async () => {
    const { page, say } = olive;
    await choose(olive, "vault.options", "Building", "vault.acts.share");
    const dialog = page.getByRole("dialog", {
      name: say("vault.share.title", { count: 1, name: "Building" }),
    });
    await dialog.getByRole("checkbox", { name: "Plans" }).check();
    await dialog.getByRole("button", { name: say("vault.share.action") }).click();
    await expect(dialog).toBeHidden();
    const moved = page.getByRole("button", { name: "Building", exact: true });
    await expect(page.getByRole("row").filter({ has: moved })).toContainText(client);
  });

  await test.step("another member reads them, in French", async () => {
    await max.page.goto("/vault");
    const drawer = await openItem(max, "Building");
    await expect(drawer.getByText(plan.name)).toBeVisible();
    await inspect(max, "the files of an item, in French");
    expect((await downloaded(max, drawer, plan.name)).equals(plan.buffer)).toBe(true);
  });
});
