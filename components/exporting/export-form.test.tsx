// @vitest-environment happy-dom
import { fireEvent, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { ExportForm } from "@/components/exporting/export-form";
import { type AskItemsToExport, organizationRows, ownRows, type Source } from "@/components/exporting/rows";
import type { Failure } from "@/lib/http/result";
import { messagesOf } from "@/lib/i18n/messages";
import { show } from "@/test/components";
import { somebody } from "@/test/vault";

const { vault } = await somebody("betty.warden@client.example");
const taken = async () => ({ ok: true as const, result: null });
const nobody = async () => ({ ok: false as const, failure: { code: "not_found" as const } });

type Ask = () => Promise<{ ok: false; failure: Failure }>;
const sources: [string, (ask: Ask) => Source][] = [
  ["one's own vault", (ask) => ownRows({ userId: "betty", ask })],
  ["an organization", (ask) => organizationRows("o", ask as AskItemsToExport, nobody)],
];

/** What the page says once an export of everything has been asked for. */
async function said(source: Source): Promise<string | null> {
  show(<ExportForm source={source} actions={{ record: taken, prove: nobody }} name="vault" />, vault);
  fireEvent.click(screen.getByRole("radio", { name: new RegExp(`^${messagesOf.en.exporting.formats.csv}`) }));
  fireEvent.click(screen.getByRole("button", { name: messagesOf.en.exporting.submit }));
  return (await screen.findByRole("alert")).textContent;
}

const refusals: [Failure, string][] = [
  [{ code: "too_many_attempts", values: { minutes: 7 } }, "Too many attempts. Try again in 7 minutes."],
  [
    { code: "personal_export_not_allowed", values: { organization: "Nickel" } },
    "Nickel does not let its members export what is their own.",
  ],
  [{ code: "export_not_recorded" }, messagesOf.en.refusal.export_not_recorded],
];

test.each(
  sources.flatMap(([whose, sourceOf]) => refusals.map((refusal) => [whose, ...refusal, sourceOf] as const)),
)("where what is in %s is refused, the page says why: %o", async (_whose, failure, text, sourceOf) => {
  expect(await said(sourceOf(async () => ({ ok: false, failure })))).toContain(text);
});

test.each(sources)(
  "where %s does not answer, the page says that the server cannot be reached",
  async (_, sourceOf) => {
    const away = () => Promise.reject(new TypeError("Failed to fetch"));
    expect(await said(sourceOf(away))).toContain(messagesOf.en.refusal.unreachable);
  },
);
