import { ways, withoutScripts } from "./before-scripts";
import { linkMailedTo } from "./mailbox";
import { addressOf, pagesOfApp } from "./pages";
import { expect, type Person, test } from "./people";
import { inviteProvider, inviteToTeam, setUpProvider, signInAdministrator } from "./prepare";

/** Pages that ask nobody for anything until their scripts run. */
const withFields = ["/log-in", "/register", "/account"];

async function startRegistration({ page, say, email }: Person) {
  await page.goto("/register");
  await page.getByLabel(say("fields.email")).fill(email);
  await page.getByRole("button", { name: say("auth.register.start") }).click();
  await expect(page.getByText(say("auth.register.sentTitle"))).toBeVisible();
}

test("before its scripts have arrived, no page sends what is typed into it", async ({ as, browser }) => {
  test.setTimeout(300_000);
  const admin = await signInAdministrator(as);
  const brett = await as({ name: "Brett Early", email: "brett@early.example" });
  const betty = await as({ name: "Betty Early", email: "betty@early.example" });
  const newcomer = await as({ name: "Newcomer", email: "newcomer@early.example" });
  await inviteProvider(admin, brett.email);
  const setUp = await linkMailedTo(brett.email);
  await setUpProvider(brett, "Early Provider");
  const providerId = /providers\/([^/]+)/.exec(brett.page.url())?.[1] ?? "";
  await inviteToTeam(brett, betty.email);
  const invitation = await linkMailedTo(betty.email);
  await startRegistration(newcomer);
  const registration = await linkMailedTo(newcomer.email);
  await newcomer.page.goto(registration);
  await betty.page.goto(invitation);

  const nobodys = "00000000-0000-4000-8000-000000000000";
  const ids = { providerId, organizationId: nobodys, collectionId: nobodys };
  const people = { nobody: null, newcomer, betty, brett, admin };

  for (const way of ways)
    for (const [name, person] of Object.entries(people))
      await test.step(`scripts ${way}, as ${name}`, async () => {
        const as = person ? { as: person.page.context() } : {};
        const { context, visit } = await withoutScripts({ browser, way, ...as });
        const typed = new Map<string, number>();
        for (const { route } of pagesOfApp) typed.set(route, await visit(addressOf(route, ids)));
        if (name === "nobody") await visit(setUp);
        await context.close();
        const asked = withFields.filter((route) => typed.get(route));
        expect(asked, "pages that took what was typed").toEqual(
          name === "brett" || name === "admin" ? ["/account"] : ["/log-in", "/register"],
        );
      });
});

test("without JavaScript a page says that it needs it", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "fr-FR" });
  const page = await context.newPage();
  await page.goto("/log-in");
  await expect(page.getByText("a besoin de JavaScript")).toBeVisible();
  await context.close();
});
