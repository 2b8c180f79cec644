import { expect, test } from "vitest";
import { messagesOf } from "@/lib/i18n/messages";

test.each(["en", "fr"] as const)("the menu and the dialog call one act by one name, in %s", (language) => {
  const { list, seatsDialog } = messagesOf[language].clients;
  expect(seatsDialog.title.startsWith(list.seats)).toBe(true);
});

test("a client is a client on the button, in the form and in the log", () => {
  const { clients, event } = messagesOf.en;
  const words = [clients.newClient, clients.newDialog.submit, clients.newDialog.name, event.client.created];
  for (const text of words) expect(text).toMatch(/\bclient\b/i);
  expect(words.join(" ")).not.toMatch(/organization|subscription/i);
});
