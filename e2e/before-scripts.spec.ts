import { ways, withoutScripts } from "./before-scripts";
import { linkMailedTo } from "./mailbox";
import { addressOf, pagesOfApp } from "./pages";
import { expect, type Person, test } from "./people";
import { inviteToTeam, openProvider } from "./prepare";

/** Pages that have a field to type into before their scripts run. */
const withFields = ["/log-in", "/register", "/account"];

async function startRegistration({ page, say, email }: Person) {
  await page.goto("/register");
  await page.getByLabel(say("fields.email")).fill(email);
  await page.getByRole("button", { name: say("auth.register.start") }).click();
  await expect(page.getByText(say("auth.register.sentTitle"))).toBeVisible();
}

test("before its scripts have arrived, no page sends what is typed into it", { tag: "@long" }, async ({
  as,
  browser,
}) => {
  test.setTimeout(600_000);
  const brett = await as({ name: "Brett Early", email: "brett@early.example" });
  const betty = await as({ name: "Betty Early", email: "betty@early.example" });
  const newcomer = await as({ name: "Newcomer", email: "newcomer@early.example" });
  const admin = await openProvider(as, brett, "Early Provider");
  const providerId = /providers\/([^/]+)/.exec(brett.page.url())?.[1] ?? "";
  await inviteToTeam(brett, betty.email);
  const invitation = await linkMailedTo(betty.email);
  await startRegistration(newcomer);
  const registration = await linkMailedTo(newcomer.email);
  await newcomer.page.goto(registration);
  await betty.page.goto(invitation);

  const ids = { providerId };

  for (const way of ways)
    await test.step(`scripts ${way}`, async () => {
      const typed = new Map<string, number>();
      for (const [person, isTheirs] of [
        [null, /^\/(log-in|setup|link)/],
        [newcomer, /^\/register/],
        [betty, /^\/(join|verify-email)/],
        [admin, /^\/admin/],
        [brett, /^\/($|account|vault|providers|organizations)/],
      ] as const) {
        const as = person ? { as: person.page.context() } : {};
        const { visit, leave } = await withoutScripts({ browser, way, ...as });
        // Without JavaScript a page is what it is when its scripts are lost: those with fields are enough.
        const theirs = pagesOfApp.filter(({ route }) => isTheirs.test(route));
        for (const { route } of theirs.filter((page) => way !== "off" || withFields.includes(page.route)))
          typed.set(route, await visit(addressOf(route, ids)));
        await leave();
      }
      if (way !== "off")
        expect([...typed.keys()].sort()).toEqual(pagesOfApp.map(({ route }) => route).sort());
      for (const route of withFields) expect(typed.get(route), `fields of ${route}`).toBeGreaterThan(0);
    });
});

test("without JavaScript a page says that it needs it", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "fr-FR" });
  const page = await context.newPage();
  await page.goto("/log-in");
  // Texts inside this element are none to the other locators.
  const notice = page.locator("noscript");
  await expect(notice).toBeVisible();
  await expect(notice).toContainText("a besoin de JavaScript", { useInnerText: true });
  await context.close();
});
