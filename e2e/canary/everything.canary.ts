import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium, expect, test } from "@playwright/test";
import { makeItem, nameOf, save, types } from "../fill-in";
import { lockVault, type Person, proveMasterPassword, signUp, unlockPanel } from "../people";
import { choose, goTo, newCollection, newItem } from "../prepare";
import { wordsOf } from "../words";
import { plant, readKept } from "./kept-by";

const { CANARY: canary = "", CANARY_PLANTED: planted = "", CANARY_FOLDER: folder = "" } = process.env;
const masterPassword = `${canary} on a ring`;

/** Texts that nobody typed, and that are as secret. */
const made: string[] = [];
test.afterAll(() => writeFileSync(join(folder, "made.json"), JSON.stringify(made)));

test("somebody puts a text into everything that is secret", async () => {
  const { launchOptions, baseURL = "" } = test.info().project.use;
  const context = await chromium.launchPersistentContext(join(folder, "profile"), {
    ...launchOptions,
    baseURL,
    locale: "en-GB",
    reducedMotion: "reduce",
    permissions: ["clipboard-read", "clipboard-write"],
  });
  const strangers: string[] = [];
  context.on("request", (request) => {
    const url = request.url();
    if (/^https?:/.test(url) && !url.startsWith(`${baseURL}/`)) strangers.push(url);
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const person: Person = {
    name: "Cora",
    email: "cora@canary.example",
    locale: "en",
    page,
    say: wordsOf("en"),
  };
  const { say } = person;

  await test.step("a master password", async () => {
    await signUp(person, masterPassword);
    await page.getByRole("button", { name: say("ui.account.menu", { name: person.name }) }).click();
    await page.getByRole("menuitem", { name: say("ui.account.logOut"), exact: true }).click();
    await expect(page.getByRole("heading", { name: say("auth.logIn.title"), level: 1 })).toBeVisible();
    await proveMasterPassword(person, `${masterPassword}, mistyped`);
    await expect(page.getByText(say("refusal.wrong_credentials"))).toBeVisible();
    await proveMasterPassword(person, masterPassword);
    await expect(page.getByRole("heading", { name: say("vault.all"), level: 1 })).toBeVisible();
  });

  for (const type of types)
    await test.step(`an item made and changed: ${type}`, async () => {
      const [first, second] = [`${canary} in a ${type}`, `${canary} again in a ${type}`];
      await makeItem(person, "vault.new", type, first);
      await choose(person, "vault.options", nameOf(first), "vault.acts.edit");
      await save(person, page.getByRole("dialog", { name: say("vault.form.edit", { kind: type }) }), second);
      await expect(page.getByRole("row").filter({ hasText: nameOf(second) })).toBeVisible();
    });

  await test.step("a generated password, in an item and by itself", async () => {
    const form = await newItem(person, "vault.new");
    await form.getByLabel(say("vault.form.name"), { exact: true }).fill(`${canary} generated`);
    await form.getByRole("button", { name: say("vault.form.generate") }).click();
    made.push(await form.getByLabel(new RegExp(`^${say("vault.parts.password")}`)).inputValue());
    await form.getByRole("button", { name: say("vault.form.save"), exact: true }).click();
    await expect(form).toBeHidden();
    await goTo(person, "generator.title");
    for (const kind of ["password", "passphrase"]) {
      await page.getByRole("tab", { name: say(`generator.kinds.${kind}`), exact: true }).press("Enter");
      const shown = page.getByRole("status", { name: say(`generator.made.${kind}`) });
      await expect(shown).toHaveText(/^\S{12,}$/);
      made.push((await shown.textContent()) ?? "");
      await page.getByRole("button", { name: say("generator.copy"), exact: true }).click();
      await page.getByRole("button", { name: say("generator.again") }).click();
    }
    expect(made).toHaveLength(3);
    for (const text of made) expect(text.length).toBeGreaterThan(11);
  });

  await test.step("a folder, a search, and secrets shown", async () => {
    await page.goto("/vault");
    await page.getByRole("button", { name: say("vault.folder.new") }).click();
    const naming = page.getByRole("dialog", { name: say("vault.folder.new") });
    await save(person, naming, `${canary} folder`);
    await page.getByRole("search").getByRole("textbox").fill(`${canary} again in a login`);
    const name = nameOf(`${canary} again in a login`);
    await page.getByRole("button", { name, exact: true }).click();
    const drawer = page.getByRole("dialog", { name });
    const part = say("vault.parts.password");
    await drawer.getByRole("button", { name: say("vault.item.reveal", { part }), exact: true }).click();
    await drawer.getByRole("button", { name: say("vault.item.copy", { part }), exact: true }).click();
    await expect(drawer.getByText(canary).first()).toBeVisible();
    await page.keyboard.press("Escape");
  });

  await test.step("an organization's collection, an item in it, and one that is moved there", async () => {
    await page.goto("/vault");
    await page.getByRole("button", { name: say("organizations.new.title") }).click();
    const founding = page.getByRole("dialog", { name: say("organizations.new.title") });
    await founding.getByLabel(say("organizations.new.name")).fill("Canary & Sons");
    await founding.getByLabel(say("organizations.new.seats"), { exact: true }).fill("5");
    await founding.getByRole("button", { name: say("organizations.new.submit") }).click();
    await expect(page).toHaveURL(/\/organizations\//);
    await goTo(person, "console.collections");
    const collection = `${canary} collection`;
    await newCollection(person, collection, [person]);
    await page.getByRole("link", { name: collection, exact: true }).click();
    await makeItem(person, "collections.item.new", "login", `${canary} shared`);
    await page.goto("/vault");
    const name = nameOf(`${canary} again in a card`);
    await choose(person, "vault.options", name, "vault.acts.share");
    const moving = page.getByRole("dialog", { name: say("vault.share.title", { count: 1, name }) });
    await moving.getByRole("checkbox", { name: collection }).check();
    await moving.getByRole("button", { name: say("vault.share.action") }).click();
    await expect(moving).toBeHidden();
  });

  await test.step("a file of an item", async () => {
    await page.goto("/vault");
    const name = nameOf(`${canary} again in a login`);
    await page.getByRole("button", { name, exact: true }).first().click();
    const drawer = page.getByRole("dialog", { name });
    const [fileName, buffer] = [`${canary} file.txt`, Buffer.from(`${canary} in a file`)];
    await drawer
      .locator('input[type="file"]')
      .setInputFiles([{ name: fileName, mimeType: "application/octet-stream", buffer }]);
    const coming = page.waitForEvent("download");
    await drawer.getByRole("button", { name: say("vault.files.download", { name: fileName }) }).click();
    expect(readFileSync(await (await coming).path(), "utf8")).toContain(canary);
    await page.keyboard.press("Escape");
  });

  await test.step("files that are imported, of a known program and of none", async () => {
    const known = ["url,username,password,totp,extra,name,grouping,fav"];
    known.push(
      ["https://a.example", ...["u", "p", "t", "n", "l", "g"].map((at) => `${canary} ${at}`), "0"].join(),
    );
    const unknown = [`Title,${canary} column,Key`, `${canary} table,${canary} cell,${canary} key`];
    for (const [format, lines] of [
      ["lastpass", known],
      ["table", unknown],
    ] as const) {
      await page.goto("/vault/import");
      const file = { name: `${format}.csv`, mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) };
      await page.locator("input[type=file]").setInputFiles(file);
      if (format === "table") await page.getByRole("button", { name: say("import.readColumns") }).click();
      await page.getByRole("button", { name: say("import.import", { count: 1 }) }).click();
      await expect(page.getByText(say("import.done", { count: 1 }))).toBeVisible();
    }
  });

  await test.step("reports, and an export in each format", async () => {
    await goTo(person, "reports.title");
    await page.getByRole("button", { name: say("reports.runAll") }).click();
    await expect(page.getByText(say("reports.state.notRun"), { exact: true })).toHaveCount(0);
    await goTo(person, "exporting.title");
    for (const format of ["protected", "json", "csv"]) {
      await page
        .getByRole("radio")
        .and(page.locator(`[value=${format}]`))
        .check();
      if (format === "protected")
        for (const field of ["password", "again"])
          await page.getByLabel(say(`exporting.${field}`), { exact: true }).fill(`${canary} of a file`);
      const saving = page.waitForEvent("download");
      await page.getByRole("button", { name: say("exporting.submit"), exact: true }).click();
      await (await saving).delete();
      await expect(page.getByText(say("exporting.logged"))).toBeVisible();
    }
  });

  await test.step("a lock, and the way back", async () => {
    await page.goto("/vault");
    await lockVault(person);
    await unlockPanel(person, masterPassword);
    await expect(page.getByRole("row").filter({ hasText: canary }).first()).toBeVisible();
    await page.reload();
    await expect(page.getByRole("row").filter({ hasText: canary }).first()).toBeVisible();
  });

  await plant(page, planted);
  const kept = await readKept(page);
  for (const [kind, text] of Object.entries(kept)) {
    expect(text, `what was put into ${kind} on purpose`).toContain(planted);
    writeFileSync(join(folder, `${kind}.json`), text);
  }
  await context.close();
  expect(strangers).toEqual([]);
});
