import { readFileSync } from "node:fs";
import type { Locator } from "@playwright/test";
import { inspect } from "./inspect";
import { expect, type Person, test } from "./people";
import { aClientWith, goTo, newItem, openProvider } from "./prepare";

type Login = { name: string; password: string; website?: string };

/** Makes a login where the page stands. */
async function aLogin(person: Person, opener: string, { name, password, website = "" }: Login) {
  const { say } = person;
  const form = await newItem(person, opener);
  await form.getByLabel(say("vault.form.name"), { exact: true }).fill(name);
  await form.getByLabel(new RegExp(`^${say("vault.parts.password")}`)).fill(password);
  if (website)
    await form
      .getByLabel(new RegExp(`^${say("vault.form.website")}`))
      .first()
      .fill(website);
  await form.getByRole("button", { name: say("vault.form.save"), exact: true }).click();
  await expect(form).toBeHidden();
}

/** The file that an export saves. */
async function exported({ page, say }: Person, format: string): Promise<string> {
  await page
    .getByRole("radio")
    .and(page.locator(`[value=${format}]`))
    .check();
  if (format === "protected")
    for (const field of ["password", "again"])
      await page.getByLabel(say(`exporting.${field}`), { exact: true }).fill("a drawer full of brass");
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: say("exporting.submit"), exact: true }).click();
  const file = await saving;
  await expect(page.getByText(say("exporting.logged"))).toBeVisible();
  return readFileSync(await file.path(), "utf8");
}

const report = ({ page, say }: Person, name: string): Locator =>
  page
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: say(`reports.names.${name}`), exact: true }) });

test("a member generates, looks at reports and takes a file along, until the owner forbids it", {
  tag: "@long",
}, async ({ as }) => {
  test.setTimeout(300_000);
  const brett = await as({ name: "Brett Tools", email: "brett@tools.example" });
  const owner = await as({ name: "Olive Tools", email: "olive@tools.example" });
  const member = await as({ name: "Mia Tools", email: "mia@tools.example", locale: "fr" });
  let home = "";

  await test.step("a client with an owner, a member and an item", async () => {
    await openProvider(as, brett, "Tools Provider");
    home = await aClientWith(brett, { name: "Tools & Sons", plan: "enterprise", owner, member });
    await goTo(brett, "console.collections");
    await brett.page.getByRole("link", { name: "Default collection" }).click();
    await aLogin(brett, "collections.item.new", { name: "Router", password: "password" });
  });

  await test.step("a password is generated as its form asks, and kept until the vault locks", async () => {
    const { page, say } = member;
    await page.goto("/vault");
    await goTo(member, "generator.title");
    const made = page.getByRole("status", { name: say("generator.made.password") });
    await expect(made).toHaveText(/^\S{20}$/);
    await page.getByLabel(say("generator.password.length"), { exact: true }).fill("31");
    await expect(made).toHaveText(/^\S{31}$/);
    const first = await made.textContent();
    await page.getByRole("button", { name: say("generator.again") }).click();
    await expect(page.getByRole("listitem").filter({ hasText: first ?? "" })).toBeVisible();
    await inspect(member, "the generator of passwords");
    await page.getByRole("tab", { name: say("generator.kinds.passphrase") }).press("Enter");
    const phrase = page.getByRole("status", { name: say("generator.made.passphrase") });
    await expect(phrase).toHaveText(/^[a-z]+(-[a-z]+){4}$/);
    await inspect(member, "the generator of passphrases");
    await page.getByRole("tab", { name: say("generator.kinds.username") }).click();
    await inspect(member, "the generator of usernames");
  });

  await test.step("in the form of an item, what was generated is taken over", async () => {
    const { page, say } = member;
    await page.goto("/vault");
    const form = await newItem(member, "vault.new");
    await form.getByLabel(say("vault.form.name"), { exact: true }).fill("Bank");
    await form.getByRole("button", { name: say("generator.open") }).click();
    const dialog = page.getByRole("dialog", { name: say("generator.title"), exact: true });
    const made = dialog.getByRole("status", { name: say("generator.made.password") });
    await expect(made).toHaveText(/^\S{20}$/);
    await inspect(member, "the generator over a form");
    const password = (await made.textContent()) ?? "";
    await dialog.getByRole("button", { name: say("generator.use"), exact: true }).click();
    await expect(form.getByLabel(new RegExp(`^${say("vault.parts.password")}`))).toHaveValue(password);
    await form.getByRole("button", { name: say("vault.form.save"), exact: true }).click();
    await expect(form).toBeHidden();
    await aLogin(member, "vault.new", { name: "Shop", password: "password", website: "http://shop.example" });
    await aLogin(member, "vault.new", { name: "=Code", password: "password", website: "https://github.com" });
  });

  await test.step("reports say first that they have not run, and then what they have found", async () => {
    const { page, say } = member;
    await goTo(member, "reports.title");
    await expect(page.getByText(say("reports.state.notRun"), { exact: true })).toHaveCount(5);
    const asked: string[] = [];
    page.on("request", (request) => {
      if (request.url().includes("/api/breaches/")) asked.push(request.url());
    });
    await page.getByRole("button", { name: say("reports.runAll") }).click();
    await expect(report(member, "twoStep").getByRole("cell", { name: "github.com" })).toBeVisible();
    for (const name of ["exposed", "reused", "weak"])
      await expect(
        report(member, name).getByText(say("reports.state.found", { count: 2, checked: 3 })),
      ).toBeVisible();
    await expect(
      report(member, "unsecured").getByRole("cell", { name: "http://shop.example" }),
    ).toBeVisible();
    await expect(
      report(member, "unsecured").getByText(say("reports.state.found", { count: 1, checked: 3 })),
    ).toBeVisible();
    // Two passwords, of which one is in two logins.
    expect(asked).toHaveLength(2);
    for (const url of asked) expect(url).toMatch(/\/api\/breaches\/[0-9A-F]{5}$/);
    const saving = page.waitForEvent("download");
    await report(member, "weak")
      .getByRole("button", { name: say("reports.csv") })
      .click();
    const csv = readFileSync(await (await saving).path(), "utf8");
    expect(csv).toContain("\r\n'=Code,");
    await inspect(member, "reports");
    await report(member, "unsecured").getByRole("link", { name: "Shop" }).click();
    await expect(page.getByRole("dialog", { name: "Shop", exact: true })).toBeVisible();
    await page.keyboard.press("Escape");
  });

  await test.step("the member takes the own vault along in each format", async () => {
    await goTo(member, "exporting.title");
    await inspect(member, "export");
    const json = JSON.parse(await exported(member, "json"));
    expect(json).toMatchObject({ encrypted: false, folders: [] });
    expect(json.items.map(({ name }: { name: string }) => name).sort()).toEqual(["=Code", "Bank", "Shop"]);
    const sealed = JSON.parse(await exported(member, "protected"));
    expect(sealed).toMatchObject({ encrypted: true, passwordProtected: true, kdfType: 1 });
    expect(JSON.stringify(sealed)).not.toContain("Shop");
    // Cells come back as they were.
    expect(await exported(member, "csv")).toContain(",login,=Code,");
    await inspect(member, "what was exported");
  });

  await test.step("the owner forbids it", async () => {
    const { page, say } = owner;
    await page.goto(`${home}/policies?policy=remove_personal_export`);
    const dialog = page.getByRole("dialog", { name: say("policies.names.remove_personal_export") });
    await dialog.getByRole("switch").check();
    await dialog.getByRole("button", { name: say("policies.save") }).click();
    await expect(page.getByText(say("policies.saved"), { exact: true })).toBeVisible();
    await member.page.reload();
    await expect(member.page.getByText(member.say("exporting.nobody"))).toBeVisible();
    await expect(
      member.page.getByRole("button", { name: member.say("exporting.submit"), exact: true }),
    ).toHaveCount(0);
    await inspect(member, "export that is not allowed");
  });

  await test.step("the owner exports the organization, and the log says so; its provider does not", async () => {
    const { page, say } = owner;
    await goTo(owner, "exporting.title");
    const file = JSON.parse(await exported(owner, "json"));
    expect(file.collections).toMatchObject([{ name: "Default collection" }]);
    expect(file.items).toMatchObject([
      { name: "Router", organizationId: home.split("/").at(-1), collectionIds: [file.collections[0].id] },
    ]);
    await inspect(owner, "export of an organization");
    await goTo(owner, "console.events");
    await expect(
      page.getByRole("row").filter({ hasText: say("event.organization.exported_vault", { format: "json" }) }),
    ).toBeVisible();
    await brett.page.goto(`${home}/export`);
    await expect(brett.page.getByRole("heading", { name: brett.say("errors.notFound.title") })).toBeVisible();
  });

  await test.step("the provider runs reports over the client's items", async () => {
    const { page, say } = brett;
    await page.goto(`${home}/reports`);
    await report(brett, "weak")
      .getByRole("button", { name: say("reports.run"), exact: true })
      .click();
    await expect(
      report(brett, "weak").getByText(say("reports.state.found", { count: 1, checked: 1 })),
    ).toBeVisible();
    await inspect(brett, "reports of a client");
    await report(brett, "weak").getByRole("link", { name: "Router" }).click();
    await expect(page.getByRole("dialog", { name: "Router", exact: true })).toBeVisible();
  });
});
