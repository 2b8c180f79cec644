import { readFile } from "node:fs/promises";
import { inspect } from "./inspect";
import { expect, test } from "./people";
import { aClientWith, goTo, newCollection, openProvider } from "./prepare";

test("a newcomer brings a LastPass file into a client, a member finds its entries, and it is undone", async ({
  as,
}) => {
  test.setTimeout(240_000);
  const brett = await as({ name: "Brett Move", email: "brett@move.example" });
  const owner = await as({ name: "Odile Move", email: "odile@move.example", locale: "fr" });
  const member = await as({ name: "Mia Move", email: "mia@move.example" });
  const { page, say } = owner;
  await openProvider(as, brett, "Move Provider");
  const home = await aClientWith(brett, { name: "Move & Sons", owner, member });
  await page.goto(`${home}/collections`);
  await newCollection(owner, "Passwords", [owner, member]);

  await test.step("a file that is none is refused with the reason", async () => {
    await page.goto(home);
    await goTo(owner, "console.import");
    const file = page.locator("input[type=file]");
    await file.setInputFiles({ name: "a.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") });
    await expect(page.getByText(say("import.troubles.pdf"))).toBeVisible();
    await inspect(owner, "a file that is refused");
  });

  await test.step("what is in the file is shown before anything is imported", async () => {
    await page.locator("input[type=file]").setInputFiles("test/import-samples/lastpass.csv");
    const title = say("import.found", { count: 6, format: say("import.format.lastpass") });
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    await expect(page.getByRole("row").filter({ hasText: "Acme Mail" })).toBeVisible();
    await inspect(owner, "what is in a file");
    for (const field of await page.getByRole("combobox").all())
      await field.selectOption({ label: "Passwords" });
  });

  await test.step("it is sealed and sent, and nothing of it in the clear", async () => {
    const bodies: string[] = [];
    page.on("request", (request) => bodies.push(request.postData() ?? ""));
    await page.getByRole("button", { name: say("import.import", { count: 6 }) }).click();
    await expect(page.getByText(say("import.done", { count: 6 }))).toBeVisible();
    expect(bodies.join()).toContain("|");
    expect(bodies.join()).not.toMatch(/Acme Mail|Tr0ub4dor|4111111111111111/);
    await inspect(owner, "an import that is done");
  });

  await test.step("a member finds an entry by search, and its password", async () => {
    await member.page.goto("/vault");
    await member.page.getByRole("search").getByRole("textbox").fill("acme");
    const row = member.page.getByRole("row").filter({ hasText: "Acme Mail" });
    await expect(row).toContainText("Move & Sons");
    await expect(member.page.getByText("Corp Visa")).toBeHidden();
    await row.getByRole("button", { name: "Acme Mail", exact: true }).click();
    const drawer = member.page.getByRole("dialog", { name: "Acme Mail" });
    const part = member.say("vault.parts.password");
    await drawer
      .getByRole("button", { name: member.say("vault.item.reveal", { part }), exact: true })
      .click();
    await expect(drawer.getByText(/Tr0ub4dor/)).toBeVisible();
    await member.page.keyboard.press("Escape");
  });

  await test.step("the import is undone", async () => {
    await page.goto(`${home}/import`);
    await page.getByRole("button", { name: say("import.undo") }).click();
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: say("import.undo") })
      .click();
    await expect(page.getByText(say("import.undone"), { exact: true })).toBeVisible();
    await member.page.goto("/vault");
    await expect(member.page.getByText(member.say("vault.empty"))).toBeVisible();
    await expect(member.page.getByText("Acme Mail")).toBeHidden();
  });

  await test.step("the file in a 1Password archive comes along into the member's own vault", async () => {
    const { page, say } = member;
    await page.goto("/vault/import");
    await page.locator("input[type=file]").setInputFiles("test/import-samples/1password.1pux");
    await expect(page.getByText(say("import.files.along", { count: 1 }))).toBeVisible();
    await page.getByRole("button", { name: say("import.import", { count: 10 }) }).click();
    await expect(page.getByText(say("import.files.came", { count: 1 }))).toBeVisible();
    await inspect(member, "an import with a file");
    await page.goto("/vault");
    await page.getByRole("button", { name: "Contract.pdf", exact: true }).click();
    const coming = page.waitForEvent("download");
    await page.getByRole("button", { name: say("vault.files.download", { name: "contract.txt" }) }).click();
    expect(await readFile(await (await coming).path(), "utf8")).toBe("hello");
  });

  await test.step("and goes with its item when that import is undone", async () => {
    const { page, say } = member;
    await page.goto("/vault/import");
    await page.getByRole("button", { name: say("import.undo") }).click();
    await page
      .getByRole("alertdialog")
      .getByRole("button", { name: say("import.undo") })
      .click();
    await expect(page.getByText(say("import.undone"), { exact: true })).toBeVisible();
    await page.goto("/vault");
    await expect(page.getByText(say("vault.empty"))).toBeVisible();
  });
});
