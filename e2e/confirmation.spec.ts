import { linkMailedTo } from "./mailbox";
import { expect, joinAsNewcomer, type Person, test } from "./people";
import { choose, goTo, inviteToTeam, makeClient, openProvider } from "./prepare";

const rowOf = ({ page }: Person, email: string) => page.getByRole("row").filter({ hasText: email });

test("a key is handed over once its phrase was compared, and not asked for twice if one likes", async ({
  as,
}) => {
  const brett = await as({ name: "Brett Compare", email: "brett@comparison.example" });
  const betty = await as({ name: "Betty Compare", email: "betty@comparison.example" });
  const { page, say } = brett;
  await openProvider(as, brett, "Comparison Provider");
  await inviteToTeam(brett, betty.email);
  const invitation = await linkMailedTo(betty.email);
  await joinAsNewcomer(betty, "provider");
  const dialog = page.getByRole("dialog", { name: say("people.confirm.title", { name: betty.name }) });
  const compared = dialog.getByLabel(say("people.confirm.compared"));
  const dontAsk = dialog.getByLabel(say("people.confirm.dontAsk", { count: 1 }));
  const phrase = (of: typeof brett) => of.page.getByText(/^[a-z]+(-[a-z]+){4,}$/);

  await test.step("the phrase is the one that Betty reads on her own screen", async () => {
    await betty.page.goto("/account");
    await betty.page.getByRole("button", { name: betty.say("account.fingerprint.show") }).click();
    await page.reload();
    await choose(brett, "members.list.options", betty.name, "members.act.confirm");
    await expect(phrase(brett)).toHaveText((await phrase(betty).textContent()) ?? "");
  });

  await test.step("nothing is confirmed, and nothing is remembered, that was not compared", async () => {
    await expect(dialog.getByRole("button", { name: say("people.confirm.action") })).toBeDisabled();
    await expect(dontAsk).toBeDisabled();
    await compared.check();
    await dontAsk.check();
    await compared.uncheck();
    await expect(dontAsk).not.toBeChecked();
    await compared.check();
    await dontAsk.check();
    await dialog.getByRole("button", { name: say("people.confirm.action") }).click();
    await expect(dialog).toBeHidden();
  });

  const team = page.url();
  await test.step("her access gets a last day, and she is told", async () => {
    await choose(brett, "members.list.options", betty.name, "members.act.role");
    const role = page.getByRole("dialog", { name: say("members.roleDialog.title", { name: betty.name }) });
    await role.getByLabel(say("members.lastDay.label")).fill("2040-05-31");
    await role.getByRole("button", { name: say("members.roleDialog.save") }).click();
    await expect(rowOf(brett, betty.email)).toContainText("31 May 2040");
    await betty.page.goto("/providers");
    await expect(betty.page.getByText("31 May 2040")).toBeVisible();
  });

  await test.step("the same key is known in a client's console", async () => {
    await goTo(brett, "portal.nav.clients");
    await makeClient(brett, { name: "Compared", owner: betty.email, seats: 2 });
    await betty.page.goto(await linkMailedTo(betty.email, [invitation]));
    await betty.page.getByRole("button", { name: betty.say("join.organization.accept") }).click();
    await expect(betty.page.getByText(betty.say("join.accepted.title"), { exact: true })).toBeVisible();
    await page.getByRole("link", { name: "Compared" }).click();
    // The portal has an entry of that name too.
    await expect(page.getByRole("button", { name: say("visits.leave") })).toBeVisible();
    await goTo(brett, "console.members");
    await expect(rowOf(brett, betty.email)).toContainText(say("members.status.accepted"));
    await choose(brett, "members.list.options", betty.name, "members.act.confirm");
    await expect(dialog.getByText(say("people.confirm.known"))).toBeVisible();
    await expect(compared).toHaveCount(0);
    await dialog.getByRole("button", { name: say("people.confirm.actionKnown") }).click();
    await expect(page.getByRole("row").filter({ hasText: betty.email })).not.toContainText(
      say("members.status.accepted"),
    );
  });

  await test.step("who is removed together with oneself goes, and one reads why one stays", async () => {
    await page.goto(team);
    await page.getByRole("checkbox", { name: say("members.list.selectAll") }).check();
    const bar = page.getByRole("region", { name: say("members.list.selection") });
    await bar.getByRole("button", { name: say("members.act.remove") }).click();
    const removal = page.getByRole("alertdialog");
    await expect(removal).toContainText(say("members.removeDialog.leftOut", { count: 1 }));
    await expect(removal).toContainText(say("members.removeDialog.reasons.you"));
    await removal.getByRole("button", { name: say("members.removeDialog.remove.confirm") }).click();
    await expect(rowOf(brett, betty.email)).toHaveCount(0);
  });
});
