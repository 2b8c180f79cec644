import { linkMailedTo, mailCount } from "./mailbox";
import { expect, joinAsNewcomer, test } from "./people";
import { choose, confirmInConsole, goTo, makeClient, openProvider } from "./prepare";

test("a technician asks for a place of their own, and the owner of the client answers", {
  tag: "@long",
}, async ({ as }) => {
  const brett = await as({ name: "Brett Place", email: "brett@places.example" });
  const owner = await as({ name: "Olive Place", email: "olive@places.example" });
  const client = "Places & Sons";
  let members = "";
  const rowOf = ({ page }: typeof brett, email: string) => page.getByRole("row").filter({ hasText: email });

  await test.step("a client with its owner", async () => {
    await openProvider(as, brett, "Places Provider");
    const { page, say } = brett;
    await makeClient(brett, { name: client, owner: owner.email, seats: 5 });
    await joinAsNewcomer(owner, "organization");
    await page.getByRole("link", { name: client, exact: true }).click();
    await expect(page.getByRole("button", { name: say("visits.leave") })).toBeVisible();
    await goTo(brett, "console.members");
    members = new URL(page.url()).pathname;
    await page.reload();
    await confirmInConsole(brett, owner);
  });

  await test.step("the technician invites himself, and waits", async () => {
    const { page, say } = brett;
    const before = mailCount(brett.email);
    await page.getByRole("button", { name: say("members.invite") }).click();
    const dialog = page.getByRole("dialog", { name: say("members.inviteDialog.title") });
    await dialog.getByLabel(say("people.addresses.label")).fill(brett.email);
    await dialog.getByRole("radio", { name: say("console.roles.owner") }).check();
    await dialog.getByRole("button", { name: say("members.inviteDialog.send", { count: 1 }) }).click();
    await expect(dialog).toBeHidden();
    await expect(rowOf(brett, brett.email)).toContainText(say("members.status.asked"));
    await expect(rowOf(brett, brett.email)).toContainText(say("members.list.ofProvider"));
    expect(mailCount(brett.email)).toBe(before);
  });

  await test.step("going back to the clients leaves the client", async () => {
    const { page, say } = brett;
    await page.getByRole("button", { name: say("console.backToClients") }).click();
    await expect(page.getByRole("heading", { name: say("clients.title"), level: 1 })).toBeVisible();
    await goTo(brett, "portal.nav.events");
    await expect(page.getByRole("table")).toContainText(
      say("event.client.left", { client, visitor: brett.email }),
    );
  });

  await test.step("the owner is asked, and approves", async () => {
    const { page, say } = owner;
    await page.goto(members);
    await expect(page.getByText(say("members.asked.title"), { exact: true })).toBeVisible();
    await choose(owner, "members.list.options", brett.email, "members.act.approve");
    const dialog = page.getByRole("alertdialog");
    await expect(dialog).toContainText(
      say("console.answer.askedBy", { asker: `${brett.name} (${brett.email})` }),
    );
    await dialog.getByRole("button", { name: say("members.act.approve") }).click();
    await expect(dialog).toBeHidden();
    await expect(rowOf(owner, brett.email)).toContainText(say("members.status.invited"));
    await linkMailedTo(brett.email);
    await goTo(owner, "console.events");
    const log = page.getByRole("table");
    for (const number of ["1501", "1552", "1553", "1650"])
      await expect(log.getByText(say("event.list.number", { number })).first()).toBeVisible();
  });
});
