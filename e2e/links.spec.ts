import { linkMailedTo } from "./mailbox";
import { expect, makeAccount, type Person, proveMasterPassword, test } from "./people";
import { choose, inviteProvider, inviteToTeam, nameProvider, signInAdministrator } from "./prepare";

/** Turns the last character of a link into another. */
const altered = (link: string) => link.slice(0, -1) + (link.endsWith("A") ? "B" : "A");

const tokenOf = (link: string) => link.split("/").at(-1) ?? "";

/** Follows a link to where it leads: never to an address that still has the token in it. */
async function follow({ page }: Person, link: string) {
  await page.goto(link);
  expect(page.url()).not.toContain(tokenOf(link));
}

const expectTitle = ({ page, say }: Person, title: string) =>
  expect(page.getByRole("heading", { name: say(title), level: 1 })).toBeVisible();

const expectAccepted = ({ page, say }: Person) =>
  expect(page.getByRole("status").filter({ hasText: say("join.accepted.title") })).toBeVisible();

/** How many links that were followed this browser still holds. */
const keptLinks = async ({ page }: Person) =>
  (await page.context().cookies()).filter(({ name }) => name.endsWith("trousseau-invitation")).length;

test("links that do not lead on say why, and what to do", { tag: "@long" }, async ({ as }) => {
  const brett = await as({ name: "Brett Link", email: "brett@links.example" });
  const betty = await as({ name: "Betty Link", email: "betty@links.example", locale: "fr" });
  const admin = await signInAdministrator(as);
  await inviteProvider(admin, brett.email);
  const setUp = await linkMailedTo(brett.email);

  await test.step("an altered link, or none at all, is not one of ours", async () => {
    const { page, say } = brett;
    for (const address of [altered(setUp), "/invite/nothing", "/join"]) {
      await page.goto(address);
      await expectTitle(brett, "join.link.unknown.title");
      await expect(page.getByText(say("join.link.unknown.text"))).toBeVisible();
    }
    await page.getByRole("link", { name: say("join.link.logIn") }).click();
    await expectTitle(brett, "auth.logIn.title");
  });

  await test.step("the administrator holds a link that is for somebody else", async () => {
    const { page, say } = admin;
    await follow(admin, setUp);
    const named = { invited: brett.email, yours: admin.email };
    await expect(page.getByText(say("portal.setUp.otherText", named))).toBeVisible();
    await page.getByRole("button", { name: say("portal.setUp.switch") }).click();
    await expectTitle(admin, "auth.logIn.title");
  });

  await test.step("a link that ten scanners have opened still works", async () => {
    const { page, say } = brett;
    for (let times = 0; times < 10; times++) expect((await page.request.get(setUp)).status()).toBe(200);
    await follow(brett, setUp);
    await page.getByRole("link", { name: say("portal.setUp.register") }).click();
    await makeAccount(brett);
    await nameProvider(brett, "Links Provider");
  });

  await test.step("once it was used, it says so", async () => {
    await follow(brett, setUp);
    await expectTitle(brett, "join.link.used.title");
    await expect(brett.page.getByText(brett.say("join.link.used.text"))).toBeVisible();
  });

  const replaced = await test.step("an invitation is sent again", async () => {
    const { page, say } = brett;
    await page.goto("/");
    await inviteToTeam(brett, betty.email);
    const first = await linkMailedTo(betty.email);
    await choose(brett, "members.list.options", betty.email, "members.act.resend");
    await expect(page.getByText(say("members.removeDialog.resend.done", { count: 1 }))).toBeVisible();
    return first;
  });
  const invitation = await linkMailedTo(betty.email, [replaced]);

  await test.step("the older link says that there is a newer one", async () => {
    await follow(betty, replaced);
    await expectTitle(betty, "join.link.replaced.title");
    await expect(betty.page.getByText(betty.say("join.link.replaced.text"))).toBeVisible();
  });

  await test.step("the newer one is looked at ten times, and Betty makes her account", async () => {
    const { page, say } = betty;
    for (let times = 0; times < 10; times++) expect((await page.request.get(invitation)).status()).toBe(200);
    await follow(betty, invitation);
    await expectTitle(betty, "join.provider.title");
    await page.getByRole("link", { name: say("join.register") }).click();
    await makeAccount(betty);
    await expect(page.getByRole("button", { name: say("join.provider.accept") })).toBeVisible();
  });

  // Betty at Brett's desk: his browser, which speaks her language once she is signed in.
  const bettyThere: Person = { ...betty, page: brett.page };

  await test.step("at Brett's browser both accounts are named, and Betty switches to hers", async () => {
    const { page, say } = brett;
    await follow(brett, invitation);
    const named = { invited: betty.email, yours: brett.email };
    await expect(page.getByText(say("join.other.text", named))).toBeVisible();
    await expect(page.getByRole("button", { name: say("join.provider.accept") })).toBeHidden();
    await page.getByRole("button", { name: say("join.other.switch") }).click();
    await expectTitle(brett, "auth.logIn.title");
    await proveMasterPassword({ ...brett, email: betty.email });
    expect(await keptLinks(brett)).toBe(1);
    await page.getByRole("button", { name: betty.say("join.provider.accept") }).click();
    await expectAccepted(bettyThere);
    expect(await keptLinks(brett), "links left in the browser").toBe(0);
  });

  await test.step("accepting once more, in the window left open, has no second effect", async () => {
    const { page, say } = betty;
    await page.getByRole("button", { name: say("join.provider.accept") }).click();
    await expect(page.getByRole("alert").filter({ hasText: say("refusal.link_used") })).toBeVisible();
  });

  await test.step("and the link says that it was accepted", async () => {
    await follow(betty, invitation);
    await expectTitle(betty, "join.link.usedInvitation.title");
    await expect(betty.page.getByText(betty.say("join.link.usedInvitation.text"))).toBeVisible();
  });
});

// No link can be made old from outside: the operation's tests age one, and this is the page it leads to.
test("an expired link says who can send another", async ({ as }) => {
  const visitor = await as({ name: "Visitor", email: "visitor@links.example" });
  const { page, say } = visitor;
  await page.goto("/link/expired?for=provider_member");
  await expectTitle(visitor, "join.link.expired.title");
  await expect(page.getByText(say("join.link.expired.text"))).toBeVisible();
  await page.goto("/link/expired?for=registration");
  await expect(page.getByText(say("join.link.expiredOwn.text"))).toBeVisible();
  await page.getByRole("link", { name: say("join.link.register") }).click();
  await expectTitle(visitor, "auth.register.title");
});
