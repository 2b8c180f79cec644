import { linkMailedTo } from "./mailbox";
import { administrator, expect, joinAsNewcomer, logIn, makeAccount, type Person, test } from "./people";
import { confirmInConsole, confirmInTeam, goTo, newItem, startClient } from "./prepare";
import type { Locale } from "./words";

const secret = "kV7#mQ2p-Lr9xT!we";

/** The figures of a client's row: assigned, used, remaining. */
async function expectSeats({ page }: Person, client: string, figures: number[]) {
  const row = page.getByRole("row").filter({ has: page.getByRole("link", { name: client }) });
  for (const figure of figures)
    await expect(row.getByRole("cell", { name: String(figure), exact: true }).first()).toBeVisible();
}

// Most other journeys are walked in English, so that the French one is the short way to see both.
for (const locale of ["en", "fr"] satisfies Locale[])
  test(`the whole story, in ${locale}`, locale === "en" ? { tag: "@long" } : {}, async ({ as }) => {
    test.setTimeout(240_000);
    // A second try meets what the first one has left behind.
    const own = test.info().retry > 0 ? `${locale}.again` : locale;
    const at = (who: string, where: string) => `${who}.${own}@${where}.example`;
    const admin = await as(administrator);
    const brett = await as({ name: "Brett Warden", email: at("brett.warden", "provider"), locale });
    const betty = await as({ name: "Betty Warden", email: at("betty.warden", "provider"), locale });
    const owner = await as({ name: "Client Owner", email: at("owner", "client"), locale });
    const member = await as({ name: "Client Member", email: at("member", "client"), locale });
    const provider = `My Provider ${own}`;
    const client = `My Client's Organization ${own}`;

    await test.step("the administrator invites a provider", async () => {
      const { page, say } = admin;
      await logIn(admin);
      await page
        .getByRole("button", { name: say("admin.invite") })
        .first()
        .click();
      const dialog = page.getByRole("dialog", { name: say("admin.dialog.title") });
      await dialog.getByLabel(say("admin.dialog.email")).fill(brett.email);
      await dialog.getByLabel(say("admin.dialog.teams")).fill("75");
      await dialog.getByLabel(say("admin.dialog.enterprise")).fill("150");
      await dialog.getByRole("button", { name: say("admin.dialog.send") }).click();
      await expect(dialog).toBeHidden();
      await expect(page.getByRole("row").filter({ hasText: brett.email })).toContainText(
        say("admin.status.pending"),
      );
    });

    await test.step("Brett follows the link, makes an account and sets the provider up", async () => {
      const { page, say } = brett;
      await page.goto(await linkMailedTo(brett.email));
      await page.getByRole("link", { name: say("portal.setUp.register") }).click();
      await makeAccount(brett);
      await page.getByLabel(say("portal.setUp.name"), { exact: true }).fill(provider);
      await page.getByRole("button", { name: say("portal.setUp.submit") }).click();
      await expect(page.getByRole("heading", { name: say("portal.overview.title"), level: 1 })).toBeVisible();
      await expect(page.getByText(say("portal.checklist.title"))).toBeVisible();
      await expect(page.getByText(say("portal.banner.oneAdminTitle"))).toBeVisible();
    });

    await test.step("Brett invites Betty as a service user", async () => {
      const { page, say } = brett;
      await page
        .getByRole("navigation")
        .getByRole("link", { name: say("portal.nav.members") })
        .click();
      await page.getByRole("button", { name: say("members.invite") }).click();
      const dialog = page.getByRole("dialog", { name: say("members.inviteDialog.title") });
      await dialog.getByLabel(say("people.addresses.label")).fill(betty.email);
      await dialog.getByRole("button", { name: say("members.inviteDialog.send", { count: 1 }) }).click();
      await expect(dialog).toBeHidden();
      await expect(page.getByRole("row").filter({ hasText: betty.email })).toContainText(
        say("members.status.invited"),
      );
    });

    await test.step("Betty joins, and waits", () => joinAsNewcomer(betty, "provider"));

    await test.step("Brett compares the phrase and confirms her", async () => {
      const { page, say } = brett;
      await page.reload();
      await expect(page.getByText(say("members.callout.title"), { exact: true })).toBeVisible();
      await expect(page.getByRole("link", { name: `${say("members.filter.accepted")} 1` })).toBeVisible();
      await confirmInTeam(brett, betty);
      await expect(page.getByRole("dialog")).toHaveCount(0);
      await expect(page.getByRole("row").filter({ hasText: betty.name })).not.toContainText(
        say("members.status.accepted"),
      );
    });

    await test.step("Betty sees the clients, and nothing of an admin's", async () => {
      const { page, say } = betty;
      await page.goto("/");
      await expect(page.getByRole("heading", { name: say("portal.overview.title"), level: 1 })).toBeVisible();
      const navigation = page.getByRole("navigation").first();
      await expect(navigation.getByRole("link", { name: say("portal.nav.clients") })).toBeVisible();
      for (const hidden of ["members", "subscription", "settings"])
        await expect(navigation.getByRole("link", { name: say(`portal.nav.${hidden}`) })).toHaveCount(0);
      const response = await page.goto(`${page.url()}/members`);
      expect(response?.status()).toBe(404);
    });

    await test.step("Brett creates a client with fifteen seats", async () => {
      const { page, say } = brett;
      await page
        .getByRole("navigation")
        .getByRole("link", { name: say("portal.nav.clients") })
        .click();
      const dialog = await startClient(brett);
      await dialog.getByRole("radio", { name: say("clients.plans.enterprise") }).check();
      await dialog.getByLabel(say("clients.newDialog.name")).fill(client);
      await dialog.getByLabel(say("clients.newDialog.owner")).fill(owner.email);
      await dialog.getByLabel(say("clients.newDialog.seats"), { exact: true }).fill("15");
      await dialog.getByRole("button", { name: say("clients.newDialog.submit") }).click();
      await expect(dialog).toBeHidden();
      await expectSeats(brett, client, [15, 1, 14]);
    });

    await test.step("Brett opens the client, and makes a collection and a login in it", async () => {
      const { page, say } = brett;
      await page.getByRole("link", { name: client }).click();
      await expect(page.getByText(provider).first()).toBeVisible();
      await expect(page.getByRole("button", { name: say("visits.leave") })).toBeVisible();
      await goTo(brett, "console.collections");
      await page.getByRole("button", { name: say("collections.new") }).click();
      const dialog = page.getByRole("dialog", { name: say("collections.dialog.title") });
      await dialog.getByLabel(say("collections.dialog.name"), { exact: true }).fill("Socials");
      await dialog.getByRole("button", { name: say("collections.dialog.create") }).click();
      await expect(dialog).toBeHidden();
      await page.getByRole("link", { name: "Socials" }).click();
      const item = await newItem(brett, "collections.item.new");
      await item.getByLabel(say("vault.form.name"), { exact: true }).fill("Shared Login");
      await item.getByLabel(say("vault.parts.username")).fill("username");
      await item.getByLabel(new RegExp(`^${say("vault.parts.password")}`)).fill(secret);
      await item.getByRole("button", { name: say("vault.form.save") }).click();
      await expect(item).toBeHidden();
      await expect(page.getByRole("row").filter({ hasText: "Shared Login" })).toBeVisible();
    });

    await test.step("the owner joins, and Brett confirms the owner", async () => {
      await joinAsNewcomer(owner, "organization");
      await confirmAtMembers(brett, owner);
    });

    await test.step("the owner invites a member with access to the collection", async () => {
      const { page, say } = owner;
      await page.goto("/vault");
      await page.getByRole("link", { name: say("vault.console", { name: client }) }).click();
      await page
        .getByRole("navigation")
        .getByRole("link", { name: say("console.members") })
        .click();
      await page.getByRole("button", { name: say("members.invite") }).click();
      const dialog = page.getByRole("dialog", { name: say("members.inviteDialog.title") });
      await dialog.getByLabel(say("people.addresses.label")).fill(member.email);
      await dialog.getByRole("tab", { name: say("members.tabs.collections") }).click();
      await dialog
        .getByRole("combobox", { name: "Socials" })
        .selectOption({ label: say("collections.permissions.view") });
      await dialog.getByRole("button", { name: say("members.inviteDialog.send", { count: 1 }) }).click();
      await expect(dialog).toBeHidden();
    });

    await test.step("the member joins, and the owner confirms them", async () => {
      await joinAsNewcomer(member, "organization");
      await confirmAtMembers(owner, member);
    });

    await test.step("the member opens the vault, reveals and copies the shared password", async () => {
      const { page, say } = member;
      await page.goto("/vault");
      const row = page.getByRole("row").filter({ hasText: "Shared Login" });
      await expect(row).toContainText(client.slice(0, 8));
      await row.getByRole("button", { name: "Shared Login", exact: true }).click();
      await page
        .getByRole("button", { name: say("vault.item.reveal", { part: say("vault.parts.password") }) })
        .click();
      await expect(page.getByText(secret)).toBeVisible();
      await page
        .getByRole("button", { name: say("vault.item.copy", { part: say("vault.parts.password") }) })
        .click();
      await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(secret);
    });

    await test.step("both logs tell the story", async () => {
      const { page, say } = owner;
      // Not before the page is there: an address that is asked for anew would be that of the page before.
      await goTo(owner, "console.events");
      const log = page.getByRole("table");
      for (const number of ["1500", "1501", "1603", "1300", "1100", "1108", "1111"]) {
        const entry = log.getByText(say("event.list.number", { number })).first();
        // What was done with an item is reported while the page goes on, and may come after this page was made.
        await expect(async () => {
          if (!(await entry.isVisible())) await page.reload();
          await expect(entry).toBeVisible({ timeout: 5000 });
        }).toPass({ timeout: 60_000 });
      }
      await brett.page.goto("/");
      await brett.page
        .getByRole("navigation")
        .getByRole("link", { name: say("portal.nav.events") })
        .click();
      const providerLog = brett.page.getByRole("table");
      for (const number of ["1810", "1800", "1804", "1801", "1900", "1903"])
        await expect(
          providerLog.getByText(say("event.list.number", { number })).first().first(),
        ).toBeVisible();
      await expect(providerLog).toContainText("127.0.0.1");
      await brett.page.getByRole("link", { name: brett.say("portal.events.over.clients") }).click();
      const visited = providerLog
        .getByRole("row")
        .filter({ hasText: say("event.list.number", { number: "1603" }) });
      await expect(visited.first()).toContainText(client);
    });
  });

/** Confirms somebody from anywhere in the console. What has happened since the page was made is asked for anew. */
async function confirmAtMembers(by: Person, whom: Person) {
  await goTo(by, "console.members");
  await by.page.reload();
  await confirmInConsole(by, whom);
}
