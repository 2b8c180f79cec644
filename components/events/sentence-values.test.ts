import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import { sentenceValues } from "@/components/events/sentence-values";
import { eventTypes } from "@/lib/domain/event-types";
import { locales } from "@/lib/i18n/locales";
import { messagesOf } from "@/lib/i18n/messages";

const fail = (error: Error) => {
  throw error;
};

describe.each(locales)("in %s", (locale) => {
  const t = createTranslator({ locale, messages: messagesOf[locale], namespace: "event", onError: fail });

  test.each(eventTypes)("%s is a sentence, even without its details", (type) => {
    const sentence = t(type, sentenceValues({ subjectId: null, details: null }));
    expect(sentence).not.toMatch(/[{}]/);
    expect(sentence.length).toBeGreaterThan(5);
  });
});

test("a sentence names what it is about", () => {
  const t = createTranslator({ locale: "en", messages: messagesOf.en, namespace: "event", onError: fail });
  const say = (type: (typeof eventTypes)[number], details: Record<string, string | number>) =>
    t(type, sentenceValues({ subjectId: "1e685004-0000-4000-8000-000000000000", details }));
  expect(say("client.created", { name: "My Client", plan: "teams", seats: 1 })).toBe(
    "Created the client “My Client” with 1 seat (Teams)",
  );
  expect(say("client.renamed", { from: "{a}", to: "<b>" })).toBe(
    "Updated the name of the client “{a}” to “<b>”",
  );
  expect(say("provider_member.invited", { email: "betty@provider.example", role: "provider_admin" })).toBe(
    "Invited betty@provider.example as provider admin",
  );
  expect(say("collection.created", {})).toBe("Created collection 1e685004");
});

test("a moment is said as the reader writes it, and in the time of the server without one", () => {
  const event = { subjectId: null, details: { readyAt: "2026-11-26T18:28:00.000Z" } };
  expect(sentenceValues(event).readyAt).toBe("2026-11-26 18:28 UTC");
  expect(sentenceValues(event, undefined, (moment) => `at ${moment}`).readyAt).toBe(
    "at 2026-11-26T18:28:00.000Z",
  );
});
